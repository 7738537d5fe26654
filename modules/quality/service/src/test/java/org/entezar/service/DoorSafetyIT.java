package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/** What the doors of the running product do for the safety of those who pass: headers, sessions, passwords, logs. */
class DoorSafetyIT {

    private static final String SHOP = "/workspaces/harbour-retail";

    /** Wrong passwords after which the realm locks an account for a while. */
    private static final int ENOUGH = 9;

    private final Product product = Product.shared();

    private Api.Answer get(String path) {
        return Api.send(
                HttpRequest.newBuilder(URI.create(product.url() + path)).GET().build());
    }

    @Test
    void everyAnswerKeepsItselfToItself() {
        Premises here = new Premises(Api.as(product, "owner.retail"), "harbour-retail", "analyst.retail");
        for (String path : List.of(
                "/",
                "/methods",
                "/s/" + here.names().get("token"),
                "/s/none",
                "/api/v1/workspaces",
                "/api/v1/openapi",
                "/no-such-page",
                "/ready")) {
            Api.Answer answer = get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).contains("same-origin");
            String policy = answer.header("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .as(path)
                    .contains("default-src ", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline")
                    .doesNotContain("unsafe-eval")
                    .doesNotContain(" * ");
            assertThat(answer.header("Strict-Transport-Security"))
                    .as("without TLS it would lock people out")
                    .isEmpty();
            assertThat(answer.header("Server")).as(path).isEmpty();
            assertThat(answer.header("X-Powered-By")).as(path).isEmpty();
        }
    }

    @Test
    void theSessionAfterSigningInIsNotTheOneBefore() {
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            context.addCookies(List.of(new Cookie("entezar", "planted-by-somebody-else").setUrl(product.url())));
            Browsers.signIn(context, product, "analyst.retail", "/w/harbour-retail");
            String first = session(context);
            assertThat(first).isNotEqualTo("planted-by-somebody-else").hasSizeGreaterThan(20);
            Cookie cookie = context.cookies(product.url()).stream()
                    .filter(one -> one.name.equals("entezar"))
                    .findFirst()
                    .orElseThrow();
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite.name()).isEqualTo("LAX");
            context.newPage().navigate(product.url() + "/w/harbour-retail;jsessionid=x");
            assertThat(session(context)).as("an id in the address is none").isEqualTo(first);
        }
    }

    private String session(BrowserContext context) {
        return context.cookies(product.url()).stream()
                .filter(one -> one.name.equals("entezar"))
                .map(one -> one.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoGuessesPasswordsIsLockedOutEvenWithTheRightOne() {
        Api owner = Api.as(product, "owner.retail");
        String login = Premises.fresh("guessed");
        Api.Answer added = owner.post(
                SHOP + "/members",
                "{\"login\":\"" + login + "\",\"role\":\"frontline\",\"email\":\"" + login
                        + "@example.org\",\"givenName\":\"G\",\"familyName\":\"U\"}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        String right = added.json().get("temporaryPassword").asText();
        String before = grant(login, right);
        assertThat(before).as("known, and asked to change the password").doesNotContain("Invalid user credentials");
        for (int i = 0; i < ENOUGH; i++) {
            assertThat(grant(login, "guess-" + i)).contains("Invalid user credentials");
        }
        assertThat(grant(login, right)).contains("Invalid user credentials");
        owner.delete(SHOP + "/members/" + added.json().get("id").asText());
    }

    private String grant(String user, String password) {
        return Api.send(HttpRequest.newBuilder(
                                URI.create(product.keycloakUrl() + "/realms/entezar/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=entezar-demo&username="
                                + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                        .build())
                .body();
    }

    @Test
    void theLogsKnowNoSecretAndTakeNoLineFromOutside() throws IOException {
        Api owner = Api.as(product, "owner.retail");
        JsonNode client = owner.post(SHOP + "/api-clients", "{\"name\":\"Logged\",\"permissions\":[\"CAMPAIGN_READ\"]}")
                .json();
        String forged = "\r\n[2026-01-01T00:00:00.000+0000] [SEVERE] forged-line";
        String encoded = URLEncoder.encode(forged, StandardCharsets.UTF_8).replace("+", "%20");
        get("/" + encoded);
        get("/sign-in/callback?state=" + encoded + "&code=" + encoded + "&error=" + encoded);
        owner.get(SHOP + "/questionnaires/" + encoded);
        owner.post(SHOP + "/questionnaires", "{\"key\":\"" + forged.replace("\r\n", "\\r\\n") + "\"}");
        owner.upload(SHOP + "/imports", Map.of(), "forged-line.csv", new byte[] {0, 1, 2});
        Api.withToken(product, owner.token() + "x").get(SHOP);

        Map<String, String> secrets = secrets();
        secrets.put("the demo's password", Product.PASSWORD);
        secrets.put("a bearer token", owner.token());
        secrets.put("a program's secret", client.get("secret").asText());
        owner.delete(SHOP + "/api-clients/" + client.get("id").asText());
        assertThat(secrets).hasSizeGreaterThan(5);
        int lines = 0;
        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            lines += (int) text.lines().count();
            secrets.forEach((name, secret) -> {
                // Whoever starts the demo is told its password on purpose.
                if (!log.endsWith("start.log") || !secret.equals(Product.PASSWORD)) {
                    assertThat(text.contains(secret)).as(name + " in " + log).isFalse();
                }
            });
            assertThat(text.lines()).as(log.toString()).noneMatch(line -> line.startsWith("[2026-01-01T00:00:00.000"));
        }
        assertThat(lines).as("lines looked at").isGreaterThan(5);
    }

    /** All that the installation keeps in its folder of secrets, by name. */
    private Map<String, String> secrets() throws IOException {
        Map<String, String> secrets = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(product.data().resolve("secrets"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text =
                        Files.readString(file, StandardCharsets.ISO_8859_1).strip();
                if (text.length() >= 8
                        && !file.toString().endsWith(".json")
                        && !file.toString().endsWith("public.pem")) {
                    secrets.put(file.getFileName().toString(), text);
                }
            }
        }
        return secrets;
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.walk(product.data().getParent())) {
            return files.filter(file -> file.toString().endsWith(".log")
                            || file.getParent().getFileName().toString().equals("logs"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
