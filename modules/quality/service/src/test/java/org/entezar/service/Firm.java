package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;

/** An organisation with a workspace, an owner there, and an identity provider that it runs itself. */
final class Firm {

    static final String SECRET = "a-secret-of-theirs-81";

    private static final Path PICTURES = Path.of("target", "pages");

    private final Product product;
    private final Browsers browsers;

    final String realm = Premises.fresh("corp-");
    final String domain = realm + ".example.org";
    final String alias = Premises.fresh("firm-");
    final String owner = Premises.fresh("olive-");
    final String issuer;
    final String setUp;

    Firm(Product product, Browsers browsers) {
        this.product = product;
        this.browsers = browsers;
        this.issuer = product.keycloakUrl() + "/realms/" + realm;
        this.setUp = product.url() + "/w/" + alias + "/people/sign-in/provider";
        Administration.of(product).person(owner);
        assertThat(Api.as(product, "operator")
                        .post(
                                "/workspaces",
                                "{\"alias\":\"" + alias
                                        + "\",\"name\":{\"en\":\"Firm\"},\"locale\":\"en\",\"timeZone\":\"UTC\",\"owner\":\""
                                        + owner
                                        + "\"}")
                        .status())
                .isEqualTo(201);
        Administration.done(
                Administration.of(product).at("POST", product.keycloakUrl() + "/admin/realms", """
                {"realm":"%1$s","enabled":true,
                 "clients":[
                   {"clientId":"entezar","secret":"%2$s","enabled":true,"standardFlowEnabled":true,
                    "publicClient":false,"redirectUris":["%3$s/*"]},
                   {"clientId":"%3$s/realms/entezar","protocol":"saml","enabled":true,"redirectUris":["%3$s/*"],
                    "attributes":{"saml.assertion.signature":"true","saml.server.signature":"true",
                      "saml.client.signature":"false","saml_name_id_format":"email",
                      "saml_force_name_id_format":"true","saml.force.post.binding":"true"},
                    "protocolMappers":[
                      {"name":"email","protocol":"saml","protocolMapper":"saml-user-property-mapper",
                       "config":{"user.attribute":"email","friendly.name":"email","attribute.name":"email"}},
                      {"name":"given","protocol":"saml","protocolMapper":"saml-user-property-mapper",
                       "config":{"user.attribute":"firstName","friendly.name":"givenName","attribute.name":"gn"}},
                      {"name":"family","protocol":"saml","protocolMapper":"saml-user-property-mapper",
                       "config":{"user.attribute":"lastName","friendly.name":"surname","attribute.name":"sn"}}]}]}
                """.formatted(
                                realm, SECRET, product.keycloakUrl())));
    }

    /** Lets the provider know, and say, that somebody is who they claim to be. */
    void employ(String login, String email) {
        Administration.done(Administration.of(product)
                .at(
                        "POST",
                        product.keycloakUrl() + "/admin/realms/" + realm + "/users",
                        "{\"username\":\"" + login + "\",\"email\":\"" + email
                                + "\",\"emailVerified\":true,\"enabled\":true,\"firstName\":\"Erin\",\"lastName\":\"Foreign\","
                                + "\"credentials\":[{\"type\":\"password\",\"value\":\"" + Administration.PASSWORD
                                + "\"}]}"));
    }

    void fill(Page page, String protocol, String issuer, String secret) {
        page.locator("[name=protocol][value=" + protocol + "]").check();
        page.locator("#address").fill(protocol.equals("saml") ? issuer + "/protocol/saml/descriptor" : issuer);
        if (protocol.equals("openid")) {
            page.locator("#client-id").fill("entezar");
            page.locator("#client-secret").fill(secret);
        }
    }

    /** Claims the domain, and lets whoever runs it consent. Opening the link alone proves nothing. */
    void prove(Page page) {
        page.navigate(setUp);
        page.locator("#domain").fill(domain);
        page.locator("#claim").click();
        page.waitForURL(setUp);
        page.navigate(product.url() + "/w/" + alias + "/people/mail");
        page.locator("#mails tr", new Page.LocatorOptions().setHasText("admin@" + domain))
                .locator("a.button")
                .first()
                .click();
        String link = page.locator("#letter-link").getAttribute("href");
        try (BrowserContext runner = browsers.window(Browsers.PHONE, "fa", false)) {
            Page consent = runner.newPage();
            consent.navigate(link);
            picture(consent, "domain");
            consent.navigate(link);
            consent.locator("#prove").click();
            consent.locator("#proven").waitFor();
            assertThat(consent.navigate(link).status())
                    .as("the link works once")
                    .isEqualTo(404);
        }
        page.navigate(setUp);
        page.locator("#domain-proven").waitFor();
    }

    void use(Page page, String protocol) {
        fill(page, protocol, issuer, SECRET);
        page.locator("#use").click();
        page.locator("#in-use").waitFor();
    }

    /** Somebody goes to the workspace, types their address, and signs in where it leads. */
    Page arrive(BrowserContext window, String login, String address) {
        Page page = window.newPage();
        page.navigate(product.url() + "/w/" + alias);
        page.locator("#username").fill(address);
        page.locator("#kc-login").click();
        signIn(page, login);
        return page;
    }

    /** The same by the link that the owner gives to people. */
    Page follow(BrowserContext window, String login, String link) {
        Page page = window.newPage();
        page.navigate(link);
        signIn(page, login);
        return page;
    }

    private void signIn(Page page, String login) {
        page.waitForURL(url -> url.contains("/realms/" + realm + "/"));
        page.locator("#username").fill(login);
        page.locator("#password").fill(Administration.PASSWORD);
        page.locator("#kc-login").click();
    }

    /** For a person to look at. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
