package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public calculator as a stranger uses it: pasted data, digits of the own script, mistakes, too much. */
class CalculatorPageIT {

    private static final String COMPUTE = "form.form button.primary";

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

    private Page method(BrowserContext context, String language, String function) {
        Page page = context.newPage();
        page.navigate(product.url() + "/");
        Browsers.speak(page, language);
        page.navigate(product.url() + "/methods/" + function);
        return page;
    }

    @ParameterizedTest
    @CsvSource({"en, 66.667", "fa, ۶۶٫۶۶۷", "zh-Hans, 66.667"})
    void pastedColumnsInAnyDigitsGiveAResultInTheReadersDigits(String language, String shown) {
        try (BrowserContext context = browsers.window(Browsers.PHONE, language, false)) {
            Page page = method(context, language, "csat_top2");
            page.locator("[name=in-satisfied]").fill("۲");
            page.locator("[name=in-n]").fill("３");
            page.locator(COMPUTE).click();
            assertThat(page.locator("#result").isVisible()).isTrue();
            assertThat(page.locator(".method-table").first().innerText()).contains(shown);

            page = method(context, language, "cronbach_alpha");
            page.locator("[name=in-items]").fill("1\t2\t1\n2\t2\t3\n۴\t۴\t۵\n5\t\t4\n3\t4\t3\n");
            page.locator(COMPUTE).click();
            assertThat(page.locator("[role=alert]").count()).isZero();
            assertThat(page.locator(".method-table").first().innerText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void aMistakeIsNamedWithItsPlaceAndNothingTypedIsLost(String language) {
        String typed = "9, 10, nine\n7, 8";
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, false)) {
            Page page = method(context, language, "nps_from_scores");
            page.locator("[name=in-scores]").fill(typed);
            Response answer = page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.locator(COMPUTE).click());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(page.locator("[role=alert] strong").innerText()).containsAnyOf("3", "۳");
            assertThat(page.locator("[name=in-scores]").inputValue()).isEqualTo(typed);
            assertThat(page.locator("#result").count()).isZero();
        }
    }

    @Test
    void tooMuchIsRefusedAndNothingTypedIsLost() {
        String typed = "5 ".repeat(140_000);
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            Page page = method(context, "en", "ces");
            page.locator("[name=in-scores]").fill(typed);
            Response answer = page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.locator(COMPUTE).click());
            assertThat(answer.status()).isEqualTo(413);
            assertThat(page.locator("[role=alert]").innerText()).contains("262,144");
            assertThat(page.locator("[name=in-scores]").inputValue()).isEqualTo(typed);
        }
    }
}
