package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a workspace is told that has used up what it may, by every door, and how another one goes on meanwhile. */
class FairnessIT {

    /** The button that people press, not the hidden one that the Enter key does, nor those of the languages. */
    private static final String SEND = "button:not([name]):not([aria-hidden])";

    private final Product product = Product.shared();
    private final Api operator = Api.as(product, "operator");
    private final String alias = Premises.fresh("fair");
    private final String root = "/workspaces/" + alias;
    private Api owner;

    @BeforeEach
    void makeAWorkspace() {
        Api.Answer made = operator.post(
                "/workspaces",
                "{\"alias\":\"" + alias
                        + "\",\"name\":{\"en\":\"Fair\"},\"locale\":\"en\",\"timeZone\":\"UTC\",\"owner\":\"partner\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        owner = Api.as(product, "partner");
    }

    private void allow(String quotas) {
        Api.Answer set =
                operator.put("/operator/workspaces/" + alias + "/quotas", "{\"quotas\":{" + quotas + "}}", Map.of());
        assertThat(set.status()).as(set.body()).isEqualTo(200);
    }

    private JsonNode campaign() {
        String key = Premises.fresh("q");
        assertThat(owner.post(root + "/questionnaires", Premises.questionnaire(key))
                        .status())
                .isEqualTo(201);
        assertThat(owner.post(root + "/questionnaires/" + key + "/versions", "{}")
                        .status())
                .isEqualTo(201);
        return owner.post(root + "/campaigns", Premises.campaign(key)).json();
    }

    @Test
    void aProgramThatAsksTooOftenIsToldWhenToComeAgainAndNobodyElseIs() {
        allow("\"CLIENT_REQUESTS_PER_MINUTE\":5");
        List<Api.Answer> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(owner.get(root));
        }
        assertThat(answers.subList(0, 5)).allMatch(answer -> answer.status() == 200);
        Api.Answer refused = answers.get(7);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After").map(Integer::parseInt))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1, 60));
        assertThat(refused.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.json().get("code").asText()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(refused.json().get("type").asText()).isEqualTo("urn:entezar:problem:too-many-requests");
        Api.Answer persian = Api.send(
                owner.request(root).header("Accept-Language", "fa").GET().build());
        assertThat(persian.json().get("title").asText()).contains("ثانیه");
        assertThat(Api.as(product, "owner.hotel").get("/workspaces/aria-hotel").status())
                .isEqualTo(200);
        allow("");
        assertThat(owner.get(root).status())
                .as("what the operator changes holds at once")
                .isEqualTo(200);
        assertThat(owner.get(root + "/usage").json().get("refusedToday").asLong())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void allProgramsOfAWorkspaceTogetherHaveALimitToo() {
        allow("\"REQUESTS_PER_MINUTE\":4");
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            statuses.add(owner.get(root).status());
        }
        assertThat(statuses).startsWith(200, 200, 200, 200).endsWith(429);
    }

    @Test
    void aPageSaysThatItWasTooMuchAndOffersToTryAgain() {
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.PHONE, "zh-Hans", true)) {
            Page page = Browsers.signIn(context, product, "partner", "/w/" + alias);
            allow("\"CLIENT_REQUESTS_PER_MINUTE\":1");
            page.navigate(product.url() + "/w/" + alias);
            com.microsoft.playwright.Response refused = page.navigate(product.url() + "/w/" + alias + "/settings");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.headerValue("retry-after")).isNotNull();
            assertThat(page.locator("h1").innerText()).isEqualTo("请求过于频繁");
            assertThat(page.locator("a.button.primary").getAttribute("href")).endsWith("/w/" + alias + "/settings");
        }
    }

    @Test
    void aRespondentLosesNothingWhenTheLinkOrTheMonthIsFull() {
        JsonNode campaign = campaign();
        String responses = root + "/campaigns/" + campaign.get("id").asText() + "/responses";
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.PHONE, "en", false)) {
            allow("\"LINK_RESPONSES_PER_MINUTE\":1");
            Page page = context.newPage();
            assertThat(answer(page, campaign)).isEqualTo(200);
            assertThat(answer(page, campaign)).isEqualTo(429);
            assertThat(page.locator("body").innerText()).contains("Nothing is lost");
            assertThat(page.locator("input[type=radio]:checked").count()).isEqualTo(2);

            allow("\"RESPONSES_PER_MONTH\":2");
            Api.Answer second = owner.post(responses, Premises.response());
            assertThat(second.status()).as(second.body()).isEqualTo(201);
            Api.Answer third = owner.post(responses, Premises.response());
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.json().get("code").asText()).isEqualTo("QUOTA_RESPONSES");
            assertThat(third.header("Retry-After").map(Long::parseLong))
                    .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1L, 31L * 24 * 3_600));
            assertThat(answer(page, campaign)).isEqualTo(429);
            assertThat(page.locator("body").innerText()).contains("your answers stay on this page");
            assertThat(page.locator("input[type=radio]:checked").count()).isEqualTo(2);
            Api.Answer lines =
                    owner.exchange("POST", responses, "application/x-ndjson", Premises.response() + "\n", Map.of());
            assertThat(lines.body()).contains("QUOTA_RESPONSES");

            allow("");
            page.locator(SEND).click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Thank you");
        }
    }

    /** Answers everything and sends; tells the status of what came. */
    private int answer(Page page, JsonNode campaign) {
        page.navigate(campaign.get("publicUrl").asText());
        for (String group : List.of("q1.expected", "q1.perceived")) {
            page.locator("input[name='" + group + "']").first().check();
        }
        return page.waitForResponse(response -> response.request().method().equals("POST"), () -> page.locator(SEND)
                        .click())
                .status();
    }

    @Test
    void whatIsUsedUpForGoodIsRefusedWithWhatToDo() {
        allow("\"MEMBERS\":1,\"CAMPAIGNS\":1");
        Api.Answer member = owner.post(root + "/members", "{\"login\":\"owner.hotel\",\"role\":\"analyst\"}");
        assertThat(member.status()).isEqualTo(409);
        assertThat(member.json().get("code").asText()).isEqualTo("QUOTA_MEMBERS");
        assertThat(member.json().get("title").asText()).contains("ask the operator");
        Api.Answer invited = owner.post(root + "/invitations", "{\"email\":\"new@example.org\",\"role\":\"analyst\"}");
        assertThat(invited.json().get("code").asText()).isEqualTo("QUOTA_MEMBERS");
        String key = campaign().get("questionnaire").asText();
        Api.Answer second = owner.post(root + "/campaigns", Premises.campaign(key));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("code").asText()).isEqualTo("QUOTA_CAMPAIGNS");

        JsonNode usage = owner.get(root + "/usage").json();
        Map<String, Long> used = new java.util.HashMap<>();
        usage.get("quotas").forEach(line -> {
            if (line.has("used")) {
                used.put(line.get("quota").asText(), line.get("used").asLong());
            }
        });
        assertThat(used)
                .containsEntry("MEMBERS", 1L)
                .containsEntry("CAMPAIGNS", 1L)
                .containsEntry("RESPONSES_PER_MONTH", 0L)
                .containsKey("STORAGE_MEGABYTES");
    }

    @Test
    void noMoreThanAShareOfTheServersThreadsWorksForOneWorkspace() throws Exception {
        JsonNode campaign = campaign();
        String responses = root + "/campaigns/" + campaign.get("id").asText() + "/responses";
        String line = Premises.response() + "\n";
        ExecutorService threads = Executors.newFixedThreadPool(80);
        List<Future<Integer>> storm = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            storm.add(threads.submit(
                    () -> owner.exchange("POST", responses, "application/x-ndjson", line.repeat(500), Map.of())
                            .status()));
        }
        Api quiet = Api.as(product, "owner.hotel");
        for (int i = 0; i < 20; i++) {
            assertThat(quiet.get("/workspaces/aria-hotel").status()).isEqualTo(200);
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> one : storm) {
            statuses.add(one.get());
        }
        threads.shutdown();
        assertThat(statuses).containsOnly(200, 429).contains(200).contains(429);
        assertThat(owner.get(root).status()).as("turns are given back").isEqualTo(200);
    }
}
