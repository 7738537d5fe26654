package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about files of answers: whole without scripts, nothing typed is lost, accessible in every language. */
class ImportPageIT {

    private static final int LOOKS = 100;

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

    private static FilePayload csv(String text) {
        return new FilePayload("نظرسنجی.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String key() {
        return "file" + Long.toString(System.nanoTime(), 36);
    }

    private static void bring(Page page, FilePayload file) {
        page.locator("#file").setInputFiles(file);
        page.locator("#bring button[type=submit]").click();
    }

    /** Looks again until the page shows it, as a person without scripts does. */
    private static void lookUntil(Page page, String selector) {
        for (int look = 0; look < LOOKS && page.locator(selector).count() == 0; look++) {
            page.waitForTimeout(100);
            page.reload();
        }
        assertThat(page.locator(selector).count()).as(page.url()).isPositive();
    }

    @Test
    void onAPhoneInPersianWithoutScriptsAFileGoesInAndIsTakenBack() throws IOException {
        try (BrowserContext phone = browsers.window(Browsers.PHONE, "fa", false)) {
            Page page = Browsers.signIn(phone, product, "owner.retail", "/w/harbour-retail/imports/new");
            Browsers.speak(page, "fa");
            page.reload();
            bring(page, csv("شناسه,بخش,نظافت_e,نظافت_p\nالف,۱,۷,۵\nب,۲,۶,بد\nپ,۱,=2+5,۴\n"));

            page.waitForURL("**/questions");
            page.locator("#key").fill(key());
            page.locator("#questions button.primary").click();
            page.waitForURL("**/rows");
            lookUntil(page, "form[action$='/run']");
            assertThat(page.locator(".stat .value").allInnerTexts()).containsExactly("۱", "۰", "۲");
            assertThat(page.locator("#preview td.faulty").count()).isEqualTo(2);
            page.locator("form[action$='/run'] button").click();
            lookUntil(page, "a[href*='/insights/']");

            Download report = page.waitForDownload(
                    () -> page.locator("a[href$='refused.csv']").click());
            assertThat(Files.readString(report.path())).contains("نظافت_p,بد,", "نظافت_e,'=2+5,");
            page.locator("a[href$='/undo']").click();
            page.locator("#reason").fill("پروندهٔ نادرست");
            page.locator("#undo button[type=submit]").click();
            assertThat(page.locator(".callout.warn").innerText()).contains("پس گرفته شد");
            assertThat(page.locator("a[href$='/undo']").count()).isZero();
        }
    }

    @Test
    void whatWasTypedStaysWhenItIsRefused() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail/imports/new");
            bring(page, new FilePayload("a.xlsx.csv", "text/csv", new byte[] {'P', 'K', 3, 4, 0, 0, ',', 0}));
            assertThat(page.locator("#error").innerText()).contains("CSV (UTF-8)");

            bring(page, csv("id,q01_e,q01_p,q02_e,q02_p\n1,7,5,6,6\n2,6,6,5,5\n"));
            page.waitForURL("**/questions");
            page.locator("#name").fill("Typed <b>name</b>");
            page.locator("#key").fill("Not A Key");
            page.locator("input[name='t.q02']").fill("Typed question");
            page.locator("select[name=c2]").selectOption("expected");
            page.evaluate("document.getElementById('questions').noValidate = true");
            page.locator("#questions button.primary").click();
            page.waitForURL("**/survey");
            assertThat(page.locator("#name").inputValue()).isEqualTo("Typed <b>name</b>");
            assertThat(page.locator("#key").inputValue()).isEqualTo("Not A Key");
            assertThat(page.locator("input[name='t.q02']").inputValue()).isEqualTo("Typed question");
            assertThat(page.locator("select[name=c2]").inputValue()).isEqualTo("expected");
            assertThat(page.locator(".items .fault").count()).isEqualTo(1);

            page.locator("select[name=c2]").selectOption("perceived");
            page.locator("#key").fill(key());
            page.locator("input[name='t.q01']").fill(" ");
            page.locator("#questions button.primary").click();
            page.waitForURL("**/survey");
            assertThat(page.locator(".items li").first().locator(".fault").count())
                    .isEqualTo(1);
            page.locator("input[name='t.q01']").fill("Cleanliness");
            page.locator("#key").fill(key());
            page.locator("#questions button.primary").click();
            page.waitForURL("**/rows");
            page.waitForSelector("form[action$='/run']");

            page.locator("a[href$='/columns']").click();
            page.locator("select[name=c4]").selectOption("answers.q01.expected");
            page.locator("#columns button.primary").click();
            page.waitForURL("**/mapping");
            assertThat(page.locator("select[name=c4]").inputValue()).isEqualTo("answers.q01.expected");
            assertThat(page.locator("td.holds .fault").count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void everyStepIsAccessibleAndAsWideAsTheScreen(String language) {
        PageLook look = new PageLook();
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            Browsers.speak(page, language);
            page.navigate(product.url() + "/w/harbour-retail/imports");
            look.everywhere(page, "imports-list-" + language);
            page.navigate(product.url() + "/w/harbour-retail/imports/new");
            look.everywhere(page, "imports-new-" + language);
            bring(page, csv("id,group,q01_e,q01_p,k01_f,k01_d\n1,a,7,5,1,5\n2,b,6,six,2,4\n"));
            page.waitForURL("**/questions");
            look.everywhere(page, "imports-questions-" + language);
            page.locator("#key").fill(key());
            page.locator("#questions button.primary").click();
            page.waitForURL("**/rows");
            page.waitForSelector("form[action$='/run']");
            look.everywhere(page, "imports-rows-" + language);
            page.locator("a[href$='/columns']").click();
            page.waitForURL("**/columns");
            look.everywhere(page, "imports-columns-" + language);
            page.goBack();
            page.locator("form[action$='/run'] button").click();
            page.waitForSelector("a[href*='/insights/']");
            look.everywhere(page, "imports-report-" + language);
            page.locator("a[href$='/undo']").click();
            page.waitForURL("**/undo");
            look.everywhere(page, "imports-undo-" + language);
            page.navigate(product.url() + "/w/harbour-retail/imports/jobs");
            look.everywhere(page, "imports-jobs-" + language);
        }
        look.isClean();
    }
}
