package org.entezar.premises;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Judges how pages look: translated, running the way of their language, not wider than the screen, accessible, without
 * errors of scripts. With {@code -Dentezar.pictures}, pictures of all are left in target/pages for a person to look at.
 */
public final class PageLook {

    private static final Pattern UNTRANSLATED =
            Pattern.compile("\\?\\?\\?|#\\{|\\b[a-z]+(\\.[a-z]+[A-Z]?[a-zA-Z]*){2,}\\b");
    private static final Path PICTURES = Path.of("target", "pages");
    private static final boolean WANTED = Boolean.getBoolean("entezar.pictures");

    private static final String AXE = axe();
    private static final String RUN = "async (options) => (await axe.run(document, options)).violations"
            + ".map((each) => `${each.id} ${each.nodes[0].target} ${each.nodes[0].failureSummary}`)";
    /** With the one of WCAG 2.2 that axe leaves out unless it is asked for. */
    private static final Map<String, Object> ALL_RULES =
            Map.of("resultTypes", List.of("violations"), "rules", Map.of("target-size", Map.of("enabled", true)));
    /** Themes differ in nothing but their colours. */
    private static final Map<String, Object> COLOURS =
            Map.of("resultTypes", List.of("violations"), "runOnly", List.of("color-contrast"));

    private final List<String> faults = new ArrayList<>();

    /** Hears what the browser complains of from now on, except of pages that are not there. */
    public void hear(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("404")) {
                faults.add(page.url() + ": console: " + message.text());
            }
        });
        page.onPageError(error -> faults.add(page.url() + ": script: " + error));
    }

    /** Goes to an address and judges the page at both widths, in light and dark; the window ends wide. */
    public void visit(Page page, String address, String name) {
        int status = page.navigate(address).status();
        if (status >= 400 && status != 404) {
            faults.add(name + ": is answered " + status);
        }
        everywhere(page, name);
    }

    /** Judges the page that is open at both widths, in light and dark; the window ends wide. */
    public void everywhere(Page page, String name) {
        for (int width : new int[] {Browsers.PHONE, Browsers.WIDE}) {
            page.setViewportSize(width, width == Browsers.PHONE ? 844 : 900);
            theme(page, ColorScheme.DARK);
            judge(page, name + "-" + width + " dark");
            picture(page, name + "-" + width + "-dark");
            accessible(page, name + "-" + width + " dark", COLOURS);
            theme(page, ColorScheme.LIGHT);
            here(page, name + "-" + width);
        }
    }

    /** Judges the page that is open as it is. */
    public void here(Page page, String name) {
        judge(page, name);
        accessible(page, name, ALL_RULES);
        picture(page, name);
    }

    /** Asserts that nothing was found wrong so far. */
    public void isClean() {
        assertThat(faults).isEmpty();
    }

    private static void theme(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void judge(Page page, String name) {
        // After a click, the next page may have come without its first word.
        page.waitForLoadState();
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) wider).intValue() > 1) {
            faults.add(name + ": is wider than the screen by " + wider);
        }
        String language = String.valueOf(page.evaluate("document.documentElement.lang"));
        String direction = String.valueOf(page.evaluate("document.documentElement.dir"));
        if (!direction.equals(language.equals("fa") ? "rtl" : "ltr")) {
            faults.add(name + ": runs " + direction + " in " + language);
        }
        UNTRANSLATED
                .matcher(page.locator("body").innerText())
                .results()
                .forEach(match -> faults.add(name + ": shows " + match.group()));
    }

    /** Puts axe into the page and its frames once, and hears only what is wrong: most of its cost is in being sent. */
    private void accessible(Page page, String name, Map<String, Object> options) {
        page.frames().stream().filter(PageLook::runsScripts).forEach(PageLook::equip);
        for (Object fault : (List<?>) page.evaluate(RUN, options)) {
            faults.add(name + ": axe: " + fault);
        }
    }

    /** The builder's preview runs none; what it shows is judged where respondents see it. */
    private static boolean runsScripts(Frame frame) {
        try {
            return frame.parentFrame() == null || frame.frameElement().getAttribute("sandbox") == null;
        } catch (PlaywrightException goneMeanwhile) {
            return false;
        }
    }

    private static void equip(Frame frame) {
        if (Boolean.FALSE.equals(frame.evaluate("typeof axe === 'object'"))) {
            frame.evaluate(AXE);
        }
    }

    /** The rules as their library's jar has them. */
    private static String axe() {
        try (InputStream stream = Objects.requireNonNull(PageLook.class.getResourceAsStream("/axe.min.js"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void picture(Page page, String name) {
        if (WANTED) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(PICTURES.resolve(name.replaceAll("[^a-zA-Z0-9-]+", "_") + ".png")));
        }
    }
}
