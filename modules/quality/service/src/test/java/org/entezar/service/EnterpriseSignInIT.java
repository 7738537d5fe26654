package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.entezar.fixtures.Product;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.WorkspaceId;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An owner sets the organisation's own sign-in up on the guided page, and people of the organisation come in by it. The
 * foreign identity provider is another realm of the real Keycloak, by OpenID Connect and by SAML.
 */
class EnterpriseSignInIT {

    private static Browsers browsers;

    private final Product product = Product.shared();

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    /** Anew each time, since its token holds a minute. */
    private Administration keycloak() {
        return Administration.of(product);
    }

    /** On the sign-in service's two pages. */
    private Page enter(BrowserContext window, String login, String path) {
        Page page = window.newPage();
        page.navigate(product.url() + path);
        page.locator("#username").fill(login);
        page.locator("#kc-login").click();
        page.locator("#password").fill(Administration.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(product.url()));
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid", "saml"})
    void anOwnerSetsItUpAndAPersonOfTheOrganisationComesIn(String protocol) throws IOException {
        Firm firm = new Firm(product, browsers);
        firm.employ("erin", "erin@" + firm.domain);
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true);
                BrowserContext other = browsers.window(Browsers.PHONE, "en", true)) {
            Page page = enter(window, firm.owner, "/w/" + firm.alias + "/people/sign-in/provider");
            assertThat(page.locator("#use").isDisabled()).isTrue();
            page.locator("#domain").fill("no domain");
            page.locator("#claim").click();
            page.locator("#domain-error").waitFor();
            firm.prove(page);

            firm.fill(page, protocol, firm.issuer + "-no-such-realm", Firm.SECRET);
            page.locator("#test").click();
            page.locator("#examined [data-check=DOCUMENT] .badge.bad").waitFor();
            Firm.picture(page, "provider-refused-" + protocol);
            if (protocol.equals("openid")) {
                firm.fill(page, protocol, firm.issuer, "not-their-secret");
                page.locator("#test").click();
                page.locator("#examined [data-check=CLIENT] .badge.bad").waitFor();
            }
            firm.fill(page, protocol, firm.issuer, Firm.SECRET);
            page.locator("#test").click();
            page.locator("#examined [data-check=KEYS] .badge.good").waitFor();
            assertThat(page.locator("#examined .badge.bad").count()).isZero();
            Firm.picture(page, "provider-" + protocol);
            assertThat(page.content()).as("the secret is not shown again").doesNotContain(Firm.SECRET);
            assertThat(page.locator("#in-use").count())
                    .as("trying changes nothing")
                    .isZero();
            firm.use(page, protocol);
            Firm.picture(page, "provider-used-" + protocol);
            assertThat(page.content()).doesNotContain(Firm.SECRET);

            Page employee = firm.arrive(other, "erin", "erin@" + firm.domain);
            employee.waitForURL(address -> address.startsWith(product.url()));
            Firm.picture(employee, "provider-newcomer-" + protocol);
            assertThat(employee.locator("main").innerText())
                    .as("a member without a role is told whom to ask")
                    .contains("role");

            page.navigate(product.url() + "/w/" + firm.alias + "/people");
            assertThat(page.locator("main").innerText()).contains("erin@" + firm.domain);
            giveRole(firm, "erin@" + firm.domain, "analyst");
            employee.navigate(product.url() + "/sign-out");
        }
        try (BrowserContext again = browsers.window(Browsers.PHONE, "en", true)) {
            Page employee = firm.arrive(again, "erin", "erin@" + firm.domain);
            employee.waitForURL(product.url() + "/w/" + firm.alias + "**");
            employee.locator("main h1").waitFor();
            assertThat(employee.navigate(product.url() + "/w/" + firm.alias + "/campaigns")
                            .status())
                    .isEqualTo(200);
            assertThat(employee.navigate(firm.setUp).status()).isEqualTo(403);
        }
        assertThat(people("erin@" + firm.domain))
                .as("the same account each time")
                .isEqualTo(1);
        assertThat(Api.withToken(product, Administration.token(product, firm.owner))
                        .get("/workspaces/" + firm.alias + "/history?limit=100")
                        .body())
                .contains("sign-in.domain-claimed", "sign-in.domain-proven", "sign-in.provider-set")
                .doesNotContain(Firm.SECRET);
        assertThat(logs()).doesNotContain(Firm.SECRET);
    }

    private void giveRole(Firm firm, String email, String role) {
        String organization = keycloak().organization(firm.alias);
        String id = keycloak()
                .get("/organizations/" + organization + "/members?search=" + email)
                .get(0)
                .get("id")
                .asText();
        assertThat(Api.withToken(product, Administration.token(product, firm.owner))
                        .patch("/workspaces/" + firm.alias + "/members/" + id, "{\"roles\":[\"" + role + "\"]}")
                        .status())
                .isEqualTo(200);
    }

    private int people(String email) {
        return keycloak().get("/users?exact=true&email=" + email).size();
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(product.data().resolve("logs"))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void noProviderTakesAnAccountThatIsThere() {
        Firm firm = new Firm(product, browsers);
        String victim = Premises.fresh("vera-");
        String subject = keycloak().person(victim);
        firm.employ("liar", victim + "@example.org");
        String colleague = Premises.fresh("carl-");
        String known = keycloak().person(colleague, colleague + "@" + firm.domain);
        firm.employ("colleague", colleague + "@" + firm.domain);
        String organization = keycloak().organization("aria-hotel");
        String link;
        for (String member : new String[] {subject, known}) {
            Administration.done(
                    keycloak().send("POST", "/organizations/" + organization + "/members", "\"" + member + "\""));
        }
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = enter(window, firm.owner, "/w/" + firm.alias + "/people/sign-in/provider");
            firm.prove(page);
            firm.use(page, "openid");
            link = page.locator("#link").innerText();
        }
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page liar = firm.arrive(window, "liar", "liar@" + firm.domain);
            liar.waitForURL(address -> address.startsWith(product.keycloakUrl() + "/realms/entezar/"));
            Firm.picture(liar, "provider-liar");
            liar.navigate(product.url() + "/w/aria-hotel");
            assertThat(liar.url()).as("not signed in").startsWith(product.keycloakUrl());
        }
        assertThat(keycloak().get("/users/" + subject + "/federated-identity").size())
                .as("an address of another domain is never joined")
                .isZero();

        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = firm.follow(window, "colleague", link);
            page.waitForURL(address -> address.startsWith(product.keycloakUrl() + "/realms/entezar/"));
            Firm.picture(page, "provider-link");
            assertThat(keycloak().get("/users/" + known + "/federated-identity").size())
                    .as("not joined without the account's own sign-in")
                    .isZero();
            page.locator("#linkAccount").click();
            page.locator("#password").fill(Administration.PASSWORD);
            page.locator("#kc-login").click();
            page.waitForURL(address -> address.startsWith(product.url()));
            assertThat(keycloak().get("/users/" + known + "/federated-identity").size())
                    .isEqualTo(1);
            assertThat(page.navigate(product.url() + "/w/aria-hotel").status())
                    .as("a workspace's provider opens no other workspace of the same person")
                    .isEqualTo(404);
        }
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = firm.follow(window, "colleague", link);
            page.waitForURL(address -> address.startsWith(product.url()));
            assertThat(page.navigate(product.url() + "/w/aria-hotel").status()).isEqualTo(404);
        }
    }

    /** Keycloak's half of a deletion; the day is brought forward in the database, which takes its superuser. */
    @Test
    void theProviderProgramsAndOrganizationGoWithTheWorkspaceAndPeopleStay() throws SQLException {
        Firm firm = new Firm(product, browsers);
        String link;
        String program;
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = enter(window, firm.owner, "/w/" + firm.alias + "/people/sign-in/provider");
            firm.prove(page);
            firm.use(page, "openid");
            Api owner = Api.withToken(product, Administration.token(product, firm.owner));
            Api.Answer client = owner.post(
                    "/workspaces/" + firm.alias + "/api-clients",
                    "{\"name\":\"Till\",\"permissions\":[\"CAMPAIGN_READ\"]}");
            assertThat(client.status()).as(client.toString()).isEqualTo(201);
            program = client.json().get("clientId").asText();
            page.navigate(product.url() + "/w/" + firm.alias + "/settings/data");
            page.locator("[data-opens=delete]").click();
            page.locator("#alias").fill(firm.alias);
            page.locator("dialog[open] button[type=submit]").click();
            page.waitForURL(address -> address.contains("/deletion/"));
            link = page.url().substring(page.url().lastIndexOf('/') + 1);
        }
        String organization = keycloak().organization(firm.alias);
        String provider = "/identity-provider/instances/"
                + IdentityProviders.name(new WorkspaceId(UUID.fromString(organization)));
        keycloak().get(provider);
        assertThat(keycloak().get("/clients?clientId=" + program).size()).isEqualTo(1);
        try (Connection superuser = product.asSuperuser();
                Statement statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update entezar.workspace_deletion set due_at = now(), entered_at = now() - interval '2 days'"
                                    + " where alias = '" + firm.alias + "'"))
                    .isEqualTo(1);
        }
        Api.until(
                () -> Api.anonymous(product).get("/deletions/" + link).json().hasNonNull("deletedAt"),
                Duration.ofSeconds(150));
        assertThat(keycloak().send("GET", provider, "").status()).isEqualTo(404);
        assertThat(keycloak().send("GET", "/organizations/" + organization, "").status())
                .isEqualTo(404);
        assertThat(keycloak().get("/clients?clientId=" + program).size()).isZero();
        assertThat(keycloak().get("/users?exact=true&username=" + firm.owner).size())
                .isEqualTo(1);
    }

    @Test
    void onlyAnOwnerOfTheWorkspaceSetsItUp() {
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(window, product, "owner.retail", "/w/harbour-retail/people/sign-in/provider");
            assertThat(page.locator("#claim").count()).isEqualTo(1);
            assertThat(page.navigate(product.url() + "/w/aria-hotel/people/sign-in/provider")
                            .status())
                    .isEqualTo(404);
        }
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(window, product, "analyst.hotel", "/w/aria-hotel");
            assertThat(page.navigate(product.url() + "/w/aria-hotel/people/sign-in/provider")
                            .status())
                    .isEqualTo(403);
        }
    }
}
