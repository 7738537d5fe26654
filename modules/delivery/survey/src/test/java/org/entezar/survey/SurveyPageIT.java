package org.entezar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entezar.collection.Campaign;
import org.entezar.questionnaire.Presets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser, at the width of a phone. */
class SurveyPageIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Fielding fielding;
    private static PageServer server;
    private static Playwright playwright;
    private static Browser browser;
    private static final Map<String, Campaign> CAMPAIGNS = new java.util.HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "needs /usr/bin/chromium");
        fielding = new Fielding();
        server = new PageServer(fielding.pages);
        Presets.names().forEach(name -> CAMPAIGNS.put(name, fielding.field(Presets.of(name))));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
            server.close();
            fielding.close();
        }
    }

    private static Page page(int width, boolean scripts, ColorScheme colours) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 844)
                .setJavaScriptEnabled(scripts)
                .setColorScheme(colours));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    private static String address(String preset, String language) {
        return server.address(CAMPAIGNS.get(preset).publicToken()) + "?lang=" + language;
    }

    private static void assertAccessible(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        List<String> found = new ArrayList<>();
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(new ArrayList<>(WCAG))
                .analyze()
                .getViolations()
                .forEach(rule -> found.add(name + ": " + rule.getId() + " "
                        + rule.getNodes().get(0).getHtml() + " "
                        + rule.getNodes().get(0).getFailureSummary()));
        assertThat(found).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("no scrolling sideways in " + name)
                .isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-quality", "zone-of-tolerance", "kano", "importance-performance", "recommendation"})
    void axeFindsNothingInAnyLanguageOnAPhone(String preset) {
        for (String language : List.of("en", "fa", "zh-Hans")) {
            Page page = page(390, true, ColorScheme.LIGHT);
            List<String> refused = new ArrayList<>();
            page.onConsoleMessage(message -> refused.add(message.text()));
            page.navigate(address(preset, language));
            assertAccessible(page, preset + "-" + language + "-390");
            assertThat(refused).as("complaints of the browser").isEmpty();
            page.context().close();
        }
    }

    @Test
    void axeFindsNothingOnAWideDarkPageNorAmongMistakes() {
        Page page = page(1366, true, ColorScheme.DARK);
        page.navigate(address(Presets.SERVICE_QUALITY, "en"));
        assertAccessible(page, "service-quality-en-1366-dark");
        page.navigate(address(Presets.RECOMMENDATION, "fa"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ارسال"))
                .click();
        page.waitForSelector("[role=alert]");
        assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("لازم است");
        assertThat(page.evaluate("document.activeElement.getAttribute('role')")).isEqualTo("alert");
        assertAccessible(page, "mistakes-fa-1366-dark");
        page.context().close();
    }

    @Test
    void inPersianWithoutScriptsOnAPhoneAnAnswerArrives() {
        Page page = page(390, false, ColorScheme.LIGHT);
        page.navigate(address(Presets.SERVICE_QUALITY, "fa"));
        assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
        for (int item = 1; item <= 22; item++) {
            String key = "sq%02d".formatted(item);
            page.locator("input[name='" + key + ".expected'][value='7']").check();
            page.locator("input[name='" + key + ".perceived'][value='5']").check();
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("filled-fa-390.png"))
                .setFullPage(true));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("ارسال"))
                .click();
        page.waitForSelector("h1:has-text('سپاسگزاریم')");
        assertThat(fielding.responses(CAMPAIGNS.get(Presets.SERVICE_QUALITY)))
                .anySatisfy(response -> assertThat(response.answers().toString())
                        .contains("\"sq22\":{\"expected\":7,\"perceived\":5}"));
        page.context().close();
    }

    @Test
    void theKeyboardAloneIsEnough() {
        Page page = page(390, true, ColorScheme.LIGHT);
        page.navigate(address(Presets.RECOMMENDATION, "en"));
        tabTo(page, "nps");
        page.keyboard().press("Space");
        for (int step = 0; step < 3; step++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(page.locator("input[name=nps][value='3']").isChecked()).isTrue();
        page.keyboard().press("Enter");
        page.waitForSelector("#improve");
        assertThat(page.locator("input[name=nps][value='3']").isChecked()).isTrue();
        tabTo(page, "improve");
        page.keyboard().type("More light");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForSelector("h1:has-text('Thank you')");
        page.context().close();
    }

    private static void tabTo(Page page, String name) {
        for (int step = 0; step < 30; step++) {
            page.keyboard().press("Tab");
            if (name.equals(page.evaluate("document.activeElement.name"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + name);
    }

    @Test
    void aScreenReaderHearsQuestionColumnAndWordsOfTheEnds() {
        Page page = page(390, true, ColorScheme.LIGHT);
        page.navigate(address(Presets.SERVICE_QUALITY, "en"));
        Locator question =
                page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(Pattern.compile("up to date")));
        Locator column = question.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("What I expect"));
        assertThat(column.getByRole(AriaRole.RADIO).count()).isEqualTo(7);
        assertThat(column.getByRole(
                                AriaRole.RADIO,
                                new Locator.GetByRoleOptions().setName(Pattern.compile("7 ?Strongly agree")))
                        .count())
                .isEqualTo(1);
        page.context().close();
    }

    @Test
    void aDoubleClickDoesNotCountTwice() {
        Campaign campaign = CAMPAIGNS.get(Presets.RECOMMENDATION);
        int before = fielding.responses(campaign).size();
        Page page = page(390, true, ColorScheme.LIGHT);
        page.navigate(address(Presets.RECOMMENDATION, "en"));
        page.locator("input[name=nps][value='8']").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .dblclick();
        page.waitForSelector("#missing, h1:has-text('Thank you')");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send"))
                .dblclick();
        page.waitForSelector("h1:has-text('Thank you')");
        assertThat(fielding.responses(campaign)).hasSize(before + 1);
        page.context().close();
    }
}
