package org.entezar.console.methods;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of the documentation as HTML: code, emphasis and links to other methods; everything else is text. */
public final class Markup {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("\\*([^*]+)\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([a-z-]+)\\.md\\)");

    private Markup() {}

    /** The line as markup in which nothing but these elements can stand. */
    public static String html(String line) {
        String safe = line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        String linked = LINK.matcher(safe)
                .replaceAll(link -> "<a href=\"/methods#method-" + link.group(2) + "\">"
                        + Matcher.quoteReplacement(link.group(1)) + "</a>");
        String coded = CODE.matcher(linked).replaceAll("<code>$1</code>");
        return EMPHASIS.matcher(STRONG.matcher(coded).replaceAll("<strong>$1</strong>"))
                .replaceAll("<em>$1</em>");
    }
}
