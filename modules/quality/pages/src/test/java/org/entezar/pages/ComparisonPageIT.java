package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two segments or periods side by side on an insight page: sentence, picture and table, kept in the address. */
class ComparisonPageIT {

    private static final String INSIGHTS = "/w/aria-hotel/insights";

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

    /** The gaps of the first campaign that has two segments. */
    private String gaps(Page page) {
        page.navigate(product.url() + INSIGHTS);
        for (Object address : (List<?>) page.evaluate(
                "[...document.querySelectorAll('main a')].map(a => a.pathname).filter(p => p.endsWith('/servqual'))")) {
            page.navigate(product.url() + address);
            if (page.locator("#with option[value^='segment:']").count() > 1) {
                return String.valueOf(address);
            }
        }
        throw new AssertionError("No campaign of the demo has two segments");
    }

    private static List<String> segments(Page page) {
        return page.locator("#segment option").all().stream()
                .map(option -> option.getAttribute("value"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Test
    void twoSegmentsStandBesideEachOtherAndTheAddressKeepsThem() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            Page page = Browsers.signIn(context, product, "analyst.hotel", INSIGHTS);
            Browsers.speak(page, "en");
            String gaps = gaps(page);
            List<String> segments = segments(page);
            page.locator("#segment").selectOption(segments.get(0));
            page.locator("#with").selectOption("segment:" + segments.get(1));
            page.locator(".insight-selection button[type=submit]").click();

            assertThat(page.url()).contains("with=segment");
            assertThat(page.locator("#beside h2").innerText())
                    .contains(segments.get(0))
                    .contains(segments.get(1));
            assertThat(page.locator("#beside").innerText()).contains("differ").contains("95 %");
            assertThat(page.locator("#beside-figures tbody tr").count()).isGreaterThan(3);
            assertThat(page.locator("#chart-beside").count()).isEqualTo(1);
            assertThat(page.locator("nav.tabs a").first().getAttribute("href")).contains("with=segment");

            page.navigate(product.url() + gaps + "?segment=" + encoded(segments.get(0)) + "&with=everybody");
            assertThat(page.locator("#beside").innerText()).contains("in both selections");
            page.navigate(product.url() + gaps + "?with=before");
            assertThat(page.locator("main").innerText()).contains("Choose a first day");
            page.navigate(product.url() + gaps + "?with=segment:nobody");
            assertThat(page.locator("#beside").innerText()).contains("There are no answers in this selection");
            assertThat(page.locator("#beside-figures").count()).isZero();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void theComparisonLooksRight(String language) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "analyst.hotel", INSIGHTS);
            Browsers.speak(page, language);
            PageLook look = new PageLook();
            look.hear(page);
            String gaps = gaps(page);
            List<String> segments = segments(page);
            look.visit(
                    page,
                    product.url() + gaps + "?segment=" + encoded(segments.get(0)) + "&with=segment:"
                            + encoded(segments.get(1)),
                    "comparison-" + language);
            assertThat(page.locator("[data-chart=chart-beside] svg").count()).isEqualTo(1);
            look.isClean();
        }
    }
}
