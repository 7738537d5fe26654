package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.junit.jupiter.api.Test;

/** The people of a workspace over the API, kept by the real Keycloak. */
class MembersIT {

    private static final String MEMBERS = "/workspaces/harbour-retail/members";

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");

    @Test
    void aNewcomerIsLetInChangesRolesAndLeaves() {
        Api.Answer added = owner.post(MEMBERS, """
                {"login":"nova","role":"analyst","email":"nova@example.org","givenName":"Nova","familyName":"Lind",\
                "language":"en"}""");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().get("temporaryPassword").asText()).hasSizeGreaterThan(15);
        String nova = MEMBERS + "/" + added.json().get("id").asText();
        assertThat(owner.post(MEMBERS, "{\"login\":\"nova@example.org\",\"role\":\"auditor\"}")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("ALREADY_EXISTS");

        assertThat(owner.patch(nova, "{\"roles\":[\"frontline\",\"auditor\"]}").status())
                .isEqualTo(200);
        JsonNode now = owner.get(nova).json();
        assertThat(now.get("roles")).extracting(JsonNode::asText).containsExactly("frontline", "auditor");
        assertThat(now.has("temporaryPassword")).isFalse();

        assertThat(owner.delete(nova).status()).isEqualTo(204);
        assertThat(owner.get(nova).status()).isEqualTo(404);
        assertThat(owner.get(MEMBERS).json().get("items"))
                .extracting(member -> member.get("login").asText())
                .contains("owner.retail")
                .doesNotContain("nova");
    }

    @Test
    void mistakesAreNamedAtTheirPlace() {
        Api.Answer answer = owner.post(MEMBERS, "{\"login\":\" \",\"role\":\"king\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors"))
                .extracting(error -> error.get("pointer").asText())
                .containsExactly("/login", "/role");
        assertThat(owner.post(MEMBERS, "{\"login\":\"no-such-person\",\"role\":\"analyst\"}")
                        .json()
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .asText())
                .isEqualTo("/login");
    }

    @Test
    void theLastOwnerStaysAndStrangersSeeNothing() {
        String self = "";
        for (JsonNode member : owner.get(MEMBERS).json().get("items")) {
            self = member.get("login").asText().equals("owner.retail")
                    ? member.get("id").asText()
                    : self;
        }
        assertThat(owner.delete(MEMBERS + "/" + self).json().get("code").asText())
                .isEqualTo("LAST_OWNER");
        assertThat(Api.as(product, "auditor.retail").get(MEMBERS).status()).isEqualTo(200);
        assertThat(Api.as(product, "analyst.retail").get(MEMBERS).status()).isEqualTo(403);
        assertThat(Api.as(product, "auditor.retail")
                        .delete(MEMBERS + "/" + self)
                        .status())
                .isEqualTo(403);
        assertThat(Api.as(product, "owner.hotel").get(MEMBERS).status()).isEqualTo(404);
        assertThat(Api.as(product, "owner.hotel").delete(MEMBERS + "/" + self).status())
                .isEqualTo(404);
        assertThat(Api.anonymous(product).get(MEMBERS).status()).isEqualTo(401);
    }
}
