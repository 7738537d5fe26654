package org.entezar.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;

/** The administration interface of the product's real Keycloak, for what an operator does there by hand. */
final class Administration {

    static final String PASSWORD = "chosen by myself 7";

    private final String root;
    private final String token;

    private Administration(Product product, String token) {
        this.root = product.keycloakUrl() + "/admin/realms/entezar";
        this.token = token;
    }

    /** As Keycloak's first administrator. */
    static Administration of(Product product) {
        return new Administration(
                product,
                token(
                        product,
                        "master",
                        "grant_type=password&client_id=admin-cli&username=admin&password="
                                + encoded(product.secret("keycloak-admin"))));
    }

    /** As the server's own account. */
    static Administration asProvisioning(Product product) {
        return new Administration(
                product,
                token(
                        product,
                        "entezar",
                        "grant_type=client_credentials&client_id=entezar-provisioning&client_secret="
                                + encoded(product.secret("client-provisioning"))));
    }

    /** An access token of somebody with {@link #PASSWORD}, as a script of theirs would get it. */
    static String token(Product product, String login) {
        return token(
                product,
                "entezar",
                "grant_type=password&client_id=entezar-demo&username=" + login + "&password=" + encoded(PASSWORD)
                        + "&scope=" + encoded("openid organization:*"));
    }

    private static String token(Product product, String realm, String form) {
        Api.Answer answer = Api.send(HttpRequest.newBuilder(
                        URI.create(product.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        if (answer.status() != 200) {
            throw new AssertionError("No token: " + answer);
        }
        return answer.json().get("access_token").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Api.Answer send(String method, String path, String json) {
        return at(method, root + path, json);
    }

    /** The same at an address of one's own, such as another realm's. */
    Api.Answer at(String method, String address, String json) {
        return Api.send(HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    JsonNode get(String path) {
        return done(send("GET", path, "")).json();
    }

    static Api.Answer done(Api.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    /** Somebody new with {@link #PASSWORD}; their id. */
    String person(String login) {
        return person(login, login + "@example.org");
    }

    String person(String login, String email) {
        String location = done(send(
                        "POST",
                        "/users",
                        "{\"username\":\"" + login + "\",\"email\":\"" + email
                                + "\",\"emailVerified\":true,\"enabled\":true,\"firstName\":\"Test\",\"lastName\":\""
                                + login + "\",\"credentials\":[{\"type\":\"password\",\"value\":\"" + PASSWORD
                                + "\"}]}"))
                .header("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** The id of a workspace's organization. */
    String organization(String alias) {
        return get("/organizations?exact=true&search=" + alias).get(0).get("id").asText();
    }
}
