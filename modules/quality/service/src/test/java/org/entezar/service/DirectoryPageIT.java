package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/** What somebody changes in the real Keycloak behind the product's back is found, and set right where that is safe. */
class DirectoryPageIT {

    private static final Path PICTURES = Path.of("target", "pages");

    private final Product product = Product.shared();
    private final Administration keycloak = Administration.of(product);

    @Test
    void whatDiffersIsFoundAndSetRightAndWhatIsSomebodysOwnIsLeft() {
        String login = Premises.fresh("dora-");
        String subject = keycloak.person(login);
        String alias = Premises.fresh("drift-");
        assertThat(Api.as(product, "operator")
                        .post(
                                "/workspaces",
                                "{\"alias\":\"" + alias
                                        + "\",\"name\":{\"en\":\"Drift\"},\"locale\":\"en\",\"timeZone\":\"UTC\",\"owner\":\"owner.retail\"}")
                        .status())
                .isEqualTo(201);
        Api owner = Api.as(product, "owner.retail");
        String root = "/workspaces/" + alias;
        assertThat(owner.post(root + "/members", "{\"login\":\"" + login + "\",\"role\":\"analyst\"}")
                        .status())
                .isEqualTo(201);
        assertThat(owner.post(root + "/members/" + subject + "/suspend", "").status())
                .isEqualTo(200);
        String organization = "/organizations/" + keycloak.organization(alias);
        for (JsonNode group : keycloak.get(organization + "/groups?max=100")) {
            String there = organization + "/groups/" + group.get("id").asText();
            if (group.get("name").asText().equals("frontline")) {
                assertThat(keycloak.send("DELETE", there, "").status()).isEqualTo(204);
            }
            if (group.get("name").asText().equals("administrator")) {
                assertThat(keycloak.send("PUT", there + "/members/" + subject, "")
                                .status())
                        .isEqualTo(204);
            }
        }
        String own = Premises.fresh("own-");
        assertThat(keycloak.send(
                                "POST",
                                "/organizations",
                                "{\"name\":\"" + own + "\",\"alias\":\"" + own + "\",\"enabled\":true}")
                        .status())
                .isEqualTo(201);

        try (Browsers browsers = new Browsers();
                BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(window, product, "operator", "/workspaces/directory");
            page.locator("[id='look:now']").click();
            page.locator("#differences").waitFor();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("directory.png")));
            String found = page.locator("#differences").innerText();
            assertThat(found).contains(alias, login, own);
            page.locator("[id='look:now']").click();
            page.locator("#differences").waitFor();
            assertThat(page.locator("#differences").innerText())
                    .contains(own)
                    .doesNotContain(alias)
                    .doesNotContain(login);
        }
        assertThat(keycloak.get(organization + "/groups?max=100"))
                .extracting(group -> group.get("name").asText())
                .contains("frontline");
        assertThat(owner.get(root + "/members/" + subject).json().get("roles")).isEmpty();
        assertThat(owner.patch(root + "/members/" + subject, "{\"roles\":[\"frontline\"]}")
                        .status())
                .as("still suspended")
                .isEqualTo(409);
        assertThat(owner.get(root + "/history?limit=20").body())
                .contains("directory.role-made")
                .contains("directory.roles-taken");
        assertThat(keycloak.organization(own)).isNotEmpty();
        assertThat(keycloak.send("DELETE", "/organizations/" + keycloak.organization(own), "")
                        .status())
                .isEqualTo(204);
    }
}
