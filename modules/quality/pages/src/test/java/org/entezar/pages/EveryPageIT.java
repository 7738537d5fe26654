package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page that the console's navigation leads to, in three languages and at two widths: whole, translated, without
 * errors, accessible, and not wider than the screen.
 */
class EveryPageIT {

    private final Browsers browsers = new Browsers();
    private final Product product = Product.shared();
    private final PageLook look = new PageLook();

    @AfterEach
    void close() {
        browsers.close();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void everyPageOfAWorkspaceIsWhole(String language) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            Browsers.speak(page, language);
            look.hear(page);
            for (String path : pages(page)) {
                look(page, path, language);
            }
        }
        look.isClean();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void publicPagesAndErrorsAreWhole(String language) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = context.newPage();
            page.navigate(product.url() + "/");
            Browsers.speak(page, language);
            look.hear(page);
            look(page, "/", language);
            look(page, "/help/glossary", language);
            look(page, "/style-guide", language);
            look(page, "/offline", language);
            look(page, "/methods", language);
            look(page, "/methods/kano", language);
            look(page, "/methods/ets_fit_ml", language);
            look(page, "/s/no-such-link-at-all", language);
        }
        look.isClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void theOperatorsAreaIsWhole(String language) {
        Api operator = Api.as(product, "operator");
        new Premises(Api.as(product, "owner.retail"), "harbour-retail", "analyst.retail").letGo("auditor.hotel");
        operator.put("/operator/workspaces/harbour-retail/quotas", "{\"quotas\":{\"MEMBERS\":9}}", java.util.Map.of());
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "operator", "/operator");
            Browsers.speak(page, language);
            look.hear(page);
            for (String path : List.of(
                    "/operator",
                    "/operator/workspaces",
                    "/operator/workspaces/harbour-retail",
                    "/operator/plugins",
                    "/operator/jobs",
                    "/operator/access",
                    "/operator/history")) {
                look(page, path, language);
            }
        }
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            Browsers.speak(page, language);
            look.hear(page);
            look(page, "/w/harbour-retail/people/operator", language);
            look(page, "/w/harbour-retail/settings/usage", language);
        }
        operator.put("/operator/workspaces/harbour-retail/quotas", "{\"quotas\":{}}", java.util.Map.of());
        look.isClean();
    }

    @Test
    void aForeignWorkspaceLooksLikeNone() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail");
            assertThat(page.navigate(product.url() + "/w/aria-hotel").status()).isEqualTo(404);
            assertThat(page.navigate(product.url() + "/w/no-such-one").status()).isEqualTo(404);
            assertThat(page.navigate(product.url() + "/console/home/home.xhtml").status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, Your role does not open this page, There is nothing at this address",
        "fa, نقش شما این صفحه را باز نمی‌کند, در این نشانی چیزی نیست",
        "zh-Hans, 您的角色无法打开此页, 此地址没有内容"
    })
    void whoIsTurnedAwayIsToldWhyAndWhereToGo(String language, String forbidden, String missing) {
        try (BrowserContext context = browsers.window(Browsers.PHONE, language, true)) {
            Page page = Browsers.signIn(context, product, "frontline.retail", "/w/harbour-retail");
            Browsers.speak(page, language);
            assertThat(page.navigate(product.url() + "/w/harbour-retail/settings")
                            .status())
                    .isEqualTo(403);
            assertThat(page.locator("h1").innerText()).isEqualTo(forbidden);
            assertThat(page.navigate(product.url() + "/w/harbour-retail/campaigns/none")
                            .status())
                    .isEqualTo(404);
            assertThat(page.locator("h1").innerText()).isEqualTo(missing);
            page.locator("a.button.primary").click();
            assertThat(page.locator("h1").innerText()).isNotEqualTo(missing);
        }
    }

    @Test
    void whoseSessionEndedComesBackToWhatWasTyped() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", "/w/harbour-retail/campaigns/new");
            Browsers.speak(page, "en");
            page.navigate(product.url() + "/w/harbour-retail/campaigns/new");
            page.locator("[name=name-en]").fill("Typed before the session ended");
            page.locator("[name=channel][value=kiosk]").check();
            context.clearCookies();
            page.locator("[id='new:create']").click();
            page.locator("#username").fill("owner.retail");
            page.locator("#kc-login").click();
            page.locator("#password").fill(Product.PASSWORD);
            page.locator("#kc-login").click();
            page.waitForURL(address -> address.endsWith("/w/harbour-retail/campaigns/new"));
            assertThat(page.locator("[name=name-en]").inputValue()).isEqualTo("Typed before the session ended");
            assertThat(page.locator("[name=channel][value=kiosk]").isChecked()).isTrue();
        }
    }

    /** What the navigation leads to, and the first thing that each of those lists leads to. */
    private Set<String> pages(Page page) {
        page.navigate(product.url() + "/w/harbour-retail");
        Set<String> found = new LinkedHashSet<>(addresses(page, "nav.side a"));
        found.add("/w/harbour-retail/search?q=a");
        found.add("/w/harbour-retail/promises");
        assertThat(found).hasSizeGreaterThanOrEqualTo(5);
        for (String path : List.copyOf(found)) {
            page.navigate(product.url() + path);
            addresses(page, "main a").stream()
                    .filter(address -> address.startsWith(path + "/"))
                    .limit(2)
                    .forEach(found::add);
        }
        return found;
    }

    private List<String> addresses(Page page, String selector) {
        List<String> found = new ArrayList<>();
        for (Object address : (List<?>) page.evaluate(
                "selector => [...document.querySelectorAll(selector)].map(a => a.pathname + a.search)", selector)) {
            found.add(String.valueOf(address));
        }
        return found;
    }

    private void look(Page page, String path, String language) {
        look.visit(page, product.url() + path, path + "-" + language);
    }
}
