package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An owner sets the look, how long things are kept and held, takes everything along and thinks again about deleting. */
class SettingsPageIT {

    private static final String ROOT = "/w/harbour-retail/";

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

    private static byte[] logo() throws IOException {
        BufferedImage picture = new BufferedImage(360, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(new Color(0x7a1fa2));
        canvas.fillRoundRect(0, 0, 360, 120, 40, 40);
        canvas.setColor(Color.WHITE);
        canvas.fillOval(20, 20, 80, 80);
        canvas.fillRect(130, 45, 200, 30);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private void go(Page page, String path) {
        page.navigate(product.url() + ROOT + path);
    }

    @ParameterizedTest
    @CsvSource({"en, 1366", "fa, 390", "zh-Hans, 390"})
    void theLookIsSetAndRefusedWhereItCannotBeRead(String language, int width) throws IOException {
        try (BrowserContext context = browsers.window(width, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", ROOT + "settings");
            Browsers.speak(page, language);
            go(page, "settings");
            look.here(page, "settings-" + language + "-" + width);
            go(page, "settings/look");
            if (page.locator("#take-down").count() > 0) {
                page.locator("#take-down").click();
                page.locator("#take-down")
                        .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            }
            byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
            page.locator("#logo").setInputFiles(new FilePayload("logo.png", "image/png", svg));
            page.locator("#logo-form button[type=submit]").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator(".look-logo").count()).isZero();
            page.locator("#logo").setInputFiles(new FilePayload("logo.png", "image/png", logo()));
            page.locator("#logo-form button[type=submit]").click();
            page.locator(".look-logo img").waitFor();
            page.locator("#light").fill("#ffd700");
            page.locator("#paint").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("#light").inputValue()).isEqualTo("#ffd700");
            page.locator("#light").fill("#7a1fa2");
            page.locator("#dark").fill("");
            page.locator("#paint").click();
            page.locator("form input[name=reset]")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            look.here(page, "settings-look-" + language + "-" + width);
            page.locator("#take-down").click();
            page.waitForURL(address -> address.endsWith("settings/look"));
            page.locator("form:has(input[name=reset]) button").click();
            assertThat(page.locator(".look-logo").count()).isZero();
        }
    }

    @Test
    void aNumberIsTakenInAnyDigitsAndRefusedAtItsFieldWhenItIsNone() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "fa", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", ROOT + "settings");
            Browsers.speak(page, "fa");
            go(page, "settings");
            String before = page.locator("[id='settings:minimum']").inputValue();
            assertThat(before).matches("[۰-۹]+");
            page.locator("[id='settings:minimum']").fill("پنج");
            page.locator("[id='settings:save']").click();
            assertThat(page.locator(".field:has([id='settings:minimum']) .error")
                            .innerText())
                    .isNotBlank();
            assertThat(page.locator("[id='settings:minimum']").inputValue()).isEqualTo("پنج");
            page.locator("[id='settings:minimum']").fill("۷");
            page.locator("[id='settings:save']").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("[id='settings:minimum']").inputValue()).isEqualTo("۷");
            page.locator("[id='settings:minimum']").fill(before);
            page.locator("[id='settings:save']").click();
            page.locator(".toast").waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1366", "fa, 390", "zh-Hans, 390"})
    void whatWouldGoIsShownAndAHoldIsPlacedAndReleased(String language, int width) {
        try (BrowserContext context = browsers.window(width, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", ROOT + "settings/retention");
            Browsers.speak(page, language);
            go(page, "settings/retention");
            page.locator("#responses").fill("1");
            page.locator("#words").fill("1");
            page.locator("#try").click();
            page.locator("#due").waitFor();
            assertThat(page.locator("[data-opens=run]").count()).isZero();
            page.locator("#reason").fill("Case 17 " + language);
            page.locator("#place-hold").click();
            page.locator("#held").waitFor();
            look.here(page, "settings-retention-" + language + "-" + width);
            int standing = page.locator("[data-opens^=release]").count();
            page.locator("[data-opens^=release]").first().click();
            page.locator("dialog[open] input[name=reason]").fill("Decided");
            page.locator("dialog[open] button[type=submit]").click();
            page.locator(".toast").waitFor();
            assertThat(page.locator("[data-opens^=release]").count()).isEqualTo(standing - 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1366", "fa, 390", "zh-Hans, 390"})
    void anArchiveIsWrittenAndADeletionIsCancelled(String language, int width) {
        releaseAllHolds(Api.as(product, "owner.hotel"), "/workspaces/aria-hotel/holds");
        try (BrowserContext context = browsers.window(width, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.hotel", "/w/aria-hotel/settings/data");
            Browsers.speak(page, language);
            String here = product.url() + "/w/aria-hotel/settings/data";
            page.navigate(here);
            page.locator("#archive").click();
            page.locator("#archives a[download]")
                    .first()
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(120_000));
            page.locator("[data-opens=delete]").click();
            page.locator("#alias").fill("aria-hotel");
            page.locator("dialog[open] button[type=submit]").click();
            page.waitForURL(address -> address.contains("/deletion/"));
            look.here(page, "deletion-" + language + "-" + width);
            page.navigate(here);
            look.here(page, "settings-data-" + language + "-" + width);
            page.locator("#cancel-deletion").click();
            page.locator("[data-opens=delete]").waitFor();
        }
    }

    /** Nothing that is held is deleted, and other classes hold responses of the same workspace. */
    private static void releaseAllHolds(Api owner, String holds) {
        for (JsonNode hold : owner.get(holds).json().get("items")) {
            if (!hold.hasNonNull("released")) {
                String release = holds + "/" + hold.get("id").asText() + "/release";
                assertThat(owner.post(release, "{\"reason\":\"Over\"}").status())
                        .isBetween(200, 299);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1366", "fa, 390", "zh-Hans, 390"})
    void aPersonIsFoundHandedOverAndErased(String language, int width) {
        Api owner = Api.as(product, "owner.retail");
        Premises here = new Premises(owner, "harbour-retail", "analyst.retail");
        here.letGo("auditor.hotel");
        String person = Premises.fresh("customer-");
        Api.Answer sent = owner.post(
                "/workspaces/harbour-retail/campaigns/" + here.names().get("campaign") + "/responses",
                "{\"person\":\"" + person + "\",\"answers\":{\"q1\":{\"expected\":6,\"perceived\":4}}}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        owner.post(
                "/workspaces/harbour-retail/holds/" + here.names().get("hold") + "/release", "{\"reason\":\"Over\"}");
        try (BrowserContext context = browsers.window(width, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", ROOT + "settings/persons");
            Browsers.speak(page, language);
            go(page, "settings/persons");
            page.locator("#reference").fill("nobody at all");
            page.locator("#go").click();
            page.locator(".empty").waitFor();
            page.locator("#reference").fill(person);
            page.locator("#go").click();
            page.locator("#held").waitFor();
            assertThat(page.url()).doesNotContain(person);
            look.here(page, "settings-persons-" + language + "-" + width);
            for (String file : new String[] {"csv", "json", "csv"}) {
                Download taken = page.waitForDownload(() ->
                        page.locator("form:has([value=" + file + "]) button").click());
                assertThat(taken.suggestedFilename()).endsWith("." + file);
            }
            page.locator("#reason").fill("Asked for it");
            page.locator("#erase button[value=whole]").click();
            page.locator("#held .badge.warn").waitFor();
            assertThat(page.locator("#erase").count()).isZero();
        }
    }
}
