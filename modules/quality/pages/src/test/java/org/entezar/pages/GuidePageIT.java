package org.entezar.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.Test;

/** The places that the guide shows are where it says, in the demo's workspaces. */
class GuidePageIT {

    private final Product product = Product.shared();

    @Test
    void thePlacesOfTheGuideAreWhereItSays() {
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            assertThat(page.locator("h1")).isVisible();
            GuidePictures.take(page, "home");
            page.locator("nav.side a[href$='/insights']").click();
            card(page, "Shoppers on what matters", "zone").click();
            page.locator(".chart svg").first().waitFor();
            page.setViewportSize(Browsers.WIDE, 1250);
            GuidePictures.take(page, "insight-zone");
            page.setViewportSize(Browsers.WIDE, 900);
            page.locator("nav.side a[href$='/questionnaires']").click();
            page.locator("main th a", hasText("Your visit to our store"))
                    .first()
                    .click();
            page.locator("#save-state").waitFor();
            GuidePictures.take(page, "builder");
            page.locator("nav.side a[href$='/people']").click();
            assertThat(page.locator("main table").first()).isVisible();
            GuidePictures.take(page, "people");
            page.locator("nav.side a[href$='/history']").click();
            assertThat(page.locator(".timeline").first()).isVisible();
            GuidePictures.take(page, "history");
        }
    }

    private static Locator card(Page page, String campaign, String method) {
        return page.locator("main section.card", hasText(campaign))
                .locator("a[href$='/" + method + "']")
                .first();
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
