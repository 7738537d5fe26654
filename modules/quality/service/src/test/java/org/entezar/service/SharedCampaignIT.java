package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An analyst is limited to one campaign: sees it whole, nothing of the others, and nothing once it is taken back. */
class SharedCampaignIT {

    private static final String ALIAS = "harbour-retail";
    private static final String ROOT = "/workspaces/" + ALIAS;
    private static final String LOGIN = "auditor.hotel";

    private static Browsers browsers;
    private static String shared;
    private static String hidden;

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");
    private final PageLook look = new PageLook();
    private String person;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @BeforeEach
    void invite() {
        if (shared == null) {
            shared = new Premises(owner, ALIAS, "analyst.retail").names().get("campaign");
            hidden = new Premises(owner, ALIAS, "analyst.retail").names().get("campaign");
        }
        letGo();
        Api.Answer added = owner.post(ROOT + "/members", "{\"login\":\"" + LOGIN + "\",\"role\":\"analyst\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        person = ROOT + "/members/" + added.json().get("id").asText();
    }

    /** Nobody is left in by a test that failed in its middle. */
    @AfterEach
    void letGo() {
        for (JsonNode member : owner.get(ROOT + "/members").json().get("items")) {
            if (member.get("login").asText().equals(LOGIN)) {
                String address = ROOT + "/members/" + member.get("id").asText();
                owner.delete(address + "/shared-campaigns");
                owner.delete(address);
            }
        }
        look.isClean();
    }

    private void share(String... campaigns) {
        String ids = campaigns.length == 0 ? "" : "\"" + String.join("\",\"", campaigns) + "\"";
        Api.Answer answer = owner.put(person + "/shared-campaigns", "{\"campaigns\":[" + ids + "]}", Map.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("onlyShared").asBoolean()).isTrue();
        assertThat(answer.json().get("campaigns")).hasSize(campaigns.length);
    }

    private static List<String> ids(Api.Answer page) {
        List<String> ids = new ArrayList<>();
        page.json().get("items").forEach(item -> ids.add(item.get("id").asText()));
        return ids;
    }

    /** What every reading operation of a campaign that the contract has answers. */
    private Map<String, Integer> readings(Api caller, String campaign) {
        Map<String, Integer> answers = new TreeMap<>();
        JsonNode paths = owner.get("/openapi").json().get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (path.getKey().contains("/campaigns/{campaign}")
                    && path.getValue().has("get")) {
                String template = path.getKey().substring(path.getKey().indexOf("/workspaces"));
                String address = template.replace("{ws}", ALIAS)
                        .replace("{campaign}", campaign)
                        .replace("{method}", "servqual");
                if (!address.contains("{")) {
                    answers.put(template, caller.get(address).status());
                }
            }
        }
        String responses = ROOT + "/campaigns/" + campaign + "/responses?format=";
        for (String format : List.of("json", "csv", "xlsx")) {
            answers.put(format, caller.get(responses + format).status());
        }
        return answers;
    }

    /** What lacks a parameter may be refused for that first. */
    private static void assertNothingIsThere(Map<String, Integer> answers, Map<String, Integer> whole) {
        assertThat(answers).hasSameSizeAs(whole);
        answers.forEach((operation, status) ->
                assertThat(status).as(operation).isIn(whole.get(operation) == 400 ? List.of(400, 404) : List.of(404)));
    }

    @Test
    void theSameTokenSeesOneCampaignThenNoneThenAll() {
        Api analyst = Api.as(product, LOGIN);
        Map<String, Integer> whole = readings(analyst, shared);
        assertThat(whole).hasSizeGreaterThan(6).containsEntry("csv", 200).containsEntry("json", 200);
        assertThat(readings(analyst, hidden)).isEqualTo(whole);
        int all = ids(analyst.get(ROOT + "/campaigns")).size();
        assertThat(owner.get(person + "/shared-campaigns")
                        .json()
                        .get("onlyShared")
                        .asBoolean())
                .isFalse();

        share(shared);
        assertThat(ids(analyst.get(ROOT + "/campaigns"))).containsExactly(shared);
        assertThat(readings(analyst, shared)).as("the shared one, as before").isEqualTo(whole);
        assertNothingIsThere(readings(analyst, hidden), whole);
        assertThat(analyst.get(ROOT + "/questionnaires").status()).isEqualTo(200);
        for (String closed : List.of("/members", "/imports", "/history", "/api-clients", "/usage")) {
            assertThat(analyst.get(ROOT + closed).status()).as(closed).isEqualTo(403);
        }
        String insight = analyst.post(ROOT + "/campaigns/" + shared + "/insights", "{\"method\":\"servqual\"}")
                .json()
                .get("id")
                .asText();
        String secret = owner.post(ROOT + "/campaigns/" + hidden + "/insights", "{\"method\":\"servqual\"}")
                .json()
                .get("id")
                .asText();
        assertThat(ids(analyst.get(ROOT + "/insights?limit=500")))
                .contains(insight)
                .doesNotContain(secret);
        assertThat(analyst.get(ROOT + "/insights/" + insight).status()).isEqualTo(200);
        assertThat(analyst.get(ROOT + "/insights/" + secret).status()).isEqualTo(404);
        assertThat(analyst.post(ROOT + "/campaigns/" + hidden + "/insights", "{\"method\":\"servqual\"}")
                        .status())
                .isEqualTo(404);
        assertThat(analyst.patch(ROOT + "/campaigns/" + shared, "{\"name\":{\"en\":\"Mine\"}}")
                        .status())
                .isEqualTo(403);
        assertThat(analyst.delete(person + "/shared-campaigns").status())
                .as("frees nobody, least of all themselves")
                .isEqualTo(403);

        share();
        assertThat(ids(analyst.get(ROOT + "/campaigns"))).isEmpty();
        assertNothingIsThere(readings(analyst, shared), whole);
        assertThat(analyst.get(ROOT + "/insights/" + insight).status())
                .as("also what they kept themselves")
                .isEqualTo(404);

        assertThat(owner.delete(person + "/shared-campaigns").status()).isEqualTo(204);
        assertThat(ids(analyst.get(ROOT + "/campaigns"))).hasSize(all);
        assertThat(readings(analyst, hidden)).isEqualTo(whole);
    }

    @Test
    void mistakesAreNamedAtTheirPlaces() {
        String address = person + "/shared-campaigns";
        String unknown = "{\"campaigns\":[\"" + shared + "\",\"00000000-0000-7000-8000-000000000000\"]}";
        assertThat(owner.put(address, unknown, Map.of())
                        .json()
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .asText())
                .isEqualTo("/campaigns/1");
        assertThat(owner.put(address, "{\"campaigns\":[\"x\"]}", Map.of()).status())
                .isEqualTo(422);
        assertThat(owner.put(address, "{}", Map.of()).status()).isEqualTo(422);
        assertThat(owner.put(address, "{\"campaigns\":\"all\"}", Map.of()).status())
                .isEqualTo(422);
        assertThat(owner.get(address).json().get("onlyShared").asBoolean()).isFalse();
        owner.patch(person, "{\"roles\":[\"administrator\"]}");
        assertThat(owner.put(address, "{\"campaigns\":[]}", Map.of()).status()).isEqualTo(409);
    }

    /** Nothing is offered that is then refused, and nothing of the other campaigns is reached. */
    @Test
    void pagesOfferOnlyWhatIsShared() {
        share(shared);
        String base = "/w/" + ALIAS;
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, LOGIN, base);
            Set<String> offered = new TreeSet<>();
            for (String address : List.of(
                    base,
                    base + "/campaigns",
                    base + "/campaigns/" + shared,
                    base + "/campaigns/responses",
                    base + "/campaigns/" + shared + "/responses",
                    base + "/insights",
                    base + "/kept-insights",
                    base + "/satisfaction",
                    base + "/questionnaires",
                    base + "/search?q=a")) {
                assertThat(page.navigate(product.url() + address).status())
                        .as(address)
                        .isEqualTo(200);
                assertThat(page.content()).as(address).doesNotContain(hidden);
                ((List<?>) page.evaluate("[...document.querySelectorAll('a[href]')]"
                                + ".filter(a => a.origin === location.origin && a.pathname.startsWith('" + base + "'))"
                                + ".map(a => a.pathname + a.search)"))
                        .forEach(link -> offered.add(String.valueOf(link)));
            }
            assertThat(offered).hasSizeGreaterThan(20).noneMatch(link -> link.contains("/people"));
            List<String> refused = new ArrayList<>();
            for (String link : offered) {
                int status = status(page, link);
                if (status >= 400) {
                    refused.add(link + " " + status);
                }
            }
            assertThat(refused).as("offered and then refused").isEmpty();
            for (String part : List.of(
                    "", "/sheet", "/qr.svg", "/qr.png", "/events", "/responses", "/responses.csv", "/responses.xlsx")) {
                assertThat(status(page, base + "/campaigns/" + hidden + part))
                        .as(part)
                        .isEqualTo(404);
            }
            for (String part : List.of("", "/servqual", "/servqual/table.csv")) {
                assertThat(status(page, base + "/insights/" + hidden + part))
                        .as(part)
                        .isEqualTo(404);
            }
            share();
            assertThat(status(page, base + "/campaigns/" + shared))
                    .as("the same session, after it was taken back")
                    .isEqualTo(404);
            look.hear(page);
            page.navigate(product.url() + base + "/campaigns");
            look.everywhere(page, "nothing-shared");
        }
    }

    private int status(Page page, String address) {
        return page.request()
                .get(product.url() + address, RequestOptions.create().setMaxRedirects(5))
                .status();
    }

    @ParameterizedTest
    @CsvSource({"en", "fa", "zh-Hans"})
    void anOwnerSharesOnThePagesAndTakesItBack(String language) {
        String id = person.substring(person.lastIndexOf('/') + 1);
        String member = product.url() + "/w/" + ALIAS + "/people/members/" + id;
        Api analyst = Api.as(product, LOGIN);
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/" + ALIAS + "/campaigns/" + shared);
            Browsers.speak(page, language);
            look.hear(page);
            page.navigate(product.url() + "/w/" + ALIAS + "/campaigns/" + shared);
            assertThat(page.locator("[name=person]").count())
                    .as("nobody is limited")
                    .isZero();
            look.everywhere(page, "campaign-shared-with-all-" + language);

            page.navigate(member);
            assertThat(page.locator("[name=campaign]").first().isVisible()).isFalse();
            page.locator("#sees-shared").check();
            page.locator("[name=campaign][value='" + shared + "']").check();
            look.everywhere(page, "member-sharing-" + language);
            page.locator("[id='sharing:share']").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("#sees-shared").isChecked()).isTrue();
            assertThat(ids(analyst.get(ROOT + "/campaigns"))).containsExactly(shared);

            page.locator(".toast form button").click();
            page.waitForCondition(() -> !page.locator("#sees-shared").isChecked());
            assertThat(ids(analyst.get(ROOT + "/campaigns"))).contains(shared, hidden);

            share(shared);
            page.navigate(product.url() + "/w/" + ALIAS + "/people");
            look.everywhere(page, "people-sharing-" + language);
            page.navigate(product.url() + "/w/" + ALIAS + "/campaigns/" + hidden);
            page.locator("[name=person][value='" + id + "']").check();
            look.everywhere(page, "campaign-sharing-" + language);
            page.locator("[id='sharing:share']").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("[name=person][value='" + id + "']").isChecked())
                    .isTrue();
            assertThat(ids(analyst.get(ROOT + "/campaigns"))).containsExactlyInAnyOrder(shared, hidden);
        }
    }
}
