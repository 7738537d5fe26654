package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.entezar.evidence.Hash;
import org.entezar.evidence.archive.ProofVerification;
import org.entezar.evidence.archive.Trust;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The auditor's walk in the console: sign in, read, narrow, open an entry, take its proof home; change nothing. */
class HistoryPageIT {

    private static final String HISTORY = "/w/aria-hotel/history";
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
    void anAuditorNarrowsTheHistoryOpensAnEntryAndTakesItsProofHome() throws Exception {
        assertThat(Api.as(product, "auditor.hotel")
                        .post("/workspaces/aria-hotel/history/checkpoints", "")
                        .status())
                .isBetween(200, 201);
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", HISTORY);
            Browsers.speak(page, "en");
            page.navigate(product.url() + HISTORY);
            assertThat(page.locator(".timeline li").count()).isGreaterThan(3);

            page.locator("#action").selectOption("questionnaire.published");
            page.locator(".history-filter button[type=submit]").click();
            page.waitForURL(address -> address.contains("action=questionnaire.published"));
            List<String> told = page.locator(".timeline .said").allInnerTexts();
            assertThat(told).isNotEmpty().allMatch(sentence -> sentence.contains("published version"));

            page.locator(".timeline li a").first().click();
            page.waitForURL(address -> address.contains("/history/entries/"));
            assertThat(page.locator("h1").innerText()).contains("published version");
            assertThat(page.locator("#says").innerText()).doesNotContain("{", "}");
            String hash = page.locator("code.hash").first().innerText();
            APIResponse entry = page.request().get(page.url() + "/entry.json");
            assertThat(Hash.sha256(entry.body()).hex()).isEqualTo(hash);

            assertThat(ProofVerification.verify(
                                    page.request()
                                            .get(page.url() + "/proof.json")
                                            .body(),
                                    Trust.NONE)
                            .holds())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void thePagesAreWholeInEveryLanguage(String language) {
        PageLook look = new PageLook();
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", HISTORY);
            Browsers.speak(page, language);
            Map<String, String> views = Map.of(
                    "timeline",
                    HISTORY,
                    "published",
                    first(page, "questionnaire.published"),
                    "categories",
                    first(page, "categories.replaced"),
                    "sealed",
                    first(page, "responses.sealed"),
                    "nothing",
                    HISTORY + "?from=2001-01-01&to=2001-01-02",
                    "responses",
                    HISTORY + "/responses",
                    "kept",
                    "/w/aria-hotel/kept-insights",
                    "satisfaction",
                    "/w/aria-hotel/satisfaction",
                    "quarters",
                    "/w/aria-hotel/satisfaction?grain=quarter");
            views.forEach((name, path) -> look.visit(page, product.url() + path, "history-" + name + "-" + language));
        }
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.hotel", HISTORY + "/engagements");
            Browsers.speak(page, language);
            look.visit(page, product.url() + HISTORY + "/engagements", "history-engagements-" + language);
        }
        look.isClean();
    }

    private String first(Page page, String action) {
        page.navigate(product.url() + HISTORY + "?action=" + action);
        return page.locator(".timeline li a").first().getAttribute("href");
    }

    /** Figures for whoever may see figures, what happened meanwhile for whoever may read history. */
    @Test
    void satisfactionOverTimeIsToldToThoseWhoMayKnow() {
        Api auditor = Api.as(product, "auditor.hotel");
        String questionnaire = auditor.get("/workspaces/aria-hotel/campaigns/" + auditor.busiestCampaign("aria-hotel"))
                .json()
                .get("questionnaire")
                .asText();
        String path = "/workspaces/aria-hotel/satisfaction-history?questionnaire=" + questionnaire;
        Api.Answer audited = auditor.get(path);
        assertThat(audited.status()).isEqualTo(200);
        assertThat(audited.json().get("history").get("periods").size()).isGreaterThan(6);
        assertThat(audited.json().get("history").get("series").size()).isPositive();
        assertThat(audited.json().get("events").size()).isPositive();
        Api.Answer analysed = Api.as(product, "analyst.hotel").get(path + "&calendar=persian&grain=year");
        assertThat(analysed.status()).isEqualTo(200);
        assertThat(analysed.json()
                        .get("history")
                        .get("periods")
                        .get(0)
                        .get("year")
                        .asInt())
                .isBetween(1400, 1500);
        assertThat(analysed.json().get("events").size()).isZero();
        assertThat(Api.as(product, "owner.retail").get(path).status()).isEqualTo(404);
        assertThat(auditor.get(path + "&grain=decade").status()).isEqualTo(400);
    }

    /** The same token before and after: what ends is not the token but the engagement. */
    @Test
    void anOutsideAuditorIsLetInHeardAndShutOut() {
        Api owner = Api.as(product, "owner.retail");
        String engagements = "/workspaces/harbour-retail/engagements";
        Premises.shutOut(owner, "/workspaces/harbour-retail", "auditor.hotel");
        Api.Answer made = owner.post(engagements, Premises.invitation("auditor.hotel"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String id = made.json().at("/engagement/id").asText();
        Api auditor = Api.as(product, "auditor.hotel");
        assertThat(auditor.get("/workspaces/harbour-retail/history").status()).isEqualTo(200);
        Api.Answer asked = auditor.post(
                engagements + "/" + id + "/remarks", "{\"kind\":\"FINDING\",\"entry\":2,\"text\":\"Unclear\"}");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        String finding = asked.json().get("id").asText();
        assertThat(owner.post(engagements + "/remarks/" + finding + "/answers", "{\"text\":\"Explained\"}")
                        .status())
                .isEqualTo(201);
        assertThat(auditor.patch(engagements + "/remarks/" + finding, "{\"status\":\"RESOLVED\"}")
                        .status())
                .isEqualTo(200);
        assertThat(auditor.post(engagements + "/" + id + "/end", "").status()).isEqualTo(403);
        assertThat(auditor.patch("/workspaces/harbour-retail", "{\"minimumGroup\":3}")
                        .status())
                .isEqualTo(403);
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", "/w/harbour-retail/history/engagements");
            Browsers.speak(page, "en");
            page.navigate(product.url() + "/w/harbour-retail/history/entries/2");
            assertThat(page.locator(".thread").first().innerText()).contains("Unclear", "Explained", "resolved");
            assertThat(owner.post(engagements + "/" + id + "/end", "").status()).isEqualTo(200);
            assertThat(page.request().get(page.url()).status()).isEqualTo(404);
        }
        assertThat(auditor.get("/workspaces/harbour-retail/history").status()).isEqualTo(404);
        assertThat(auditor.get("/workspaces/aria-hotel/history").status()).isEqualTo(200);
    }

    @Test
    void anAuditorMayChangeNothing() {
        Api auditor = Api.as(product, "auditor.hotel");
        String workspace = "/workspaces/aria-hotel";
        assertThat(auditor.patch(workspace, "{\"minimumGroup\":3}").status()).isEqualTo(403);
        assertThat(auditor.put(workspace + "/categories", "{\"categories\":[]}", Map.of("If-Match", "*"))
                        .status())
                .isEqualTo(403);
        String campaign =
                "{\"questionnaire\":\"stay\",\"version\":1,\"name\":{\"en\":\"Audit\"},\"channels\":[\"link\"]}";
        assertThat(auditor.post(workspace + "/campaigns", campaign).status()).isEqualTo(403);
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", HISTORY);
            for (String path : List.of("/settings", "/campaigns/new", "/questionnaires/new")) {
                assertThat(page.navigate(product.url() + "/w/aria-hotel" + path).status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "analyst.hotel", "/w/aria-hotel");
            assertThat(page.navigate(product.url() + HISTORY).status()).isEqualTo(403);
        }
    }
}
