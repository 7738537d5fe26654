package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/**
 * The real Keycloak stops answering while people work, and comes back: errors are clear, what was typed waits, and no
 * half of a workspace is left. And a realm of an earlier release gets what it lacks at the next start.
 */
class IdentityAwayIT {

    private static final String CHOSEN = "chosen by myself 7";

    @Test
    void whatIsTypedWhileKeycloakIsAwayWaitsForIt() throws Exception {
        Product product = Product.shared();
        String alias = Premises.fresh("late-");
        String email = alias + "@example.org";
        try (Browsers browsers = new Browsers();
                BrowserContext visitor = browsers.window(Browsers.PHONE, "fa", false)) {
            visitor.setDefaultTimeout(90_000);
            Page page = visitor.newPage();
            page.navigate(product.url() + "/sign-up");
            page.locator("#email").fill(email);
            page.locator("#send").click();
            page.locator("#outbox").click();
            page.locator("#mails tr", new Page.LocatorOptions().setHasText(email))
                    .locator("a.button")
                    .click();
            page.navigate(page.locator("#letter-link").getAttribute("href"));
            page.locator("#given-name").fill("Late");
            page.locator("#family-name").fill("Comer");
            page.locator("#new-password").fill(CHOSEN);
            page.locator("#name").fill("Late");
            page.locator("#alias").fill(alias);
            Api owner = Api.as(product, "owner.retail");
            stopKeycloak(product, "STOP");
            try {
                page.locator("#found").click();
                page.locator("#waiting").waitFor();
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pages", "found-waiting.png")));
                assertThat(page.locator("#waiting").innerText()).contains(alias);
                Api.Answer away = owner.get("/workspaces/harbour-retail/members");
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.json().get("code").asText()).isEqualTo("IDENTITY_UNAVAILABLE");
                assertThat(owner.get("/workspaces/harbour-retail").status())
                        .as("what needs no Keycloak goes on")
                        .isEqualTo(200);
            } finally {
                stopKeycloak(product, "CONT");
            }
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
            Page outbox = visitor.newPage();
            do {
                outbox.navigate(product.url() + "/outbox");
                TimeUnit.SECONDS.sleep(3);
            } while (outbox.locator("#mails tr", new Page.LocatorOptions().setHasText(email))
                                    .count()
                            < 2
                    && System.nanoTime() < deadline);
            outbox.locator("#mails tr", new Page.LocatorOptions().setHasText(email))
                    .first()
                    .locator("a.button")
                    .click();
            outbox.locator("#letter-link").click();
            outbox.locator("#username").fill(email);
            outbox.locator("#kc-login").click();
            outbox.locator("#password").fill(CHOSEN);
            outbox.locator("#kc-login").click();
            outbox.waitForURL(product.url() + "/w/" + alias);
        }
    }

    private static void stopKeycloak(Product product, String signal) throws IOException, InterruptedException {
        ProcessHandle keycloak = product.processes().stream()
                .filter(process -> commandLine(process).contains("io.quarkus.bootstrap.runner.QuarkusEntryPoint"))
                .findFirst()
                .orElseThrow();
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(keycloak.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }

    @Test
    void aRealmOfAnEarlierReleaseGetsWhatItLacksAtTheNextStart() {
        Product product = Product.shared();
        Administration keycloak = Administration.of(product);
        assertThat(lacking(product)).isEmpty();
        String scope = idOf(keycloak, "/client-scopes", "name", "acr");
        String mapper = idOf(keycloak, "/client-scopes/" + scope + "/protocol-mappers/models", "name", "amr");
        Administration.done(
                keycloak.send("DELETE", "/client-scopes/" + scope + "/protocol-mappers/models/" + mapper, ""));
        String management = idOf(keycloak, "/clients", "clientId", "realm-management");
        String account = idOf(keycloak, "/clients", "clientId", "entezar-provisioning");
        String user = keycloak.get("/clients/" + account + "/service-account-user")
                .get("id")
                .asText();
        String role =
                keycloak.get("/clients/" + management + "/roles/manage-clients").toString();
        Administration.done(
                keycloak.send("DELETE", "/users/" + user + "/role-mappings/clients/" + management, "[" + role + "]"));
        String console = idOf(keycloak, "/clients", "clientId", "entezar-console");
        ObjectNode changed = keycloak.get("/clients/" + console).deepCopy();
        changed.withObject("/attributes").put("backchannel.logout.url", "");
        Administration.done(keycloak.send("PUT", "/clients/" + console, changed.toString()));
        assertThat(lacking(product)).hasSize(3);

        product.stop();
        product.start();

        assertThat(lacking(product)).isEmpty();
    }

    /** What this release needs of a realm and this one has not. */
    private static List<String> lacking(Product product) {
        Administration keycloak = Administration.of(product);
        List<String> lacking = new ArrayList<>();
        String scope = idOf(keycloak, "/client-scopes", "name", "acr");
        if (!keycloak.get("/client-scopes/" + scope + "/protocol-mappers/models")
                .toString()
                .contains("oidc-amr-mapper")) {
            lacking.add("amr");
        }
        if (Administration.asProvisioning(product)
                        .send("GET", "/clients?max=1", "")
                        .status()
                != 200) {
            lacking.add("manage-clients");
        }
        String console = idOf(keycloak, "/clients", "clientId", "entezar-console");
        if (!keycloak.get("/clients/" + console)
                .at("/attributes/backchannel.logout.url")
                .asText()
                .endsWith("/sign-in/ended")) {
            lacking.add("back-channel");
        }
        return lacking;
    }

    private static String idOf(Administration keycloak, String path, String field, String name) {
        for (var one : keycloak.get(path)) {
            if (one.path(field).asText().equals(name)) {
                return one.get("id").asText();
            }
        }
        throw new AssertionError("no " + name + " at " + path);
    }
}
