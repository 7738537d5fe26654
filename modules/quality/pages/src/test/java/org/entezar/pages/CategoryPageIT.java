package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree of categories and its weights, by keys and by pointer; nothing is saved, so that the demo stays as it is. */
class CategoryPageIT {

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

    private Page categories(BrowserContext window, String language) {
        Page page = Browsers.signIn(window, product, "owner.retail", "/w/harbour-retail");
        Browsers.speak(page, language);
        page.navigate(product.url() + "/w/harbour-retail/categories");
        page.locator(".weight-handle").first().waitFor();
        return page;
    }

    private static double share(Locator handle) {
        return Double.parseDouble(handle.getAttribute("aria-valuenow"));
    }

    private static List<String> order(Page page) {
        return page.locator(".category-list[data-level='1'] > li > .category-row").all().stream()
                .map(row -> row.getAttribute("data-key"))
                .toList();
    }

    @Test
    void weightsAreGivenToTheNeighbourByKeysAndByPointerAndTheSumStays() {
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = categories(window, "en");
            Locator handle = page.locator(".weight-handle").first();
            double before = share(handle);
            double most = Double.parseDouble(handle.getAttribute("aria-valuemax"));
            handle.focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(share(handle)).isBetween(before + 1, before + 2);
            page.keyboard().press("Home");
            assertThat(share(handle)).isZero();
            page.keyboard().press("End");
            assertThat(share(handle)).isEqualTo(most);
            page.keyboard().press("Control+z");
            BoundingBox track = page.locator(".weight-track").first().boundingBox();
            BoundingBox grip = handle.boundingBox();
            page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
            page.mouse().down();
            page.mouse().move(track.x + track.width * 0.05, grip.y + grip.height / 2);
            page.mouse().up();
            assertThat(share(handle)).isBetween(4.0, 6.0);
            assertThat(Double.parseDouble(handle.getAttribute("aria-valuemax"))).isBetween(most - 0.2, most + 0.2);
            assertThat(handle.getAttribute("aria-valuetext")).contains("%");
        }
    }

    @Test
    void inAPageFromRightToLeftTheKeysFollowTheBar() {
        try (BrowserContext window = browsers.window(Browsers.PHONE, "fa", true)) {
            Page page = categories(window, "fa");
            Locator handle = page.locator(".weight-handle").first();
            double before = share(handle);
            handle.focus();
            page.keyboard().press("ArrowLeft");
            assertThat(share(handle)).isGreaterThan(before);
        }
    }

    @Test
    void handlesThatWouldLieOnOneAnotherMakeRoomForTheOneInUse() {
        try (BrowserContext window = browsers.window(Browsers.PHONE, "en", true)) {
            Page page = categories(window, "en");
            Locator first = page.locator(".weight-handle").first();
            Locator second = page.locator(".weight-handle").nth(1);
            first.focus();
            page.keyboard().press("End");
            assertThat(first.isVisible()).isTrue();
            assertThat(second.isVisible()).isFalse();
            page.keyboard().press("Control+z");
            page.setViewportSize(Browsers.WIDE, 900);
            second.waitFor();
        }
    }

    @Test
    void numbersAreShownAndTypedInTheDigitsOfTheLanguage() {
        try (BrowserContext window = browsers.window(Browsers.WIDE, "fa", true)) {
            Page page = categories(window, "fa");
            Locator weight = page.locator(".category-weight input").first();
            String before = weight.inputValue();
            assertThat(before).matches("[۰-۹٫]+");
            String share = page.locator(".share .number").first().innerText();
            weight.fill("۹۹۹۹٫۵");
            assertThat(page.locator(".share .number").first().innerText()).isNotEqualTo(share);
            weight.blur();
            assertThat(weight.inputValue()).isEqualTo("۹۹۹۹٫۵");
            weight.fill(before);
            weight.blur();
            assertThat(page.locator(".share .number").first().innerText()).isEqualTo(share);
        }
    }

    @Test
    void categoriesAreDraggedAndTellWhereTheyAreMeasured() {
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = categories(window, "en");
            List<String> before = order(page);
            Locator first = page.locator("[data-key='" + before.get(0) + "'].category-row");
            page.locator("#grip-" + before.get(1)).dragTo(first, new Locator.DragToOptions().setTargetPosition(60, 4));
            assertThat(order(page)).startsWith(before.get(1), before.get(0));
            page.locator("#grip-" + before.get(1)).focus();
            page.keyboard().press("ArrowDown");
            assertThat(order(page)).isEqualTo(before);
            Locator uses = page.locator("details.category-uses").first();
            uses.locator("summary").click();
            assertThat(uses.locator("a").first().getAttribute("href")).contains("/questionnaires/");
        }
    }
}
