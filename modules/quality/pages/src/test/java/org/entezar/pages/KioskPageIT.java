package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The first hour as the guide tells it: a person brings a real survey's file and its codebook to the console and reads
 * the figures that its authors' data give.
 */
class KioskPageIT {

    private static Path file(String name) {
        Path file = Path.of(System.getProperty("entezar.shared", "../shared"), "data/expectation-kiosk-survey", name);
        Assumptions.assumeTrue(
                Files.exists(file), "Skipped: the kiosk survey is not at " + file + " (property entezar.shared)");
        return file;
    }

    @Test
    void aFileAndItsCodebookBecomeTheKnownFigures() {
        Path answers = file("kiosk_coded_part_a.csv");
        Path codebook = file("items.csv");
        Product product = Product.shared();
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail/imports/new");
            GuidePictures.take(page, "first-hour-1");
            page.locator("#file").setInputFiles(answers);
            page.locator("#bring button[type=submit]").click();

            page.waitForURL("**/questions");
            assertThat(page.locator("main").innerText()).contains("105 rows and 162 columns", "81 questions");
            page.locator("#name").fill("Self-service kiosks");
            page.locator("#key").fill("kiosk" + Long.toString(System.nanoTime(), 36));
            page.locator("#codebook").setInputFiles(codebook);
            page.locator("button[formaction]").click();
            page.waitForURL("**/codebook");
            assertThat(page.locator("#name").inputValue()).isEqualTo("Self-service kiosks");
            assertThat(page.locator("input[name='t.sq15']").inputValue()).isEqualTo("offers a choice of languages");
            GuidePictures.take(page, "first-hour-2");
            page.locator("#questions button.primary").click();

            page.waitForURL("**/rows");
            page.waitForSelector("form[action$='/run']");
            assertThat(page.locator(".stat .value").allInnerTexts()).containsExactly("105", "0", "0");
            assertThat(page.locator("#preview tbody tr").count()).isEqualTo(10);
            GuidePictures.take(page, "first-hour-3");
            page.locator("form[action$='/run'] button").click();

            page.waitForSelector(".page-head a[href*='/insights/']");
            assertThat(page.locator(".stat .value").allInnerTexts()).containsExactly("105", "105", "0", "0");
            page.locator(".page-head a[href*='/insights/']").click();
            page.waitForSelector("#figures");
            page.waitForSelector(".chart svg");
            GuidePictures.take(page, "first-hour-4");
            readGaps(page);
            page.navigate(page.url().replaceFirst("/servqual.*", "") + "/kano");
            readKano(page);
        }
    }

    private static void readGaps(Page page) {
        Locator overall = row(page, "Overall");
        assertThat(value(overall, "Expected")).isCloseTo(5.9539, within(0.00006));
        assertThat(value(overall, "Found")).isCloseTo(4.9794, within(0.00006));
        Map.of(
                        "reflects the choices made exactly", -0.4175,
                        "can be used without help from others", -1.6214,
                        "offers a choice of languages", -1.9417,
                        "voice guidance is pleasant", -0.7864)
                .forEach((item, gap) ->
                        assertThat(value(row(page, item), "Gap")).as(item).isCloseTo(gap, within(0.00006)));
    }

    private static void readKano(Page page) {
        Locator second = row(page, "kano02");
        Map.of("M", 55, "O", 34, "A", 6, "I", 5, "R", 1, "Q", 2)
                .forEach((kind, count) ->
                        assertThat(value(second, kind)).as(kind).isEqualTo(count.doubleValue()));
        assertThat(value(second, "Better")).isCloseTo(0.400, within(0.0005));
        assertThat(value(second, "Worse")).isCloseTo(-0.890, within(0.0005));
        assertThat(value(row(page, "kano27"), "A")).isEqualTo(77);
    }

    private static Locator row(Page page, String text) {
        return page.locator("#figures tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /** The number behind a cell, as the table sorts by it. */
    private static double value(Locator row, String column) {
        return Double.parseDouble(
                row.locator("td[data-label='" + column + "']").first().getAttribute("data-value"));
    }
}
