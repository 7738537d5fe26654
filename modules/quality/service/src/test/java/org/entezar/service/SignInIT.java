package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and who does not. */
class SignInIT {

    private final Product product = Product.shared();

    private static List<String> aliases(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        List<String> found = new ArrayList<>();
        JsonNode json = answer.json();
        (json.isArray() ? json : json.path("items").isArray() ? json.path("items") : json.path("workspaces"))
                .forEach(workspace -> found.add(workspace.get("alias").asText()));
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "owner.hotel, aria-hotel",
        "analyst.hospital, renai-hospital",
        "frontline.retail, harbour-retail",
        "auditor.hotel, aria-hotel"
    })
    void apersonSeesTheirOwnWorkspaceAndNoOther(String user, String alias) {
        assertThat(aliases(Api.as(product, user).get("/workspaces"))).containsExactly(alias);
        for (String other : List.of("aria-hotel", "renai-hospital", "harbour-retail")) {
            assertThat(Api.as(product, user).get("/workspaces/" + other).status())
                    .isEqualTo(other.equals(alias) ? 200 : 404);
        }
    }

    @Test
    void withoutATokenThereIsNothing() {
        Api.Answer answer = Api.anonymous(product).get("/workspaces");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isPresent();
        assertThat(answer.json().get("code").asText()).isEqualTo("UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload", "signature", "unsigned"})
    void aTokenThatWasTamperedWithIsRefused(String part) {
        String[] pieces = Api.as(product, "owner.hotel").token().split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(pieces[1]), StandardCharsets.UTF_8);
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(payload.replace("aria-hotel", "renai-hospital").getBytes(StandardCharsets.UTF_8));
        String token =
                switch (part) {
                    case "payload" -> pieces[0] + "." + forged + "." + pieces[2];
                    case "signature" ->
                        pieces[0] + "." + pieces[1] + "." + pieces[2].substring(0, 20) + "AAAA"
                                + pieces[2].substring(24);
                    default ->
                        Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                                + "." + pieces[1] + ".";
                };
        assertThat(Api.withToken(product, token).get("/workspaces").status()).isEqualTo(401);
    }

    @Test
    void aSessionCookieAloneNeverOpensTheApi() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.url() + "/api/v1/workspaces"))
                .header("Cookie", "JSESSIONID=anything")
                .GET()
                .build();
        assertThat(Api.send(request).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/metrics", "/openapi"})
    void whatTheApplicationServerTellsOfItselfIsClosed(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(product.url() + path)).GET().build();
        assertThat(Api.send(request).status()).isEqualTo(404);
    }

    @Test
    void everyPersonOfTheDemoCanSignIn() {
        Map<String, String> workspaces =
                Map.of("hotel", "aria-hotel", "hospital", "renai-hospital", "retail", "harbour-retail");
        workspaces.forEach((trade, alias) -> {
            for (String role : List.of("owner", "analyst", "frontline", "auditor")) {
                assertThat(aliases(Api.as(product, role + "." + trade).get("/workspaces")))
                        .contains(alias);
            }
        });
        assertThat(Api.as(product, "partner").get("/workspaces").status()).isEqualTo(200);
        assertThat(Api.as(product, "operator").get("/workspaces").status()).isEqualTo(200);
    }

    @Test
    void anOperatorNamesAnOwnerWhereNobodyBelongsAndNowhereElse() {
        Api operator = Api.as(product, "operator");
        String alias = "ownerless-" + Long.toString(System.nanoTime(), 36);
        Api.Answer made = operator.post(
                "/workspaces",
                "{\"alias\":\"" + alias + "\",\"name\":{\"en\":\"Later\"},\"locale\":\"en\",\"timeZone\":\"UTC\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String owner = "/workspaces/" + alias + "/owner";
        Api.Answer unknown = operator.put(owner, "{\"owner\":\"nobody.known\"}", Map.of());
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("\"pointer\":\"/owner\"");
        assertThat(Api.as(product, "owner.hotel")
                        .put(owner, "{\"owner\":\"owner.hotel\"}", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(operator.put(owner, "{\"owner\":\"partner\"}", Map.of()).status())
                .isEqualTo(204);
        Api.Answer again = operator.put(owner, "{\"owner\":\"operator\"}", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asText()).isEqualTo("HAS_MEMBERS");
        assertThat(operator.put("/workspaces/aria-hotel/owner", "{\"owner\":\"operator\"}", Map.of())
                        .status())
                .as("an operator lets nobody in where people are")
                .isEqualTo(409);
    }

    @Test
    void everyPortListensOnLoopbackOnly() throws Exception {
        List<String> listening = java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/net/tcp"));
        for (int port : product.ports()) {
            String hex = String.format(java.util.Locale.ROOT, ":%04X", port);
            List<String> addresses = listening.stream()
                    .map(line -> line.trim().split("\\s+"))
                    .filter(fields -> fields.length > 3 && fields[1].endsWith(hex) && fields[3].equals("0A"))
                    .map(fields -> fields[1].substring(0, 8))
                    .toList();
            assertThat(addresses).allMatch("0100007F"::equals);
        }
    }
}
