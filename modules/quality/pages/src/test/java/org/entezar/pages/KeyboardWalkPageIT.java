package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main journey without a mouse, in a language of each direction: sign in, begin a questionnaire, publish it, field it,
 * answer it, read the finding. Only keys are pressed, and what has the focus can be seen.
 */
class KeyboardWalkPageIT {

    private static final int RESPONDENTS = 5;
    private static final String WORKSPACE = "/w/harbour-retail";

    private final Product product = Product.shared();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa"})
    void fromTheFrontPageToTheFinding(String language) {
        String key = Premises.fresh("walk");
        try (Browsers browsers = new Browsers();
                BrowserContext desk = browsers.window(Browsers.WIDE, language, true)) {
            Page page = desk.newPage();
            page.navigate(product.url() + "/");
            Browsers.speak(page, language);
            signIn(page);

            go(page, "q", "/questionnaires");
            Keyboard.enter(page, "main a[href$='/questionnaires/new']");
            page.waitForURL("**/questionnaires/new");
            Keyboard.tabTo(page, "[name=beginning]");
            while (!Boolean.TRUE.equals(page.evaluate("document.activeElement.value === 'recommendation'"))) {
                page.keyboard().press("ArrowDown");
            }
            Keyboard.type(page, "input[id$=':title']", "Walk");
            Keyboard.type(page, "input[id$=':key']", key);
            page.keyboard().press("Enter");
            page.waitForURL("**/questionnaires/" + key);

            Keyboard.tabTo(page, "#publish");
            seen(page);
            page.keyboard().press("Enter");
            page.locator("#publish-now").waitFor();
            Keyboard.enter(page, "#publish-now");
            page.waitForURL("**/questionnaires/" + key + "/versions/1");

            Keyboard.enter(page, "main a[href*='/campaigns/new?version=']");
            page.waitForURL("**/campaigns/new?version=*");
            Keyboard.type(page, "[name^='name-']", "Walk " + key);
            Keyboard.enter(page, "[id='new:create']");
            page.waitForURL(address -> address.matches(".*/campaigns/[0-9a-f-]{36}"));
            assertThat(page.locator("h1").innerText()).contains(key);
            String campaign = page.url();
            String link = page.locator(".public-link").getAttribute("href");
            for (int i = 0; i < RESPONDENTS; i++) {
                answer(page, link, i);
            }

            page.navigate(campaign);
            Keyboard.tabTo(page, ".page-head a.primary[href*='/insights/']");
            seen(page);
            page.keyboard().press("Enter");
            page.waitForURL("**/insights/**");
            page.locator(".chart svg").first().waitFor();
            assertThat(page.locator("#figures").innerText()).isNotBlank();
        }
    }

    private void signIn(Page page) {
        Keyboard.enter(page, "a[href='/sign-in']");
        page.locator("#username").waitFor();
        Keyboard.type(page, "#username", "owner.retail");
        page.keyboard().press("Enter");
        page.locator("#password").waitFor();
        Keyboard.type(page, "#password", Product.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.startsWith(product.url()));
        if (!page.url().endsWith("/workspaces")) {
            Keyboard.enter(page, "main a[href='/workspaces']");
            page.waitForURL("**/workspaces");
        }
        Keyboard.enter(page, "main a[href='" + WORKSPACE + "']");
        page.waitForURL("**" + WORKSPACE);
    }

    /** Goes to an area by the two keys that the list of shortcuts names. */
    private static void go(Page page, String letter, String area) {
        page.keyboard().press("g");
        page.keyboard().press(letter);
        page.waitForURL("**" + area);
    }

    /** What has the focus is drawn round, and on the screen. */
    private static void seen(Page page) {
        assertThat(page.evaluate("""
                (() => {
                  const focused = document.activeElement;
                  const box = focused.getBoundingClientRect();
                  const style = getComputedStyle(focused);
                  return [style.outlineStyle, parseFloat(style.outlineWidth) >= 2,
                    box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth];
                })()""")).isEqualTo(List.of("solid", true, true));
    }

    /** Answers as a respondent without a mouse: the tabulator from question to question, arrows along a scale. */
    private static void answer(Page page, String link, int respondent) {
        page.navigate(link);
        for (int sheet = 0; sheet < 10 && page.locator("form#F").count() > 0; sheet++) {
            for (int i = 0; i < unanswered(page); i++) {
                Keyboard.tabTo(page, "input[type=radio]");
                page.keyboard().press("Space");
                for (int step = 0; step < 6 + respondent % 2; step++) {
                    page.keyboard().press("ArrowRight");
                }
            }
            Keyboard.tabTo(page, "form#F .b button:last-of-type");
            page.evaluate("document.documentElement.dataset.sent = 'yes'");
            page.keyboard().press("Enter");
            page.locator("html:not([data-sent])").waitFor();
        }
        assertThat(page.locator("form#F").count()).as(page.content()).isZero();
    }

    private static int unanswered(Page page) {
        Object groups = page.evaluate("""
                new Set([...document.querySelectorAll('form#F input[type=radio]')]
                  .filter(each => !document.querySelector(`[name='${each.name}']:checked`))
                  .map(each => each.name)).size""");
        return ((Number) groups).intValue();
    }
}
