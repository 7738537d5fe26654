package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Standards and promises in the console: set, changed, seen as they were, withdrawn; read by everybody. */
class CommitmentPageIT {

    private static final String HERE = "/w/harbour-retail/";
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

    private static void send(Page page, String button) {
        page.locator("[id='" + button + "']").click();
    }

    /** What people read: without marks of direction, all spaces alike. */
    private static String read(Locator shown) {
        return shown.innerText().replaceAll("[\\u2066-\\u2069]", "").replace('\u00a0', ' ');
    }

    private static Locator row(Page page, String name) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 3, 95, 5, at most 3 mins in 95% of occasions, at most 5 mins in 95% of occasions, service standard",
        "fa, ۳٫۵, ۹۵, ۵, حداکثر ۳٫۵ دقیقه در ۹۵٪ موارد, حداکثر ۵ دقیقه در ۹۵٪ موارد, استاندارد خدمت"
    })
    void aStandardIsSetChangedSeenAsItWasAndWithdrawn(
            String language, String target, String share, String later, String before, String after, String told) {
        String name = Premises.fresh("Queue ");
        PageLook look = new PageLook();
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", HERE + "standards");
            Browsers.speak(page, language);
            look.hear(page);

            page.navigate(product.url() + HERE + "standards/new");
            page.locator("[name=name-en]").fill(name);
            page.locator("[name=measure-en]").fill("Minutes in the queue");
            page.locator("#category").selectOption("checkout");
            page.locator("#target").fill(target);
            page.locator("#unit").fill("min");
            page.locator("#share").fill(share);
            send(page, "standard:create");
            page.waitForURL(address -> address.endsWith("/standards"));
            assertThat(read(row(page, name))).contains(before);
            Instant then = Instant.now();

            row(page, name).locator("th a").click();
            page.waitForURL(address -> address.contains("/standards/"));
            String id = page.url().substring(page.url().lastIndexOf('/') + 1);
            assertThat(page.locator("#target").inputValue()).isEqualTo(target);
            page.locator("#target").fill("x");
            send(page, "standard:change");
            page.locator("#target-error").waitFor();
            assertThat(page.locator("[name=name-en]").inputValue()).isEqualTo(name);
            look.everywhere(page, "standard-refused-" + language);
            page.locator("#target").fill(later);
            send(page, "standard:change");
            page.waitForURL(address -> address.endsWith("/standards"));
            assertThat(read(row(page, name))).contains(after).doesNotContain(before);

            page.navigate(product.url() + HERE + "standards?asOf=" + then);
            assertThat(read(row(page, name))).contains(before);
            assertThat(row(page, name).locator("th a").count()).isZero();
            assertThat(page.locator(".past-banner").isVisible()).isTrue();
            look.everywhere(page, "standards-past-" + language);

            page.navigate(product.url() + HERE + "standards/" + id);
            page.locator("[data-opens=ask-withdraw]").click();
            page.locator("#reason").fill("Measured <b>twice</b>");
            look.here(page, "standard-withdraw-" + language);
            page.locator("#withdraw").click();
            page.waitForURL(address -> address.endsWith("/standards"));
            assertThat(row(page, name).count()).isZero();

            page.navigate(product.url() + HERE + "history?subject=standard/" + id);
            assertThat(page.locator(".timeline .said").allInnerTexts())
                    .hasSize(3)
                    .allMatch(sentence -> sentence.contains(told) && sentence.contains(name));
            assertThat(page.locator(".timeline").innerText()).contains("Measured <b>twice</b>");
            page.locator(".timeline li a").nth(1).click();
            page.waitForURL(address -> address.contains("/history/entries/"));
            look.everywhere(page, "standard-entry-" + language);
        }
        look.isClean();
    }

    @Test
    void aPromiseIsEnteredChangedAndWithdrawn() {
        String words = Premises.fresh("Fresh every day ");
        try (BrowserContext context = browsers.window(Browsers.PHONE, "en", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", HERE + "promises/new");
            Browsers.speak(page, "en");
            page.navigate(product.url() + HERE + "promises/new");
            page.locator("[name=text-en]").fill(words);
            page.locator("#category").selectOption("range");
            page.locator("#madeBy").fill("Marketing");
            page.locator("#medium").selectOption("BROCHURE");
            page.locator("#validFrom").fill("2026-03-21");
            page.locator("#validUntil").fill("2026-03-20");
            send(page, "promise:make");
            assertThat(page.locator("span.error").innerText()).contains("before the first");
            page.locator("#validUntil").fill("2026-03-22");
            send(page, "promise:make");
            page.waitForURL(address -> address.endsWith("/promises"));
            assertThat(read(row(page, words))).contains("Marketing", "brochure", "ended", "21 Mar 2026");

            row(page, words).locator("th a").click();
            page.locator("#validUntil").fill("");
            send(page, "promise:change");
            page.waitForURL(address -> address.endsWith("/promises"));
            assertThat(read(row(page, words))).contains("in force").doesNotContain("ended");

            row(page, words).locator("th a").click();
            page.locator("[data-opens=ask-withdraw]").click();
            page.locator("#reason").fill("Never printed");
            page.locator("#withdraw").click();
            page.waitForURL(address -> address.endsWith("/promises"));
            assertThat(row(page, words).count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void thePagesAreWholeInEveryLanguage(String language) {
        PageLook look = new PageLook();
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.hotel", "/w/aria-hotel/standards");
            Browsers.speak(page, language);
            look.hear(page);
            for (String path : new String[] {"standards", "promises", "standards/new", "promises/new"}) {
                look.visit(page, product.url() + "/w/aria-hotel/" + path, "commitment-" + path + "-" + language);
            }
            for (String path : new String[] {"standards", "promises"}) {
                page.navigate(product.url() + "/w/aria-hotel/" + path);
                assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(3);
                page.locator("tbody th a").first().click();
                page.waitForURL(address -> address.contains("/" + path + "/"));
                look.everywhere(page, "commitment-" + path + "-one-" + language);
            }
            look.visit(
                    page,
                    product.url() + "/w/aria-hotel/promises?asOf=2020-01-01T00:00:00Z",
                    "commitment-none-then-" + language);
            assertThat(page.locator(".empty").isVisible()).isTrue();
        }
        look.isClean();
    }

    @Test
    void whoMayOnlyReadReadsAndIsOfferedNoMore() {
        for (String user : new String[] {"analyst.retail", "frontline.retail"}) {
            try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
                Page page = Browsers.signIn(context, product, user, HERE + "standards");
                Browsers.speak(page, "en");
                page.navigate(product.url() + HERE + "standards");
                assertThat(page.locator("tbody").innerText()).contains("Queue at the checkout", "Checkout");
                assertThat(page.locator("tbody a").count()).as(user).isZero();
                assertThat(page.locator("a[href$='/new']").count()).isZero();
                assertThat(page.locator("details.past-switch").count())
                        .as(user)
                        .isEqualTo(user.startsWith("analyst") ? 1 : 0);
                assertThat(page.navigate(product.url() + HERE + "standards/new").status())
                        .isEqualTo(403);
            }
        }
    }

    /** Whether satisfaction moved after a standard or a promise is a matter of looking. */
    @Test
    void theyStandUnderTheCurvesOfSatisfaction() {
        Api auditor = Api.as(product, "auditor.hotel");
        String questionnaire = auditor.get("/workspaces/aria-hotel/campaigns/" + auditor.busiestCampaign("aria-hotel"))
                .json()
                .get("questionnaire")
                .asText();
        assertThat(auditor.get("/workspaces/aria-hotel/satisfaction-history?questionnaire=" + questionnaire)
                        .body())
                .contains("standard.created", "standard.changed", "promise.made");
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", "/w/aria-hotel/satisfaction");
            Browsers.speak(page, "en");
            page.navigate(product.url() + "/w/aria-hotel/satisfaction");
            assertThat(read(page.locator("main")))
                    .contains("set the service standard “Check-in time”", "entered the promise “A quiet room");
        }
    }
}
