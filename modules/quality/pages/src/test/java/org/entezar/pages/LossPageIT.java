package org.entezar.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong on the way, the page says so in the reader's language and what was typed is still there. */
class LossPageIT {

    private static final String NEW = "/w/harbour-retail/campaigns/new";
    private static final String SETTINGS = "/w/harbour-retail/settings";
    private static final String TYPED = "Typed before it went wrong";

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

    private Page typed(BrowserContext context, String language) {
        Page page = Browsers.signIn(context, product, "owner.retail", NEW);
        Browsers.speak(page, language);
        page.navigate(product.url() + NEW);
        page.locator("[name=name-en]").fill(TYPED);
        return page;
    }

    /** The form's session is over: the view that it was made with is gone, the sign-in is not. */
    @ParameterizedTest
    @CsvSource({"en, 409", "fa, ۴۰۹", "zh-Hans, 409"})
    void aRestedPageGivesBackWhatWasTyped(String language, String status) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = typed(context, language);
            page.evaluate("document.querySelector('[name=\"jakarta.faces.ViewState\"]').value = '1:1'");
            page.locator("[id='new:create']").click();
            troubled(page, status);
            goBack(page);
        }
    }

    /** The same page for each status that an answer may have: what people see comes from the product's own bytes. */
    @ParameterizedTest
    @CsvSource({"en, 429", "fa, 429", "zh-Hans, 429", "en, 503", "fa, 500", "zh-Hans, 404", "fa, 403"})
    void aRefusedFormGivesBackWhatWasTyped(String language, int status) {
        try (BrowserContext context = browsers.window(Browsers.PHONE, language, true)) {
            // What the worker fetches cannot be answered otherwise by a test.
            context.addInitScript("delete Navigator.prototype.serviceWorker");
            Page page = typed(context, language);
            String body = page.request()
                    .get(product.url() + "/offline")
                    .text()
                    .replace("data-again=\"by-itself\"", "data-again=\"yes\"");
            page.route(address -> address.endsWith(NEW), route -> {
                if (route.request().method().equals("POST")) {
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(status)
                            .setHeaders(Map.of("Content-Type", "text/html; charset=UTF-8"))
                            .setBody(body));
                } else {
                    route.resume();
                }
            });
            page.locator("[id='new:create']").click();
            assertThat(page.locator("[data-typed]:not(a)")).isVisible();
            goBack(page);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, No connection", "fa, اتصال برقرار نیست", "zh-Hans, 没有网络连接"})
    void aLostConnectionKeepsWhatWasTypedAndSaysSo(String language, String title) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = typed(context, language);
            page.waitForFunction(
                    "language => navigator.serviceWorker.getRegistration('/').then((it) => it?.active?.scriptURL.includes('page=' + language))",
                    language);
            context.setOffline(true);
            assertThat(page.locator("#notices .toast.warning")).isVisible();
            page.locator("[id='new:create']").click();
            assertThat(page.locator("#notices .toast.failed")).isVisible();
            assertThat(page.locator("[name=name-en]")).hasValue(TYPED);
            page.onDialog(dialog -> dialog.accept());
            page.navigate(product.url() + "/w/harbour-retail/campaigns");
            assertThat(page.locator("h1")).hasText(title);
            assertThat(page.locator("html")).hasAttribute("lang", language);
            goBackOnline(context, page);
        }
    }

    /** A page is there before its scripts: what is put right by then is not replaced by what was refused. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void whatIsPutRightBeforeTheScriptsCameStays(String language) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            context.addInitScript("delete Navigator.prototype.serviceWorker");
            Page page = typed(context, language);
            page.locator("[name=name-en]").fill("");
            List<Route> late = new ArrayList<>();
            page.route("**/js/forms.js", late::add);
            page.locator("[id='new:create']").click();
            assertThat(page.locator("#name-error")).isVisible();
            page.locator("[name=name-en]").fill(TYPED);
            page.unroute("**/js/forms.js");
            late.forEach(Route::resume);
            page.waitForLoadState();
            assertThat(page.locator("[name=name-en]")).hasValue(TYPED);
            assertThat(page.locator("#notices .toast")).hasCount(0);
        }
    }

    /** What was refused and then put right is over, though the scripts of none of these pages came in time. */
    @Test
    void whatWasAnsweredBeforeTheScriptsCameIsNotGivenBackLater() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            context.addInitScript("delete Navigator.prototype.serviceWorker");
            Page page = Browsers.signIn(context, product, "owner.retail", SETTINGS);
            Locator minimum = page.locator("[id='settings:minimum']");
            String before = minimum.inputValue();
            minimum.fill("none");
            List<Route> late = new ArrayList<>();
            page.route("**/js/forms.js", late::add);
            page.locator("[id='settings:save']").click();
            assertThat(page.locator(".field:has([id='settings:minimum']) .error"))
                    .isVisible();
            minimum.fill(before);
            page.locator("[id='settings:save']").click();
            assertThat(page.locator("#notices .toast.done")).isVisible();
            late.forEach(Route::abort);
            page.unroute("**/js/forms.js");
            page.navigate(product.url() + SETTINGS);
            assertThat(minimum).hasValue(before);
            assertThat(page.locator("#notices .toast")).hasCount(0);
        }
    }

    /** Whoever stops the browser while it waits may send again, and is asked before leaving. */
    @Test
    void aFormThatWasStoppedOnItsWayIsSentAgain() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            context.addInitScript("delete Navigator.prototype.serviceWorker");
            Page page = typed(context, "en");
            List<Route> sent = new ArrayList<>();
            page.route(address -> address.endsWith(NEW), route -> {
                if (route.request().method().equals("POST")) {
                    sent.add(route);
                } else {
                    route.resume();
                }
            });
            Locator.ClickOptions noAnswer = new Locator.ClickOptions().setNoWaitAfter(true);
            page.locator("[id='new:create']").click(noAnswer);
            page.waitForCondition(() -> sent.size() == 1);
            context.newCDPSession(page).send("Page.stopLoading");
            page.waitForCondition(() -> page.locator("form[data-sent]").count() == 0);
            assertThat(sent).hasSize(1);
            assertThat(page.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))"))
                    .isEqualTo(false);
            page.locator("[id='new:create']").click(noAnswer);
            page.waitForCondition(() -> sent.size() == 2);
        }
    }

    private void troubled(Page page, String status) {
        String language = page.locator("html").getAttribute("lang");
        assertThat(page.locator(".trouble-status")).hasText(status);
        assertThat(page.locator("[data-typed]:not(a)")).isVisible();
        look.here(page, "trouble-" + status + "-" + language);
        look.isClean();
    }

    private void goBackOnline(BrowserContext context, Page page) {
        context.setOffline(false);
        page.waitForURL(address -> address.endsWith(NEW));
        assertThat(page.locator("[name=name-en]")).hasValue(TYPED);
    }

    private void goBack(Page page) {
        page.locator("a.button.primary").click();
        page.waitForURL(address -> address.endsWith(NEW));
        assertThat(page.locator("[name=name-en]")).hasValue(TYPED);
        assertThat(page.locator("#notices .toast.warning")).isVisible();
    }
}
