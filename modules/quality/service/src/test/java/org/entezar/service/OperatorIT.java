package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/** What operators may do about workspaces, and that they see nothing in them without an owner's consent. */
class OperatorIT {

    private final Product product = Product.shared();
    private final Api operator = Api.as(product, "operator");

    /** A workspace of the partner's own with a campaign that holds one telling answer. */
    private final class Shop {
        private final String alias = Premises.fresh("shop");
        private final String root = "/workspaces/" + alias;
        private final Api owner;
        private final JsonNode campaign;

        Shop() {
            Api.Answer made = operator.post(
                    "/workspaces",
                    "{\"alias\":\"" + alias
                            + "\",\"name\":{\"en\":\"Shop\"},\"locale\":\"en\",\"timeZone\":\"UTC\",\"owner\":\"partner\"}");
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            owner = Api.as(product, "partner");
            String key = Premises.fresh("q");
            owner.post(root + "/questionnaires", Premises.questionnaire(key));
            owner.post(root + "/questionnaires/" + key + "/versions", "{}");
            campaign = owner.post(root + "/campaigns", Premises.campaign(key)).json();
        }

        String responses() {
            return root + "/campaigns/" + campaign.get("id").asText() + "/responses";
        }

        String inDirectory(String rest) {
            return "/operator/workspaces/" + alias + rest;
        }
    }

    @Test
    void aSuspendedWorkspaceIsShutAtOnceByEveryDoorAndLosesNothing() {
        Shop shop = new Shop();
        assertThat(shop.owner.post(shop.responses(), Premises.response()).status())
                .isEqualTo(201);
        try (Browsers browsers = new Browsers();
                BrowserContext member = browsers.window(Browsers.PHONE, "en", true);
                BrowserContext respondent = browsers.window(Browsers.PHONE, "fa", false)) {
            Page console = Browsers.signIn(member, product, "partner", "/w/" + shop.alias);
            assertThat(console.locator("h1").count()).isEqualTo(1);

            Api.Answer without = operator.post(shop.inDirectory("/suspension"), "{}");
            assertThat(without.status()).isEqualTo(422);
            assertThat(without.body()).contains("/reason");
            Api.Answer suspended = operator.post(shop.inDirectory("/suspension"), "{\"reason\":\"Unpaid since May\"}");
            assertThat(suspended.status()).isEqualTo(200);
            assertThat(suspended.json().get("state").asText()).isEqualTo("SUSPENDED");

            for (String path : List.of("", "/campaigns", "/history", "/members", "/usage")) {
                Api.Answer answer = shop.owner.get(shop.root + path);
                assertThat(answer.status()).as(path).isEqualTo(423);
                assertThat(answer.json().get("code").asText()).isEqualTo("WORKSPACE_SUSPENDED");
            }
            assertThat(shop.owner.post(shop.responses(), Premises.response()).status())
                    .isEqualTo(423);
            assertThat(console.navigate(product.url() + "/w/" + shop.alias + "/campaigns")
                            .status())
                    .isEqualTo(423);
            assertThat(console.locator("h1").innerText()).isEqualTo("This workspace is suspended");
            Page survey = respondent.newPage();
            assertThat(survey.navigate(shop.campaign.get("publicUrl").asText()).status())
                    .isEqualTo(423);
            assertThat(survey.locator("body").innerText()).contains("This survey is taking a break");

            assertThat(operator.post(shop.inDirectory("/suspension"), "{\"reason\":\"Twice\"}")
                            .status())
                    .isEqualTo(409);
            assertThat(operator.delete(shop.inDirectory("/suspension")).status())
                    .isEqualTo(200);
            assertThat(console.navigate(product.url() + "/w/" + shop.alias).status())
                    .isEqualTo(200);
            assertThat(survey.navigate(shop.campaign.get("publicUrl").asText()).status())
                    .isEqualTo(200);
        }
        assertThat(shop.owner.get(shop.responses()).json().get("items")).hasSize(1);
        assertThat(shop.owner.get(shop.root + "/history?limit=50").body())
                .contains("workspace.suspended", "Unpaid since May", "workspace.unsuspended");
        assertThat(operator.get("/operator/history").body())
                .contains("workspace.suspended", shop.alias, "Unpaid since May");
    }

    /** A workspace of partner's in which a plugin is on. */
    private String workspaceWith(String plugin) {
        String alias = Premises.fresh("with");
        operator.post(
                "/workspaces",
                "{\"alias\":\"" + alias + "\",\"name\":{\"en\":\"With\"},\"locale\":\"en\",\"timeZone\":\"UTC\","
                        + "\"plugins\":[\"" + plugin + "\"],\"owner\":\"partner\"}");
        return "/workspaces/" + alias;
    }

    @Test
    void aWithdrawnPluginBringsNothingUntilItIsApprovedAgain() {
        String packs = workspaceWith("hospital") + "/packs";
        Api owner = Api.as(product, "partner");
        assertThat(owner.get(packs).body()).contains("hospital");
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "operator", "/operator/plugins");
            page.locator("[data-opens='withdraw-hospital']").click();
            page.locator("#withdraw-hospital textarea").fill("A fault in its forms");
            page.locator("#withdraw-hospital input[type=submit]").click();
            page.locator("[data-approves=hospital]").waitFor();
            assertThat(page.locator("main").innerText()).contains("A fault in its forms");
            assertThat(owner.get(packs).body()).doesNotContain("hospital");
            assertThat(operator.get("/operator/plugins").body()).contains("A fault in its forms");
            page.locator("[data-approves=hospital]").click();
            page.locator("[data-opens='withdraw-hospital']").waitFor();
            assertThat(owner.get(packs).body()).contains("hospital");
        } finally {
            operator.delete("/operator/plugins/hospital/withdrawal");
        }
        assertThat(operator.get("/operator/history").body()).contains("plugin.withdrawn", "plugin.approved");
    }

    @Test
    void aWithdrawnPackIsTakenInByNobodyUntilItIsApprovedAgain() {
        String packs = workspaceWith("retail") + "/packs";
        Api owner = Api.as(product, "partner");
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "fa", true)) {
            Page page = Browsers.signIn(context, product, "operator", "/operator/plugins");
            page.locator("[data-opens='withdraw-pack-retail-visit']").click();
            page.locator("#withdraw-pack-retail-visit textarea").fill("A wrong figure");
            page.locator("#withdraw-pack-retail-visit input[type=submit]").click();
            page.locator("[data-approves=pack-retail-visit]").waitFor();
            assertThat(owner.get(packs).json().get("items").size()).isZero();
            assertThat(owner.post(packs, "{\"pack\":\"retail-visit\"}").status())
                    .isEqualTo(422);
            page.locator("[data-approves=pack-retail-visit]").click();
            page.locator("[data-opens='withdraw-pack-retail-visit']").waitFor();
            assertThat(owner.post(packs, "{\"pack\":\"retail-visit\"}").status())
                    .isEqualTo(201);
        } finally {
            operator.delete("/operator/packs/retail-visit/withdrawal");
        }
        assertThat(operator.get("/operator/history").body()).contains("pack.withdrawn", "pack.approved");
    }

    @Test
    void theOperatorsActsAreChained() {
        Shop shop = new Shop();
        operator.put(shop.inDirectory("/quotas"), "{\"quotas\":{\"MEMBERS\":3}}", Map.of());
        operator.put(shop.inDirectory("/quotas"), "{\"quotas\":{}}", Map.of());
        JsonNode acts = operator.get("/operator/history?limit=100").json().get("items");
        assertThat(acts.size()).isGreaterThanOrEqualTo(2);
        for (int i = 0; i + 1 < acts.size(); i++) {
            assertThat(acts.get(i).get("intact").asBoolean()).isTrue();
            assertThat(acts.get(i).get("previous").asText())
                    .isEqualTo(acts.get(i + 1).get("hash").asText());
        }
        for (String stranger : List.of("owner.hotel", "partner")) {
            assertThat(Api.as(product, stranger).get("/operator/history").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void anOperatorLooksInOnlyByAnOwnersConsentForATimeAndEachLookIsNoted() {
        Shop shop = new Shop();
        assertThat(operator.get(shop.root).status()).isEqualTo(404);
        JsonNode asked = operator.post(shop.inDirectory("/access"), "{\"reason\":\"Import hangs\"}")
                .json();
        String access = shop.root + "/operator-access/" + asked.get("id").asText();
        assertThat(operator.get(shop.root).status()).as("asking opens nothing").isEqualTo(404);
        assertThat(operator.post(access + "/consent", "{\"hours\":1}").status())
                .as("nobody consents to themselves")
                .isEqualTo(404);
        assertThat(shop.owner.get(shop.root + "/operator-access").body()).contains("Import hangs");
        assertThat(shop.owner.post(access + "/consent", "{\"hours\":100}").status())
                .isEqualTo(422);
        assertThat(shop.owner.post(access + "/consent", "{\"hours\":1}").status())
                .isEqualTo(200);

        assertThat(operator.get(shop.root + "/campaigns").status()).isEqualTo(200);
        assertThat(operator.get(shop.responses()).status()).isEqualTo(200);
        assertThat(operator.patch(shop.root, "{\"minimumGroup\":3}").status())
                .as("reading only")
                .isEqualTo(403);
        assertThat(operator.post(shop.responses(), Premises.response()).status())
                .isEqualTo(403);
        assertThat(operator.delete(access).status()).isEqualTo(403);
        String history = shop.owner
                .get(shop.root + "/history?action=operator-access.looked")
                .body();
        assertThat(history).contains(shop.root + "/campaigns", shop.responses());

        assertThat(shop.owner.delete(access).status()).isEqualTo(200);
        assertThat(operator.get(shop.root + "/campaigns").status())
                .as("ended at the next request")
                .isEqualTo(404);
        assertThat(operator.get("/operator/history").body())
                .contains("operator-access.asked", "operator-access.granted", "operator-access.ended");
    }

    @Test
    void noOperationShowsAnOperatorAnAnswer() {
        Premises here = new Premises(Api.as(product, "owner.retail"), "harbour-retail", "analyst.retail");
        here.endLooks();
        String telling = "telltale" + Long.toString(System.nanoTime(), 36);
        String response = "{\"context\":{\"site\":\"" + telling + "\",\"segment\":\"" + telling
                + "\"},\"answers\":{\"q1\":{\"expected\":6,\"perceived\":4}}}";
        Api owner = Api.as(product, "owner.retail");
        String responses =
                "/workspaces/harbour-retail/campaigns/" + here.names().get("campaign") + "/responses";
        assertThat(owner.post(responses, response).status()).isEqualTo(201);
        assertThat(owner.get(responses).body()).as("members see it").contains(telling);
        String mine = here.names().get("response");

        List<String> told = new ArrayList<>();
        int asked = 0;
        for (Operation operation :
                Operation.of(Api.anonymous(product).get("/openapi").json())) {
            Map<String, String> names = new java.util.HashMap<>(here.names());
            // The operators' own operations are asked about the workspace itself.
            if (operation.method().equals("GET")) {
                names.put("workspace", "harbour-retail");
            }
            Api.Answer answer = operation.send(operator, here, names);
            asked++;
            boolean receipt = operation.template().startsWith("/receipts");
            if (answer.body().contains(telling)
                    || (!receipt && answer.status() < 300 && answer.body().contains(mine))) {
                told.add(operation.method() + " " + operation.template());
            }
        }
        here.letGo("auditor.hotel");
        here.endLooks();
        assertThat(asked).isGreaterThan(80);
        assertThat(told).isEmpty();
    }

    @Test
    void anOperatorSeesHealthAndJobsWithoutContents() {
        JsonNode health = operator.get("/operator/health").json().get("items");
        List<String> parts = new ArrayList<>();
        health.forEach(part -> {
            parts.add(part.get("part").asText());
            assertThat(part.get("state").asText()).as(part.toString()).isNotEqualTo("DOWN");
        });
        assertThat(parts).containsExactly("database", "identity", "mail", "disk", "sealing");
        Api owner = Api.as(product, "owner.hotel");
        owner.post("/workspaces/aria-hotel/history/exports", "{}");
        JsonNode jobs = operator.get("/operator/jobs").json().get("items");
        assertThat(jobs).isNotEmpty();
        jobs.forEach(job -> assertThat(job.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("workspace", "id", "kind", "state", "done", "total", "createdAt"));
        assertThat(jobs.toString()).contains("aria-hotel");
    }
}
