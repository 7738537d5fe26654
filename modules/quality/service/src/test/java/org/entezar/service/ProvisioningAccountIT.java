package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.entezar.fixtures.Product;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's own account at Keycloak may do what docs/operate/identity.md says, and nothing else. */
class ProvisioningAccountIT {

    private final Product product = Product.shared();
    private final Administration account = Administration.asProvisioning(product);

    @ParameterizedTest
    @ValueSource(strings = {"/organizations", "/users?max=1", "/clients?max=1", "/identity-provider/instances"})
    void itMayWorkOnWhatItIsFor(String path) {
        assertThat(account.send("GET", path, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | | {\"registrationAllowed\":true}",
                "DELETE | |",
                "GET | /events |",
                "GET | /admin-events |",
                "DELETE | /events |",
                "GET | /authentication/flows |",
                "POST | /authentication/flows | {\"alias\":\"mine\",\"providerId\":\"basic-flow\",\"topLevel\":true}",
                "PUT | /authentication/required-actions/CONFIGURE_TOTP | {\"enabled\":false}",
                "POST | /roles | {\"name\":\"king\"}",
                "GET | /keys |",
                "POST | /components | {\"name\":\"keys\",\"providerId\":\"rsa-generated\",\"providerType\":\"org.keycloak.keys.KeyProvider\"}",
                "POST | /partial-export |",
                "POST | /partialImport | {}",
                "POST | /push-revocation | {}",
            })
    void itMayDoNothingToTheRealmItself(String method, String path, String body) {
        assertThat(account.send(method, path == null ? "" : path, body == null ? "" : body)
                        .status())
                .isIn(403, 405);
    }

    @Test
    void itCanMakeNobodyAnAdministratorOrAnOperator() {
        Administration keycloak = Administration.of(product);
        String person = keycloak.person(Premises.fresh("evil-"));
        String management = keycloak.get("/clients?clientId=realm-management")
                .get(0)
                .get("id")
                .asText();
        String admin =
                keycloak.get("/clients/" + management + "/roles/realm-admin").toString();
        assertThat(account.send("POST", "/users/" + person + "/role-mappings/clients/" + management, "[" + admin + "]")
                        .status())
                .isEqualTo(403);
        assertThat(account.at("GET", product.keycloakUrl() + "/admin/realms/master/users", "")
                        .status())
                .isIn(401, 403, 404);
        assertThat(account.at("GET", product.keycloakUrl() + "/admin/realms", "")
                        .body())
                .doesNotContain("master");
        assertThat(keycloak.send("DELETE", "/users/" + person, "").status()).isEqualTo(204);
    }
}
