package org.entezar.console.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.entezar.kernel.Language;

/**
 * The pages of docs/guide/pages, each in all languages. They are our own, and still nothing in them is taken for markup
 * but what CommonMark has: raw HTML comes out as text, and addresses that could run something are dropped.
 */
@ApplicationScoped
public class HelpTopics {

    /** All topics in the order in which one would read them. */
    public static final List<String> ALL = List.of(
            "home",
            "categories",
            "standards",
            "promises",
            "questionnaires",
            "campaigns",
            "imports",
            "insights",
            "satisfaction",
            "kept-insights",
            "cases",
            "history",
            "history-verification",
            "history-engagements",
            "people",
            "settings",
            "keyboard",
            "glossary");

    /**
     * One page.
     *
     * @param topic its name
     * @param title in its language
     * @param html safe markup, its headings from the second level on
     */
    public record HelpPage(String topic, String title, String html) {}

    private record Key(String topic, Language language) {}

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("https", "mailto")))
            .build();
    private final Map<Key, HelpPage> pages = new ConcurrentHashMap<>();

    /** The page about that topic; empty when there is no such topic. */
    Optional<HelpPage> page(String topic, Language language) {
        return ALL.contains(topic)
                ? Optional.of(pages.computeIfAbsent(new Key(topic, language), this::read))
                : Optional.empty();
    }

    /**
     * The topic that explains the page at an address below a workspace: the longest one that the address begins with.
     *
     * @return empty when none does
     */
    public static Optional<String> of(String path) {
        String[] parts = path.split("/");
        for (int length = parts.length; length > 0; length--) {
            String name = String.join("-", List.of(parts).subList(0, length));
            if (ALL.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private HelpPage read(Key key) {
        String folder = key.language() == Language.ENGLISH ? "" : key.language().tag() + "/";
        return render(key.topic(), text("pages/" + folder + key.topic() + ".md"));
    }

    HelpPage render(String topic, String markdown) {
        Node document = parser.parse(markdown);
        List<String> title = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 1 && title.isEmpty() && heading.getFirstChild() instanceof Text words) {
                    title.add(words.getLiteral());
                    heading.unlink();
                }
            }

            @Override
            public void visit(Link link) {
                if (link.getDestination().matches("[a-z-]+\\.md")) {
                    link.setDestination("/help/" + link.getDestination().replace(".md", ""));
                }
                visitChildren(link);
            }
        });
        return new HelpPage(topic, title.isEmpty() ? topic : title.get(0), renderer.render(document));
    }

    private static String text(String name) {
        try (InputStream stream = HelpTopics.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no help " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
