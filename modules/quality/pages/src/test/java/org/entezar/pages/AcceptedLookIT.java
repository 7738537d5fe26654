package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages look as they were accepted: the style guide, which has every component in every language and theme, pages made of
 * them, and the console's main pages in a workspace of the demo that no test changes. What moves there (days and times,
 * counters, figures of the last 30 days, the list of the history, who is asked for) is hidden before the picture is taken
 * and keeps its room; what is judged is all the rest.
 */
class AcceptedLookIT {

    private final Browsers browsers = new Browsers();
    private final Product product = Product.shared();
    private final AcceptedPictures pictures = new AcceptedPictures();

    @AfterEach
    void close() {
        browsers.close();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void pagesLookAsAccepted(String language) {
        List<String> differences = new ArrayList<>();
        for (int width : new int[] {Browsers.WIDE, Browsers.PHONE}) {
            try (BrowserContext context = browsers.window(width, language, true)) {
                Page page = context.newPage();
                page.navigate(product.url() + "/");
                Browsers.speak(page, language);
                pages(language).forEach((name, path) -> {
                    page.navigate(product.url() + path);
                    page.evaluate("document.fonts.ready");
                    byte[] png = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
                    pictures.difference(name + "-" + language + "-" + width, png)
                            .ifPresent(differences::add);
                });
            }
        }
        assertThat(differences).isEmpty();
    }

    /**
     * A page of the workspace.
     *
     * @param name of its picture
     * @param path below the workspace
     * @param moves selectors of what is another on another day
     * @param there selector of what is waited for
     */
    private record Shown(String name, String path, String moves, String there) {}

    private static final String WORKSPACE = "/w/renai-hospital";
    /** By a rule, which holds for what the page's scripts draw anew too; what moves takes no room, so moves nothing else. */
    private static final String HIDE = "moves => { const sheet = new CSSStyleSheet(); "
            + "sheet.replaceSync(`${moves}, .present { display: none !important }`); "
            + "document.adoptedStyleSheets = [sheet]; }";

    /** As tall as what people see of a page before and shortly after they scroll. */
    private static final Map<Integer, Integer> HEIGHTS = Map.of(Browsers.WIDE, 1100, Browsers.PHONE, 1500);

    private List<Shown> consolePages(Page page) {
        page.navigate(product.url() + WORKSPACE + "/insights");
        String gaps = first(page, "main a[href$='/servqual']");
        page.navigate(product.url() + WORKSPACE + "/questionnaires");
        String questionnaire = first(page, "main th a");
        return List.of(
                new Shown("home", "", ".stat .value, .stat .small, .figure, .hit .muted, #recent td, .callout", "h1"),
                new Shown("campaigns", "/campaigns", "#campaigns td:last-child > span", "#campaigns"),
                new Shown(
                        "builder",
                        questionnaire.substring(WORKSPACE.length()),
                        "#save-state, .phone",
                        "#save-state[data-state=saved]"),
                new Shown("categories", "/categories", "main time", ".category-row"),
                new Shown("gaps", gaps.substring(WORKSPACE.length()), "main time, .computed", ".chart svg"),
                new Shown("people", "/people", "main time", "#members"),
                new Shown("settings", "/settings", ".pack .badge", "[id=settings]"),
                new Shown("history", "/history", ".timeline, .history-filter select", ".timeline li"));
    }

    private static String first(Page page, String selector) {
        return page.locator(selector).first().getAttribute("href");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void theConsoleLooksAsAccepted(String language) {
        List<String> differences = new ArrayList<>();
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.hospital", WORKSPACE);
            Browsers.speak(page, language);
            List<Shown> pages = consolePages(page);
            HEIGHTS.forEach((width, height) -> {
                page.setViewportSize(width, height);
                pages.forEach(shown -> {
                    page.navigate(product.url() + WORKSPACE + shown.path());
                    page.locator(shown.there())
                            .first()
                            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
                    page.evaluate("document.fonts.ready");
                    page.evaluate(HIDE, shown.moves());
                    pictures.difference(shown.name() + "-" + language + "-" + width, page.screenshot())
                            .ifPresent(differences::add);
                });
            });
        }
        assertThat(differences).isEmpty();
    }

    private static Map<String, String> pages(String language) {
        Map<String, String> each = Map.of("landing", "/", "kano", "/methods/kano", "missing", "/s/no-such-link-at-all");
        if (!language.equals("en")) {
            return each;
        }
        Map<String, String> more = new java.util.HashMap<>(each);
        more.put("style-guide", "/style-guide");
        return more;
    }
}
