package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second factor at the door of a workspace that wants one, and sessions that end everywhere, with the real Keycloak. */
class SignInStrengthPageIT {

    private static final Path PICTURES = Path.of("target", "pages");

    private static Browsers browsers;

    private final Product product = Product.shared();
    private final Administration keycloak = Administration.of(product);

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    /** A workspace of its own with an owner of its own, and a colleague. */
    private String workspace(String owner, String colleague) {
        String alias = Premises.fresh("strong-");
        Api.Answer made = Api.as(product, "operator")
                .post(
                        "/workspaces",
                        "{\"alias\":\"" + alias
                                + "\",\"name\":{\"en\":\"Strong\"},\"locale\":\"en\",\"timeZone\":\"UTC\",\"owner\":\""
                                + owner
                                + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(Api.withToken(product, token(owner))
                        .post(
                                "/workspaces/" + alias + "/members",
                                "{\"login\":\"" + colleague + "\",\"role\":\"administrator\"}")
                        .status())
                .isEqualTo(201);
        return alias;
    }

    private String token(String login) {
        return Administration.token(product, login);
    }

    private Page signIn(BrowserContext window, String login, String path) {
        Page page = window.newPage();
        page.navigate(product.url() + path);
        password(page, login);
        page.waitForURL(address -> address.startsWith(product.url()));
        return page;
    }

    private static void password(Page page, String login) {
        if (page.locator("#username").isVisible()) {
            page.locator("#username").fill(login);
            page.locator("#kc-login").click();
        }
        page.locator("#password").fill(Administration.PASSWORD);
        page.locator("#kc-login").click();
    }

    @Test
    void aWorkspaceThatWantsASecondFactorLetsNobodyInWithoutOne() {
        String owner = Premises.fresh("olga-");
        String colleague = Premises.fresh("carl-");
        keycloak.person(owner);
        keycloak.person(colleague);
        String alias = workspace(owner, colleague);
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true);
                BrowserContext other = browsers.window(Browsers.PHONE, "en", true)) {
            Page page = signIn(window, owner, "/w/" + alias + "/people/sign-in");
            assertThat(page.locator("[data-opens=ask-on]").count())
                    .as("who demands it has signed in with one")
                    .isZero();
            page.locator("#prepare").click();
            picture(page, "second-factor");
            page.locator("#add-app").click();
            if (page.locator("#password").isVisible()) {
                password(page, owner);
            }
            page.locator("#mode-manual").click();
            String secret = page.locator("#kc-totp-secret-key").innerText();
            page.locator("#totp").fill(TimedCode.of(secret, Clock.systemUTC()));
            page.locator("#userLabel").fill("Phone");
            page.locator("#saveTOTPBtn").click();
            page.waitForURL(address -> address.startsWith(product.url()));
            page.locator("#again").click();
            password(page, owner);
            page.locator("#otp").fill(TimedCode.of(secret, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(30))));
            page.locator("#kc-login").click();
            page.waitForURL(product.url() + "/w/" + alias);
            page.navigate(product.url() + "/w/" + alias + "/people/sign-in");
            picture(page, "sign-in-rule");
            page.locator("[data-opens=ask-on]").click();
            page.locator("[id='on:turn']").click();
            page.locator("#rule.good").waitFor();

            Page locked = signIn(other, colleague, "/w/" + alias);
            assertThat(locked.url()).contains("/account/second-factor?workspace=" + alias);
            picture(locked, "second-factor-wanted");
            locked.navigate(product.url() + "/w/" + alias + "/settings");
            assertThat(locked.url()).contains("/account/second-factor");
            locked.navigate(product.url() + "/workspaces");
            assertThat(locked.locator("main").innerText()).contains(alias);
            Api.Answer weak = Api.withToken(product, token(colleague)).get("/workspaces/" + alias + "/members");
            assertThat(weak.status()).isEqualTo(403);
            assertThat(weak.json().get("code").asText()).isEqualTo("SECOND_FACTOR_WANTED");

            page.navigate(product.url() + "/w/" + alias + "/people/sign-in");
            page.locator("[data-opens=ask-off]").click();
            page.locator("[id='off:turn']").click();
            page.locator("#rule:not(.good)").waitFor();
            locked.navigate(product.url() + "/w/" + alias);
            assertThat(locked.url()).isEqualTo(product.url() + "/w/" + alias);
        }
    }

    @Test
    void aSessionThatEndedElsewhereOpensNothingFromThatMomentOn() {
        String login = Premises.fresh("sam-");
        String subject = keycloak.person(login);
        String alias = workspace(login, "partner");
        try (BrowserContext desk = browsers.window(Browsers.WIDE, "en", true);
                BrowserContext phone = browsers.window(Browsers.PHONE, "en", true)) {
            Page here = signIn(desk, login, "/account");
            Page there = signIn(phone, login, "/w/" + alias);
            String token = token(login);
            Api api = Api.withToken(product, token);
            assertThat(api.get("/workspaces/" + alias).status()).isEqualTo(200);

            here.navigate(product.url() + "/account");
            picture(here, "account");
            assertThat(here.locator("#sessions tbody tr").count()).isGreaterThanOrEqualTo(3);
            // Keycloak itself ends them, as an administrator there would: it tells the server.
            assertThat(keycloak.send("POST", "/users/" + subject + "/logout", "{}")
                            .status())
                    .isEqualTo(204);
            there.navigate(product.url() + "/w/" + alias);
            assertThat(there.url()).startsWith(product.keycloakUrl());

            Page again = signIn(desk, login, "/account");
            password(there, login);
            there.waitForURL(product.url() + "/w/" + alias);
            again.navigate(product.url() + "/account");
            again.locator("[data-opens=ask-all]").click();
            again.locator("[id='ending:all']").click();
            again.waitForURL(product.url() + "/");
            there.navigate(product.url() + "/w/" + alias);
            assertThat(there.url()).startsWith(product.keycloakUrl());
            again.navigate(product.url() + "/account");
            assertThat(again.url()).startsWith(product.keycloakUrl());
        }
    }

    @Test
    void endingEverythingRefusesTokensToo() {
        String login = Premises.fresh("tom-");
        keycloak.person(login);
        String alias = workspace(login, "partner");
        Api api = Api.withToken(product, token(login));
        assertThat(api.get("/workspaces/" + alias).status()).isEqualTo(200);
        try (BrowserContext desk = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = signIn(desk, login, "/account");
            page.locator("[data-opens=ask-all]").click();
            page.locator("[id='ending:all']").click();
            page.waitForURL(product.url() + "/");
        }
        assertThat(api.get("/workspaces/" + alias).status()).isEqualTo(401);
    }

    @Test
    void nobodyButKeycloakSaysThatASessionEnded() {
        for (String token :
                new String[] {"", "a.b.c", Api.as(product, "owner.retail").token()}) {
            Api.Answer answer = Api.send(HttpRequest.newBuilder(URI.create(product.url() + "/sign-in/ended"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
                    .build());
            assertThat(answer.status()).isEqualTo(400);
        }
        JsonNode me = Api.as(product, "owner.retail").get("/workspaces").json();
        assertThat(me.get("items")).isNotEmpty();
    }
}
