package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The product's main job, by hand: sign in, make a questionnaire, publish it, answer it on a phone in Persian without
 * scripts, and see the gap change.
 */
class JourneyPageIT {

    private static final int BASELINE = 8;

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

    @Test
    void anAnswerOnAPhoneInPersianChangesTheGap() {
        String key = "journey" + Long.toString(System.nanoTime(), 36);
        Api owner = Api.as(product, "owner.retail");
        String workspace = "/workspaces/harbour-retail";
        try (BrowserContext desk = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(desk, product, "owner.retail", "/w/harbour-retail/questionnaires/new");
            Browsers.speak(page, "en");
            page.navigate(product.url() + "/w/harbour-retail/questionnaires/new");
            page.locator("input[name=beginning][value=service-quality]").check();
            page.locator("[id='new:title']").fill("Journey");
            page.locator("[id='new:key']").fill(key);
            page.locator("[id='new:create']").click();
            page.waitForURL(address -> address.contains("/questionnaires/" + key));
            page.locator("#tools")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish"))
                    .click();
            Locator asked = page.locator("dialog[open]");
            page.waitForResponse(
                    response -> response.url().endsWith("/publishing")
                            && response.request().method().equals("POST"),
                    () -> asked.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish"))
                            .click());
            assertThat(owner.get(workspace + "/questionnaires/" + key + "/versions/1")
                            .status())
                    .isEqualTo(200);

            String link = field(page, key);
            String id = page.url().replaceFirst(".*/campaigns/", "");
            for (int i = 0; i < BASELINE; i++) {
                answerOnAPhone(link, "en", 6, 4);
            }
            String before = finding(page, id);
            assertThat(before).contains("2");

            answerOnAPhone(link, "fa", 1, 7);

            assertThat(finding(page, id)).isNotEqualTo(before);
            assertThat(owner.get(workspace + "/campaigns/" + id + "/insights/servqual")
                            .json()
                            .get("n")
                            .asInt())
                    .isEqualTo(BASELINE + 1);
        }
    }

    /** Makes a campaign of the version in the console and returns its public link. */
    private String field(Page page, String key) {
        page.navigate(product.url() + "/w/harbour-retail/campaigns/new");
        page.locator("[name=version]").selectOption(key + "@1");
        page.locator("[name=closes-day]").fill("2020-01-01");
        page.locator("[id='new:create']").click();
        assertThat(page.locator(".field .error").allInnerTexts())
                .as("a name is missing and the end is over")
                .hasSize(2);
        assertThat(page.locator("[name=version]").inputValue()).isEqualTo(key + "@1");
        page.locator("[name=name-en]").fill("Journey");
        page.locator("[name=closes-day]").fill("2099-12-31");
        page.locator("[id='new:create']").click();
        page.waitForURL(address -> address.matches(".*/campaigns/[0-9a-f-]{36}"));
        assertThat(page.locator(".facts").innerText()).contains("31 Dec 2099");
        return page.locator(".public-link").getAttribute("href");
    }

    private String finding(Page page, String campaign) {
        page.navigate(product.url() + "/w/harbour-retail/insights/" + campaign + "/servqual");
        return page.locator("table").first().innerText();
    }

    private void answerOnAPhone(String link, String language, int expected, int perceived) {
        try (BrowserContext phone = browsers.window(Browsers.PHONE, language, false)) {
            Page page = phone.newPage();
            page.navigate(link + "?lang=" + language);
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("fa") ? "rtl" : "ltr");
            for (int sheet = 0; sheet < 10 && page.locator("form#F").count() > 0; sheet++) {
                Set<String> groups = new LinkedHashSet<>();
                for (Locator radio : page.locator("input[type=radio]").all()) {
                    groups.add(radio.getAttribute("name"));
                }
                List<String> names = List.copyOf(groups);
                for (int i = 0; i < names.size(); i++) {
                    int answer = i % 2 == 0 ? expected : perceived;
                    page.locator("input[name='" + names.get(i) + "'][value='" + answer + "']")
                            .check();
                }
                page.locator("form#F .b button").last().click();
            }
            assertThat(page.locator("form#F").count()).as(page.content()).isZero();
        }
    }
}
