package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An owner makes a program in the console, sees its secret once, and revokes it. */
class ApiClientPageIT {

    private static Browsers browsers;

    private final Product product = Product.shared();
    private final PageLook look = new PageLook();

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @AfterEach
    void looksAsItShould() {
        look.isClean();
    }

    @ParameterizedTest
    @CsvSource({"en, 1366", "fa, 390", "zh-Hans, 390"})
    void aSecretIsShownOnceAndAProgramEnds(String language, int width) {
        try (BrowserContext context = browsers.window(width, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail/people/clients");
            Browsers.speak(page, language);
            page.navigate(product.url() + "/w/harbour-retail/people/clients");
            page.locator("[id='client:name']").fill("Till " + language);
            page.locator("[id='client:create']").click();
            page.locator(".callout.bad").waitFor();
            page.locator("[name=permission][value=RESPONSE_SUBMIT]").check();
            page.locator("[id='client:create']").click();
            String secret = page.locator("#client-secret").innerText();
            assertThat(secret).hasSizeGreaterThan(20);
            look.here(page, "clients-told-" + language + "-" + width);
            page.navigate(product.url() + "/w/harbour-retail/people/clients");
            assertThat(page.content()).contains("Till " + language).doesNotContain(secret);
            page.locator("#clients tr", new Page.LocatorOptions().setHasText("Till " + language))
                    .locator("[data-opens^=revoke]")
                    .click();
            page.locator("dialog[open] .danger").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("#clients tr", new Page.LocatorOptions().setHasText("Till " + language))
                            .locator("button")
                            .count())
                    .isZero();
            page.navigate(product.url() + "/w/harbour-retail/people/mail");
            look.here(page, "mail-" + language + "-" + width);
        }
    }
}
