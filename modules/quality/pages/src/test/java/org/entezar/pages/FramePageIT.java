package org.entezar.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What surrounds every page: finding, the keyboard, help, calendar, taking back. */
class FramePageIT {

    private static final String HOME = "/w/harbour-retail";

    private static Browsers browsers;

    private final Product product = Product.shared();

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    private Page home(BrowserContext context, String user, String language) {
        Page page = Browsers.signIn(context, product, user, HOME);
        Browsers.speak(page, language);
        page.navigate(product.url() + HOME);
        return page;
    }

    @ParameterizedTest
    @CsvSource({"en, questionn, /questionnaires", "fa, پرسش‌نامه, /questionnaires", "zh-Hans, 问卷, /questionnaires"})
    void thePaletteGoesWhereTheTypedWordSays(String language, String typed, String end) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = home(context, "owner.retail", language);
            page.keyboard().press("Control+k");
            assertThat(page.locator("#palette-hits [role=option]").first()).isVisible();
            page.keyboard().type(typed);
            assertThat(page.locator("#palette-hits [role=option][aria-selected=true]"))
                    .hasAttribute("href", Pattern.compile(".*" + end + "$"));
            page.keyboard().press("Enter");
            page.waitForURL(address -> address.endsWith(end));
        }
    }

    @Test
    void namesAreFoundWithoutScripts() {
        try (BrowserContext context = browsers.window(Browsers.PHONE, "en", false)) {
            Page page = home(context, "owner.retail", "en");
            page.locator("a[data-finds]").click();
            page.locator("main input[name=q]").fill("grace");
            page.keyboard().press("Enter");
            assertThat(page.locator("#found-people")).isVisible();
            page.locator("main input[name=q]").fill("خریداران");
            page.keyboard().press("Enter");
            assertThat(page.locator("#found-campaigns + ul a").first())
                    .hasAttribute("href", Pattern.compile(HOME + "/campaigns/.+"));
            page.locator("main input[name=q]").fill("<script>alert(1)</script>");
            page.keyboard().press("Enter");
            assertThat(page.locator("main [role=status]")).containsText("<script>");
        }
    }

    @Test
    void nobodyFindsWhatTheirRoleMayNotSeeNorAnotherWorkspace() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = home(context, "frontline.retail", "en");
            page.navigate(product.url() + HOME + "/search?q=grace");
            assertThat(page.locator("#found-people").count()).isZero();
            page.navigate(product.url() + HOME + "/search");
            assertThat(page.locator("main .hit").allInnerTexts()).doesNotContain("Settings", "New campaign");
            page.navigate(product.url() + HOME + "/search?q=aria");
            assertThat(page.locator("main .hit").count()).isZero();
            assertThat(page.navigate(product.url() + "/w/aria-hotel/search?q=a").status())
                    .isEqualTo(404);
            assertThat(page.request()
                            .get(product.url() + "/w/aria-hotel/search/palette?q=a")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theKeyboardLeadsEverywhereAndCanBeSwitchedOff() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = home(context, "owner.retail", "en");
            page.keyboard().press("Tab");
            assertThat(page.locator("a.skip")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("#content")).isFocused();
            page.keyboard().press("?");
            assertThat(page.locator("#shortcuts")).isVisible();
            page.keyboard().press("Escape");
            page.keyboard().press("g");
            page.keyboard().press("c");
            page.waitForURL(address -> address.endsWith("/campaigns"));
            page.keyboard().press("?");
            page.locator("#shortcuts-on").uncheck();
            page.keyboard().press("Escape");
            page.keyboard().press("?");
            assertThat(page.locator("#shortcuts")).isHidden();
            page.keyboard().press("Control+k");
            assertThat(page.locator("#palette")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, Campaigns", "fa, گردآوری‌ها", "zh-Hans, 调查活动"})
    void helpStandsBesideThePageAndOnItsOwn(String language, String title) {
        try (BrowserContext context = browsers.window(Browsers.PHONE, language, true)) {
            Page page = home(context, "owner.retail", language);
            page.navigate(product.url() + HOME + "/campaigns");
            page.locator("[data-helps]").click();
            assertThat(page.locator("#help article h1")).hasText(title);
            page.locator("#help [data-closes]").click();
            assertThat(page.locator("#help")).isHidden();
            page.navigate(product.url() + page.locator("[data-helps]").getAttribute("href"));
            assertThat(page.locator("main article h1")).hasText(title);
            assertThat(page.navigate(product.url() + "/help/none").status()).isEqualTo(404);
        }
    }

    @Test
    void theCalendarIsTheReadersChoice() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = home(context, "owner.retail", "en");
            page.navigate(product.url() + HOME + "/history");
            assertThat(page.locator("#from")).hasAttribute("type", "date");
            choose(page, "jalali");
            assertThat(page.locator("#from")).hasAttribute("type", "text");
            assertThat(page.locator("#from")).hasAttribute("placeholder", Pattern.compile("14\\d\\d/\\d\\d/\\d\\d"));
            assertThat(page.locator("main h2").first()).containsText(Pattern.compile("14\\d\\d"));
            choose(page, "auto");
            Browsers.speak(page, "fa");
            page.navigate(product.url() + HOME + "/history");
            assertThat(page.locator("#from"))
                    .hasAttribute("placeholder", Pattern.compile("۱۴[۰-۹]{2}/[۰-۹]{2}/[۰-۹]{2}"));
        }
    }

    private static void choose(Page page, String calendar) {
        page.locator("details.menu:has([name=calendar]) > summary").click();
        page.locator("button[name=calendar][value=" + calendar + "]").click();
    }

    /** Every field for a day, typed as Persians write days. */
    @Test
    void jalaliDaysInPersianDigitsAreUnderstoodInEveryField() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "fa", true)) {
            Page page = home(context, "owner.retail", "fa");
            for (String path : List.of("/history?", "/insights?")) {
                page.navigate(product.url() + HOME + path.replace("?", ""));
                if (path.startsWith("/insights")) {
                    page.locator("main a[href*='/insights/']").first().click();
                }
                page.locator("#from").fill("۱۴۰۴/۰۱/۰۱");
                page.locator("#to").fill("۱۴۰۵/۱۲/۲۹");
                page.locator("#from").press("Enter");
                page.waitForURL(address -> address.contains("from="));
                assertThat(page.locator("#from")).hasValue("۱۴۰۴/۰۱/۰۱");
                assertThat(page.locator("#to")).hasValue("۱۴۰۵/۱۲/۲۹");
            }
            page.navigate(product.url() + HOME + "/categories?asOfDay=۱۴۰۴/۰۱/۰۱&asOfTime=۱۲:۳۰");
            if (page.locator("#asOfDay").count() > 0) {
                assertThat(page.locator("#asOfDay")).hasValue("۱۴۰۴/۰۱/۰۱");
                assertThat(page.locator("#asOfTime")).hasValue("۱۲:۳۰");
            }
            page.navigate(product.url() + HOME + "/campaigns/new");
            page.locator("#opens-day").fill("۱۴۰۵/۰۱/۰۱");
            page.locator("#opens-time").fill("۰۹:۳۰");
            page.locator("#closes-day").fill("۱۴۷۸/۱۲/۲۹");
            page.locator("[name=name-fa], [name=name-en]").first().fill("روزها");
            page.locator("[id='new:create']").click();
            page.waitForURL(address -> address.matches(".*/campaigns/[0-9a-f-]{36}"));
            assertThat(page.locator(".facts").innerText()).contains("۱۴۰۵").contains("۱۴۷۸");
            page.navigate(product.url() + HOME + "/history/engagements");
            assertThat(page.locator("#from")).hasValue(Pattern.compile("۱۴[۰-۹]{2}/[۰-۹]{2}/[۰-۹]{2}"));
        }
    }

    @Test
    void whatWasDoneIsTakenBackFromTheNotice() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = home(context, "owner.retail", "en");
            page.navigate(product.url() + HOME + "/campaigns");
            page.locator("main tbody a").first().click();
            page.locator("[data-opens=ask-pause], [data-opens*=pause]").first().click();
            page.locator("[id='pausing:pause']").click();
            Locator undo = page.locator("#notices .toast.done form button");
            assertThat(undo).isVisible();
            assertThat(page.locator("[id='resuming:resume']").count()).isEqualTo(1);
            undo.click();
            assertThat(page.locator("#notices .toast.done")).isVisible();
            assertThat(page.locator("[id='pausing:pause']").count()).isEqualTo(1);
        }
    }
}
