package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HexFormat;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/** Programs of a workspace with tokens of the real Keycloak. */
class ApiClientIT {

    private static final String SHOP = "/workspaces/harbour-retail";
    private static final String CLIENTS = SHOP + "/api-clients";

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");

    private JsonNode make(String permission) {
        Api.Answer made = owner.post(CLIENTS, "{\"name\":\"Till <3>\",\"permissions\":[\"" + permission + "\"]}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private Api.Answer token(JsonNode client, String secret, String scope) {
        String form = "grant_type=client_credentials&client_id="
                + client.get("clientId").asText() + "&client_secret=" + secret + scope;
        return Api.send(HttpRequest.newBuilder(URI.create(client.get("tokenUrl").asText()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private Api signedIn(JsonNode client) {
        return Api.withToken(
                product,
                token(client, client.get("secret").asText(), "")
                        .json()
                        .get("access_token")
                        .asText());
    }

    @Test
    void aProgramDoesWhatItMayInItsOwnWorkspaceAndNothingElsewhere() {
        JsonNode client = make("CAMPAIGN_READ");
        Api program = signedIn(client);
        assertThat(program.get(SHOP + "/campaigns").status()).isEqualTo(200);
        assertThat(program.get("/workspaces").json().get("items")).hasSize(1);
        assertThat(program.get(SHOP + "/questionnaires").status()).isEqualTo(403);
        assertThat(program.get(SHOP + "/members").status()).isEqualTo(403);
        assertThat(program.post(CLIENTS, "{\"name\":\"x\",\"permissions\":[\"CAMPAIGN_READ\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(program.patch(SHOP, "{\"minimumGroup\":3}").status()).isEqualTo(403);
        for (String path : new String[] {"", "/campaigns", "/members", "/history", "/questionnaires"}) {
            assertThat(program.get("/workspaces/aria-hotel" + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(program.post("/workspaces", "{\"alias\":\"own-one\"}").status())
                .isEqualTo(403);

        Api.Answer foreign = token(client, client.get("secret").asText(), "&scope=organization:aria-hotel");
        if (foreign.status() == 200) {
            Api reaching =
                    Api.withToken(product, foreign.json().get("access_token").asText());
            assertThat(reaching.get("/workspaces/aria-hotel").status()).isEqualTo(404);
        }
        assertThat(owner.get(SHOP + "/members").body())
                .as("a program is nobody's colleague")
                .doesNotContain("service-account");
        JsonNode seen = owner.get(CLIENTS + "/" + client.get("id").asText()).json();
        assertThat(seen.has("lastUsedAt")).isTrue();
        assertThat(seen.has("secret")).isFalse();
        assertThat(owner.get(SHOP + "/history?limit=20").body())
                .contains("api-client.created")
                .doesNotContain(client.get("secret").asText());
        owner.delete(CLIENTS + "/" + client.get("id").asText());
    }

    @Test
    void aSecretIsRenewedAndARevokedProgramIsOutAtOnce() {
        JsonNode client = make("QUESTIONNAIRE_EDIT");
        String path = CLIENTS + "/" + client.get("id").asText();
        String key = "till-" + HexFormat.of().toHexDigits(System.nanoTime(), 8);
        Api program = signedIn(client);
        assertThat(program.post(SHOP + "/questionnaires", Premises.questionnaire(key))
                        .status())
                .isEqualTo(201);

        JsonNode rotated = owner.post(path + "/rotate", "").json();
        assertThat(token(client, client.get("secret").asText(), "").status()).isEqualTo(401);
        Api renewed = signedIn(rotated);
        assertThat(renewed.get(SHOP).status()).isEqualTo(200);

        assertThat(owner.delete(path).status()).isEqualTo(204);
        for (Api held : new Api[] {program, renewed}) {
            assertThat(held.post(SHOP + "/questionnaires", Premises.questionnaire(key + "b"))
                            .status())
                    .as("with a token that is still good")
                    .isEqualTo(404);
            assertThat(held.get(SHOP).status()).isEqualTo(404);
            assertThat(held.get("/workspaces").json().get("items")).isEmpty();
        }
        assertThat(token(rotated, rotated.get("secret").asText(), "").status()).isEqualTo(401);
        assertThat(owner.get(path).json().has("revokedAt")).isTrue();
    }
}
