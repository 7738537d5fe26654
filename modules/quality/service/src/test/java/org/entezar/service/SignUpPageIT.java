package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the front page to a workspace of one's own, as visitors do it, with and without scripts. */
class SignUpPageIT {

    private static final String CHOSEN = "chosen by myself 7";
    private static final Path PICTURES = Path.of("target", "pages");

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

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    /** Asks for the link as a visitor and reads it in the demo's outbox. */
    private String link(Page page, String email) {
        page.navigate(product.url() + "/sign-up");
        page.locator("#email").fill(email);
        picture(page, "sign-up");
        page.locator("#send").click();
        assertThat(page.locator("#sent").innerText()).contains(email);
        picture(page, "sign-up-sent");
        page.locator("#outbox").click();
        page.locator("#mails tr", new Page.LocatorOptions().setHasText(email))
                .locator("a.button")
                .first()
                .click();
        return page.locator("#letter-link").getAttribute("href");
    }

    @Test
    void aVisitorOnAPhoneWithoutScriptsGetsAWorkspaceAndItsFirstStepsTickThemselvesOff() {
        String alias = Premises.fresh("inn-");
        try (BrowserContext visitor = browsers.window(Browsers.PHONE, "en", false)) {
            Page page = visitor.newPage();
            page.navigate(product.url() + "/");
            page.locator("a[href='/sign-up']").click();
            String link = link(page, alias + "@example.org");
            page.navigate(link);
            picture(page, "found");
            check(page, "admin", "RESERVED");
            check(page, "aria-hotel", "TAKEN");
            check(page, "No Alias", "MALFORMED");
            page.locator("#name").fill("Grand Inn");
            check(page, alias, "FREE");
            assertThat(page.locator("#name").inputValue()).isEqualTo("Grand Inn");

            page.locator("#given-name").fill("Ines");
            page.locator("#family-name").fill("Azad <b>");
            page.locator("#new-password").fill("short");
            page.locator("#default-language").selectOption("fa");
            page.locator("input[name=language][value=en]").check();
            page.locator("#time-zone").fill("Nowhere/Land");
            page.locator("[name=trade][value=hotel]").check();
            page.locator("#new-password").evaluate("field => field.removeAttribute('minlength')");
            page.locator("#found").click();
            page.locator("#family-name-error").waitFor();
            assertThat(page.locator("#new-password-error").isVisible()).isTrue();
            assertThat(page.locator("#time-zone-error").isVisible()).isTrue();
            assertThat(page.locator("#alias").inputValue()).isEqualTo(alias);
            assertThat(page.locator("[name=trade][value=hotel]").isChecked()).isTrue();
            assertThat(page.locator("#new-password").inputValue()).isEmpty();
            picture(page, "found-refused");

            page.locator("#family-name").fill("Azad");
            page.locator("#new-password").fill(CHOSEN);
            page.locator("#time-zone").fill("Europe/Lisbon");
            page.locator("#found").click();
            page.locator("#username").fill(alias + "@example.org");
            page.locator("#kc-login").click();
            page.locator("#password").fill(CHOSEN);
            page.locator("#kc-login").click();
            page.waitForURL(product.url() + "/w/" + alias);
            picture(page, "first-steps");
            assertThat(step(page, "pack").getAttribute("class")).doesNotContain("done");
            page.navigate(product.url() + "/w/" + alias + "/settings");
            assertThat(page.locator("#default-language").inputValue()).isEqualTo("fa");
            assertThat(page.locator("#time-zone").inputValue()).isEqualTo("Europe/Lisbon");
            assertThat(page.locator("[name=plugin][value=hotel]").isChecked()).isTrue();
            page.locator("form#packs input[type=submit]").first().click();
            page.navigate(product.url() + "/w/" + alias);
            assertThat(step(page, "pack").getAttribute("class")).contains("done");
            assertThat(step(page, "questionnaire").getAttribute("class")).contains("done");
            assertThat(step(page, "campaign").getAttribute("class")).doesNotContain("done");
            assertThat(page.navigate(link).status()).as("the link works once").isEqualTo(404);
        }
    }

    private static Locator step(Page page, String key) {
        return page.locator("[data-step=" + key + "]");
    }

    private static void check(Page page, String alias, String state) {
        page.locator("#alias").fill(alias);
        page.locator("#check").click();
        page.locator("#alias-state[data-state=" + state + "]").waitFor();
        assertThat(page.locator("#alias-state").innerText()).isNotBlank();
    }

    @Test
    void withScriptsTheAliasIsSuggestedAndCheckedWhileSomebodyTypesAndWhoHasAnAccountUsesIt() {
        String alias = Premises.fresh("second-");
        try (BrowserContext visitor = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(visitor, product, "analyst.retail", "/workspaces");
            String link = link(page, alias + "@example.org");
            page.navigate(link);
            page.locator("#name").fill("Harbour  Rétail");
            page.locator("#alias-state[data-state=TAKEN]").waitFor();
            assertThat(page.locator("#alias").inputValue()).isEqualTo("harbour-retail");
            page.locator("#alias").fill(alias);
            page.locator("#alias-state[data-state=FREE]").waitFor();
            assertThat(page.locator("#given-name").count()).isZero();
            picture(page, "found-signed-in");
            page.locator("#found").click();
            page.waitForURL(product.url() + "/w/" + alias);
            assertThat(page.locator("nav.side a[href$='/settings']").count()).isPositive();
        }
    }

    @Test
    void whoAsksIsToldTheSameForEveryAddressAndBothGetAMail() {
        String unknown = Premises.fresh("nobody-") + "@example.org";
        Api anybody = Api.anonymous(product);
        Api.Answer first = anybody.post("/registrations", "{\"email\":\"owner.hotel@demo.invalid\"}");
        Api.Answer second = anybody.post("/registrations", "{\"email\":\"" + unknown + "\"}");
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.body()).isEmpty();
        assertThat(second.toString()).isEqualTo(first.toString());
        try (BrowserContext visitor = browsers.window(Browsers.WIDE, "en", false)) {
            Page page = visitor.newPage();
            page.navigate(product.url() + "/outbox");
            assertThat(page.locator("#mails").innerText()).contains("owner.hotel@demo.invalid", unknown);
        }
        assertThat(anybody.post("/registrations", "{\"email\":\"no address\"}").status())
                .isEqualTo(422);
    }

    @Test
    void anAccountOfTheAddressIsFoundOnlyByWhoHoldsTheLinkAndNothingIsLeftThen() {
        String alias = Premises.fresh("taken-");
        try (BrowserContext visitor = browsers.window(Browsers.WIDE, "en", false)) {
            Page page = visitor.newPage();
            page.navigate(link(page, "auditor.hospital@demo.invalid"));
            page.locator("#given-name").fill("Lei");
            page.locator("#family-name").fill("Chen");
            page.locator("#new-password").fill(CHOSEN);
            page.locator("#name").fill("Taken");
            page.locator("#alias").fill(alias);
            page.locator("#found").click();
            assertThat(page.locator("[role=alert]").innerText()).contains("auditor.hospital@demo.invalid");
            check(page, alias, "FREE");
        }
    }

    @Test
    void anOperatorInvitesAndTakesBack() {
        String email = Premises.fresh("guest-") + "@example.org";
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(window, product, "operator", "/workspaces/registrations");
            page.locator("[id='invite:email']").fill(email);
            page.locator("[id='invite:send']").click();
            Locator line = page.locator("#registrations tr", new Page.LocatorOptions().setHasText(email));
            line.waitFor();
            picture(page, "registrations");
            page.navigate(product.url() + "/outbox");
            page.locator("#mails tr", new Page.LocatorOptions().setHasText(email))
                    .locator("a.button")
                    .click();
            String link = page.locator("#letter-link").getAttribute("href");
            page.navigate(product.url() + "/workspaces/registrations");
            line.locator("input[type=submit]").click();
            page.locator("#notices .toast").first().waitFor();
            assertThat(page.navigate(link).status()).isEqualTo(404);
        }
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(window, product, "owner.retail", "/workspaces");
            assertThat(page.navigate(product.url() + "/workspaces/registrations")
                            .status())
                    .isEqualTo(403);
        }
    }
}
