package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workspace makes a role of its own; whoever holds it may do exactly that, with the token that they had before. */
class OwnRolesIT {

    private static final String ROOT = "/workspaces/harbour-retail";
    private static final String LOGIN = "auditor.hotel";

    private static Browsers browsers;

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");
    private final PageLook look = new PageLook();

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    /** Nobody is left in and no role is left by a test that failed in its middle. */
    @AfterEach
    void letGo() {
        for (JsonNode member : owner.get(ROOT + "/members").json().get("items")) {
            if (member.get("login").asText().equals(LOGIN)) {
                owner.delete(ROOT + "/members/" + member.get("id").asText());
            }
        }
        for (JsonNode role : owner.get(ROOT + "/roles").json().get("items")) {
            if (!role.get("builtIn").asBoolean() && role.get("key").asText().startsWith("desk")) {
                owner.delete(ROOT + "/roles/" + role.get("key").asText());
            }
        }
        look.isClean();
    }

    private String analyst() {
        Api.Answer added = owner.post(ROOT + "/members", "{\"login\":\"" + LOGIN + "\",\"role\":\"analyst\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return ROOT + "/members/" + added.json().get("id").asText();
    }

    @Test
    void whoHoldsOneMayDoThatAndNothingElse() {
        letGo();
        String person = analyst();
        Api analyst = Api.as(product, LOGIN);
        assertThat(analyst.get(ROOT + "/questionnaires").status()).isEqualTo(200);
        assertThat(analyst.get(ROOT + "/members").status()).isEqualTo(403);

        Api.Answer made = owner.post(ROOT + "/roles", """
                {"key":"desk","name":{"en":"Front desk","fa":"پذیرش"},"permissions":["MEMBER_READ","INSIGHT_READ"]}""");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().get("permissions"))
                .extracting(JsonNode::asText)
                .containsExactly("MEMBER_READ", "CAMPAIGN_READ", "INSIGHT_READ");
        assertThat(owner.put(person + "/own-roles", "{\"roles\":[\"desk\"]}", Map.of())
                        .json()
                        .get("ownRoles"))
                .extracting(JsonNode::asText)
                .containsExactly("desk");
        assertThat(analyst.get(ROOT + "/members").status())
                .as("at the next request, with the same token")
                .isEqualTo(200);
        assertThat(analyst.get(ROOT + "/questionnaires").status()).isEqualTo(403);

        String state = owner.get(ROOT + "/roles/desk").header("ETag").orElseThrow();
        String narrower = "{\"name\":{\"en\":\"Front desk\"},\"permissions\":[\"CAMPAIGN_READ\"]}";
        assertThat(owner.put(ROOT + "/roles/desk", narrower, Map.of()).status()).isEqualTo(428);
        assertThat(owner.put(ROOT + "/roles/desk", narrower, Map.of("If-Match", state))
                        .status())
                .isEqualTo(200);
        assertThat(owner.put(ROOT + "/roles/desk", narrower, Map.of("If-Match", state))
                        .status())
                .isEqualTo(412);
        assertThat(analyst.get(ROOT + "/members").status()).isEqualTo(403);

        assertThat(owner.delete(ROOT + "/roles/desk").status()).isEqualTo(204);
        assertThat(analyst.get(ROOT + "/questionnaires").status())
                .as("what the built-in role gives")
                .isEqualTo(200);
    }

    @Test
    void nobodyRisesByOneAndMistakesAreNamedAtTheirPlaces() {
        letGo();
        String person = analyst();
        assertThat(owner.patch(person, "{\"roles\":[\"administrator\"]}").status())
                .isEqualTo(200);
        Api administrator = Api.as(product, LOGIN);
        assertThat(administrator
                        .post(
                                ROOT + "/roles",
                                "{\"key\":\"desk\",\"name\":{\"en\":\"D\"},\"permissions\":[\"HISTORY_READ\"]}")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("FORBIDDEN");
        Api.Answer wrong =
                owner.post(ROOT + "/roles", "{\"key\":\"Desk 1\",\"permissions\":[\"CAMPAIGN_READ\",\"KING\"]}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors"))
                .extracting(error -> error.get("pointer").asText())
                .containsExactly("/permissions/1");
        Api.Answer malformed = owner.post(ROOT + "/roles", "{\"key\":\"Desk 1\",\"permissions\":[\"CAMPAIGN_READ\"]}");
        assertThat(malformed.json().get("errors"))
                .extracting(error -> error.get("pointer").asText())
                .containsExactly("/key", "/name");
        owner.post(
                ROOT + "/roles",
                "{\"key\":\"desk\",\"name\":{\"en\":\"D\"},\"permissions\":[\"MEMBER_EDIT\",\"QUESTIONNAIRE_READ\","
                        + "\"RESPONSE_READ\",\"INSIGHT_KEEP\"]}");
        owner.put(person + "/own-roles", "{\"roles\":[\"desk\"]}", Map.of());
        Api holder = Api.as(product, LOGIN);
        String id = person.substring(person.lastIndexOf('/') + 1);
        assertThat(holder.put(ROOT + "/members/" + id + "/own-roles", "{\"roles\":[]}", Map.of())
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("NOT_ONESELF");
        assertThat(holder.patch(person, "{\"roles\":[\"analyst\"]}").status()).isEqualTo(403);
        assertThat(holder.post(ROOT + "/invitations", "{\"email\":\"rise@example.org\",\"role\":\"administrator\"}")
                        .status())
                .isEqualTo(403);
    }

    /** Built-in roles all see campaigns and results; pages must not lean on that. */
    @Test
    void whoMayOneThingOpensEveryPageThatIsOffered() {
        letGo();
        String person = analyst();
        JsonNode roles = owner.get(ROOT + "/roles").json().get("items");
        Set<String> permissions = new TreeSet<>();
        roles.get(0).get("permissions").forEach(permission -> permissions.add(permission.asText()));
        permissions.remove("WORKSPACE_READ");
        assertThat(permissions).hasSizeGreaterThan(15);
        List<String> faults = new ArrayList<>();
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, LOGIN, "/w/harbour-retail");
            for (String permission : permissions) {
                String body = "{\"name\":{\"en\":\"One\"},\"permissions\":[\"" + permission + "\"]}";
                if (owner.get(ROOT + "/roles/desk-one").status() == 404) {
                    owner.post(ROOT + "/roles", body.replace("{\"name\"", "{\"key\":\"desk-one\",\"name\""));
                    owner.put(person + "/own-roles", "{\"roles\":[\"desk-one\"]}", Map.of());
                } else {
                    owner.put(ROOT + "/roles/desk-one", body, Map.of("If-Match", "*"));
                }
                Set<String> offered = new TreeSet<>(Set.of("/w/harbour-retail", "/w/harbour-retail/search?q=a"));
                page.navigate(product.url() + "/w/harbour-retail");
                ((List<?>) page.evaluate(
                                "[...document.querySelectorAll('nav.side a, main nav.tabs a')].map(a => a.pathname)"))
                        .forEach(address -> offered.add(String.valueOf(address)));
                for (String address : offered) {
                    int status = page.navigate(product.url() + address).status();
                    if (status >= 400) {
                        faults.add(permission + " " + address + " " + status);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en", "fa", "zh-Hans"})
    void anOwnerMakesOneOnThePagesAndGivesIt(String language) {
        letGo();
        String person = analyst();
        String id = person.substring(person.lastIndexOf('/') + 1);
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail/people/roles");
            Browsers.speak(page, language);
            look.hear(page);
            look.visit(page, product.url() + "/w/harbour-retail/people/new-role", "new-role-" + language);
            page.locator("[id='role:create']").click();
            page.locator("#name-error").waitFor();
            page.locator("[name=name-en]").fill("Desk");
            page.locator("[name=permission][value=CAMPAIGN_RUN]").check();
            page.locator("[id='role:create']").click();
            page.waitForURL(address -> address.endsWith("/people/roles"));
            look.everywhere(page, "own-roles-" + language);
            assertThat(page.locator("#own-roles tbody tr th").allInnerTexts()).anyMatch(name -> name.equals("Desk"));

            page.navigate(product.url() + "/w/harbour-retail/people/members/" + id);
            page.locator("[name=own-role][value=desk]").check();
            page.locator("[id='holding:hold']").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("[name=own-role][value=desk]").isChecked()).isTrue();
            look.everywhere(page, "member-holds-" + language);
            page.navigate(product.url() + "/w/harbour-retail/people");
            assertThat(page.locator("#members").innerText()).contains("Desk");

            page.navigate(product.url() + "/w/harbour-retail/people/roles/desk");
            page.locator("[name=permission][value=INSIGHT_READ]").check();
            look.everywhere(page, "own-role-" + language);
            page.locator("[id='role:change']").click();
            page.waitForURL(address -> address.endsWith("/people/roles"));
            page.navigate(product.url() + "/w/harbour-retail/people/roles/desk");
            assertThat(page.locator("[name=permission][value=INSIGHT_READ]").isChecked())
                    .isTrue();
            page.locator("[data-opens=ask-delete]").click();
            look.here(page, "own-role-delete-" + language);
            page.locator("[id='deleting:delete']").click();
            page.waitForURL(address -> address.endsWith("/people/roles"));
            assertThat(owner.get(ROOT + "/roles/desk").status()).isEqualTo(404);
        }
    }
}
