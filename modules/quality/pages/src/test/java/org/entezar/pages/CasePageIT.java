package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody at the front opens a case from a response and works it to its end; others see of it what they may. */
class CasePageIT {

    private static final String ALIAS = "harbour-retail";
    private static final String ROOT = "/workspaces/" + ALIAS;
    private static final String BASE = "/w/" + ALIAS + "/";
    private static final String WORDS = "Forty minutes in the queue and nobody said why";

    private static Browsers browsers;
    private static Map<String, String> names = Map.of();
    private static String category = "";

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");
    private final Api frontline = Api.as(product, "frontline.retail");
    private final PageLook look = new PageLook();

    @BeforeAll
    static void open() {
        browsers = new Browsers();
        Api owner = Api.as(Product.shared(), "owner.retail");
        names = new Premises(owner, ALIAS, "analyst.retail").names();
        // It would keep the words of cases from its responses.
        owner.post(ROOT + "/holds/" + names.get("hold") + "/release", "{\"reason\":\"Over\"}");
        category =
                owner.get(ROOT + "/categories").json().at("/categories/0/key").asText();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @AfterEach
    void looksAsItShould() {
        look.isClean();
    }

    private void go(Page page, String path) {
        page.navigate(product.url() + BASE + path);
    }

    private String opened(String title) {
        Api.Answer made = frontline.post(
                ROOT + "/cases",
                "{\"kind\":\"COMPLAINT\",\"severity\":\"HIGH\",\"category\":\"" + category + "\",\"title\":\"" + title
                        + "\",\"due\":\"2026-01-05\",\"response\":\"" + names.get("response") + "\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().get("id").asText();
    }

    /** The questionnaire of the simulated year. */
    private String answered() {
        for (JsonNode campaign : owner.get(ROOT + "/campaigns").json().get("items")) {
            if (campaign.get("simulated").asBoolean()
                    && campaign.get("responses").asLong() > 1_000) {
                return campaign.get("questionnaire").asText();
            }
        }
        throw new AssertionError("no simulated campaign");
    }

    private JsonNode read(String id) {
        return frontline.get(ROOT + "/cases/" + id).json();
    }

    @Test
    void aRequestThatIsRepeatedIsAnsweredAgainAndItsWordsAreKeptNowhere() throws Exception {
        String words = Premises.fresh("Kept nowhere ");
        String body = "{\"kind\":\"RECOVERY\",\"severity\":\"LOW\",\"title\":\"" + words + "\"}";
        Map<String, String> key = Map.of("Idempotency-Key", Premises.fresh("case-"));
        Api.Answer first = frontline.post(ROOT + "/cases", body, key);
        Api.Answer again = frontline.post(ROOT + "/cases", body, key);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.json().get("title").asText()).isEqualTo(words);
        String notes = ROOT + "/cases/" + first.json().get("id").asText() + "/notes";
        String note = "{\"text\":\"" + words + " either\"}";
        Map<String, String> noteKey = Map.of("Idempotency-Key", Premises.fresh("note-"));
        frontline.post(notes, note, noteKey);
        assertThat(frontline.post(notes, note, noteKey).json().get("log")).hasSize(2);
        try (var connection = product.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) filter (where body <> ''), count(*) from entezar.repeated_request"
                                + " where location like '%/cases/%'")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
            assertThat(rows.getLong(2)).isGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "fa", "zh-Hans"})
    void aCaseIsOpenedFromAResponseAndWorkedToItsEnd(String language) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "frontline.retail", BASE);
            Browsers.speak(page, language);
            look.hear(page);
            go(page, "cases/new?response=" + names.get("response"));
            page.locator("[id='new:open']").click();
            page.locator(".field:has([id='new:title']) .error").waitFor();
            if (language.equals("fa")) {
                page.locator("[name=due]").fill("پریروز");
                page.locator("[id='new:open']").click();
                page.locator(".error:not(.field .error)").waitFor();
            }
            look.everywhere(page, "case-new-" + language);
            page.locator("[name=due]").fill(language.equals("fa") ? "۱۴۰۴/۱۰/۱۵" : "2026-01-05");
            page.locator("[id='new:title']").fill(WORDS);
            page.locator("[name=severity]").selectOption("HIGH");
            page.locator("[name=category]").selectOption(new SelectOption().setIndex(1));
            page.locator("[name=assignee]").selectOption(new SelectOption().setIndex(1));
            page.locator("[id='new:open']").click();
            page.waitForURL(address -> address.matches(".*/cases/[0-9a-f-]{36}"));
            String id = page.url().replaceFirst(".*/", "");
            assertThat(page.locator("h1").innerText()).isEqualTo(WORDS);
            assertThat(read(id).get("due").asText()).isEqualTo("2026-01-05");
            assertThat(read(id).get("response").asText()).isEqualTo(names.get("response"));
            assertThat(page.url()).as("words stand in no address").doesNotContain("queue");

            page.locator("[id='noting:text']").fill("Called her back");
            page.locator("[id='noting:add']").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("#log").innerText()).contains("Called her back");
            page.locator("[id='beginning:begin']").click();
            page.locator("[id='beginning:begin']").waitFor(gone());
            look.everywhere(page, "case-" + language);
            go(page, "cases?show=mine");
            assertThat(page.locator("#cases").innerText()).contains(WORDS);
            look.everywhere(page, "cases-mine-" + language);

            go(page, "cases/" + id);
            page.locator("[id='resolving:outcome']").fill("Opened a second till and sent a voucher");
            page.locator("[id='resolving:resolve']").click();
            page.locator("[id='closing:close']").waitFor();
            page.locator("[id='closing:close']").click();
            page.locator("[id='reopening:reopen']").waitFor();
            assertThat(page.locator("[id='noting:text']").count()).isZero();
            assertThat(page.locator("main").innerText()).contains("Opened a second till");
            look.everywhere(page, "case-closed-" + language);
            assertThat(read(id).get("state").asText()).isEqualTo("CLOSED");
            go(page, "cases?show=done");
            assertThat(page.locator("#cases").innerText()).contains(WORDS);
            look.everywhere(page, "cases-done-" + language);
        }
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    @Test
    void whoSavesOnWhatOthersChangedMeanwhileIsTold() {
        String id = opened("Two at one case");
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "frontline.retail", BASE + "cases/" + id);
            Browsers.speak(page, "en");
            go(page, "cases/" + id);
            page.locator("[name=severity]").selectOption("LOW");
            Api.Answer changed =
                    owner.patch(ROOT + "/cases/" + id, "{\"severity\":\"MEDIUM\"}", Map.of("If-Match", "*"));
            assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
            page.locator("[id='changing:save']").click();
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("[name=severity]").inputValue()).isEqualTo("LOW");
            assertThat(read(id).get("severity").asText()).isEqualTo("MEDIUM");
            page.locator("[id='changing:save']").click();
            page.locator(".toast").waitFor();
            assertThat(read(id).get("severity").asText()).isEqualTo("LOW");
        }
    }

    @Test
    void anAuditorSeesItAndChangesNothing() {
        String id = opened("Seen by an auditor");
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "auditor.retail", BASE + "cases");
            Browsers.speak(page, "en");
            look.hear(page);
            go(page, "cases");
            assertThat(page.locator("#cases").innerText()).contains("Seen by an auditor");
            assertThat(page.locator("main a[href$='cases/new']").count()).isZero();
            look.everywhere(page, "cases-auditor-en");
            go(page, "cases/" + id);
            assertThat(page.locator("h1").innerText()).isEqualTo("Seen by an auditor");
            assertThat(page.locator("main form").count()).isZero();
            assertThat(page.locator("main button").count()).isZero();
            look.everywhere(page, "case-auditor-en");
            assertThat(page.request().get(product.url() + BASE + "cases/new").status())
                    .isEqualTo(403);
        }
        Api auditor = Api.as(product, "auditor.retail");
        assertThat(auditor.get(ROOT + "/cases/" + id).status()).isEqualTo(200);
        assertThat(auditor.post(ROOT + "/cases/" + id + "/notes", "{\"text\":\"Mine\"}")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"en", "fa", "zh-Hans"})
    void anOwnerComesFromTheResponseAndErasesTheWords(String language) {
        String id = opened("Erased in the end");
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", BASE + "cases/" + id);
            Browsers.speak(page, language);
            look.hear(page);
            go(page, "campaigns/" + names.get("campaign") + "/responses/" + names.get("response"));
            assertThat(page.locator("main").innerText()).contains("Erased in the end");
            look.everywhere(page, "response-with-cases-" + language);
            page.locator("main a[href*='cases/new']").click();
            page.waitForURL(address -> address.contains("/cases/new?response=" + names.get("response")));

            go(page, "cases/" + id);
            page.locator("[data-opens=ask-erase]").click();
            look.here(page, "case-erase-" + language);
            page.locator("[id='erasing:reason']").fill("She asked for it");
            page.locator("[id='erasing:erase']").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("main").innerText()).doesNotContain("Erased in the end");
            look.everywhere(page, "case-erased-" + language);
            assertThat(read(id).has("title")).isFalse();
            assertThat(read(id).has("erasedAt")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "fa", "zh-Hans"})
    void openedAndResolvedCasesAreLaidUnderSatisfactionWithoutTheirWords(String language) {
        String id = opened("Words that no chart shows");
        assertThat(frontline
                        .post(
                                ROOT + "/cases/" + id + "/state",
                                "{\"state\":\"RESOLVED\",\"outcome\":\"Words as well\"}")
                        .status())
                .isEqualTo(200);
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", BASE + "satisfaction");
            Browsers.speak(page, language);
            look.hear(page);
            go(page, "satisfaction?questionnaire=" + answered());
            String told = page.locator("main").textContent();
            assertThat(told).doesNotContain("Words that no chart shows").doesNotContain("Words as well");
            String sentence =
                    switch (language) {
                        case "fa" -> "پرونده‌ای باز کرد";
                        case "zh-Hans" -> "建立了一个个案";
                        default -> "opened a case";
                    };
            assertThat(told).contains(sentence);
            look.everywhere(page, "satisfaction-with-cases-" + language);
            go(page, "history?subject=case/" + id);
            assertThat(page.locator(".timeline").innerText()).contains(sentence);
            page.locator(".timeline a").last().click();
            assertThat(page.locator("main").innerText()).doesNotContain("Words that no chart shows");
            assertThat(page.locator("#says").innerText())
                    .as("sealed words are told as such")
                    .doesNotContain("sealed ")
                    .doesNotContainPattern("[A-Za-z0-9+/]{40,}");
            look.everywhere(page, "history-case-" + language);
        }
    }
}
