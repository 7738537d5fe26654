package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A workspace's logo and accent are in its console, can be read there in light and dark, and are nowhere else. */
class WorkspaceLookPageIT {

    private static final String WORKSPACE = "/w/harbour-retail";
    private static final String BRAND = "/workspaces/harbour-retail/brand";

    /** As pale as an accent may be on light pages, and as dark as it may be on dark ones. */
    private static final String PALE = "#916a00";

    private static final String DULL = "#898a8e";
    private static final String LEADS = "getComputedStyle(document.querySelector('.button.primary')).backgroundColor";

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");

    @AfterEach
    void takeDown() {
        owner.delete(BRAND + "/accent");
        owner.delete(BRAND + "/logo");
    }

    @Test
    void aPaleAccentAndALogoAreInTheConsoleAndCanBeRead() {
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", WORKSPACE);
            Browsers.speak(page, "en");
            page.navigate(product.url() + WORKSPACE + "/campaigns");
            Object own = page.evaluate(LEADS);
            assertThat(page.locator("style").count()).isZero();

            assertThat(owner.put(BRAND + "/accent", "{\"light\":\"" + PALE + "\",\"dark\":\"" + DULL + "\"}", Map.of())
                            .status())
                    .isEqualTo(200);
            Premises.hangLogo(owner, "/workspaces/harbour-retail");
            page.navigate(product.url() + WORKSPACE + "/campaigns");
            assertThat(page.evaluate(LEADS)).isNotEqualTo(own);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Object dark = page.evaluate(LEADS);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            assertThat(page.evaluate(LEADS)).isNotEqualTo(dark);
            assertThat(page.locator(".mark img.own").getAttribute("alt")).isNotBlank();
            assertThat(page.evaluate("document.querySelector('.mark img.own').naturalWidth"))
                    .isEqualTo(1);

            PageLook look = new PageLook();
            look.hear(page);
            for (String path : List.of("", "/questionnaires/new", "/categories", "/people", "/settings", "/history")) {
                look.visit(page, product.url() + WORKSPACE + path, "look" + path.replace('/', '-'));
            }
            look.isClean();

            page.navigate(product.url() + "/workspaces");
            assertThat(page.locator("style, .mark img.own").count())
                    .as("outside the workspace the look is the product's")
                    .isZero();
        }
    }

    @Test
    void theLogoIsKeptByBrowsersUnderItsDigestAndIsForMembersOnly() {
        Premises.hangLogo(owner, "/workspaces/harbour-retail");
        try (Browsers browsers = new Browsers();
                BrowserContext members = browsers.window(Browsers.PHONE, "fa", true);
                BrowserContext others = browsers.window(Browsers.PHONE, "fa", true)) {
            Page page = Browsers.signIn(members, product, "frontline.retail", WORKSPACE);
            String logo = product.url() + page.locator(".mark img.own").getAttribute("src");
            assertThat(page.request().get(logo).headers().get("cache-control")).contains("immutable");
            assertThat(page.request()
                            .get(logo.replaceFirst("[?].*", ""))
                            .headers()
                            .get("cache-control"))
                    .contains("no-cache");
            Page other = Browsers.signIn(others, product, "owner.hotel", "/w/aria-hotel");
            assertThat(other.request().get(logo).status()).isEqualTo(404);
            assertThat(other.locator(".mark img.own").count()).isZero();
        }
    }
}
