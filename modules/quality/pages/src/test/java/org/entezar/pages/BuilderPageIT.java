package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a blank page to a published questionnaire of 22 items in three facets and three languages: by keys, by pointer. */
class BuilderPageIT {

    private static final int ITEMS = 22;

    private static final Product PRODUCT = Product.shared();
    private static Browsers browsers;
    private static BrowserContext desk;

    private final Api owner = Api.as(PRODUCT, "owner.retail");

    @BeforeAll
    static void open() {
        browsers = new Browsers();
        desk = browsers.window(Browsers.WIDE, "en", true);
        Page page = Browsers.signIn(desk, PRODUCT, "owner.retail", "/w/harbour-retail");
        Browsers.speak(page, "en");
    }

    @AfterAll
    static void close() {
        desk.close();
        browsers.close();
    }

    private static String text(String language, int number) {
        return Map.of(
                        "en", "Point " + number + " of the service is as promised",
                        "fa", "مورد " + number + " خدمت همان است که قول داده‌اند",
                        "zh-Hans", "服务第" + number + "点符合承诺")
                .get(language);
    }

    private static final Map<String, String> TITLE =
            Map.of("en", "Service in the store", "fa", "خدمت در فروشگاه", "zh-Hans", "门店服务");

    private static Page begin(String path) {
        Page page = desk.newPage();
        page.navigate(PRODUCT.url() + "/w/harbour-retail/" + path);
        return page;
    }

    /** Writes into the field that has the focus and the fields of the other languages after it. */
    private static void writeInEachLanguage(Page page, UnaryOperator<String> texts) {
        for (int i = 0; i < 3; i++) {
            String language = String.valueOf(page.evaluate("document.activeElement.lang"));
            page.keyboard().insertText(texts.apply(language));
            if (i < 2) {
                page.keyboard().press("Tab");
            }
        }
    }

    @Test
    void byKeysAlone() {
        String key = Premises.fresh("keys");
        Page page = begin("questionnaires");
        Keyboard.tabTo(page, "a[href$='/questionnaires/new']");
        page.keyboard().press("Enter");
        page.waitForURL("**/questionnaires/new");
        Keyboard.tabTo(page, "[name=beginning]");
        while (!Boolean.TRUE.equals(page.evaluate("document.activeElement.value === 'blank'"))) {
            page.keyboard().press("ArrowDown");
        }
        Keyboard.tabTo(page, "input[id$=':key']");
        page.keyboard().type(key);
        page.keyboard().press("Enter");
        page.waitForURL("**/questionnaires/" + key);

        Keyboard.tabTo(page, "[role=treeitem]");
        page.keyboard().press("Home");
        page.keyboard().press("Enter");
        writeInEachLanguage(page, TITLE::get);
        page.keyboard().press("Escape");
        page.keyboard().press("End");
        page.keyboard().press("Insert");
        writeInEachLanguage(page, language -> text(language, 1));
        Keyboard.tabTo(page, "#panel select");
        Keyboard.tabTo(page, ".chip");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        for (int number = 2; number <= ITEMS; number++) {
            if (number == ITEMS / 2 + 1) {
                page.keyboard().press("Escape");
                Keyboard.tabTo(page, "#add-section");
                page.keyboard().press("Enter");
                writeInEachLanguage(page, language -> TITLE.get(language) + " 2");
            }
            int here = number;
            page.keyboard().press("Control+Enter");
            writeInEachLanguage(page, language -> text(language, here));
        }
        // All get their category at once, and the last goes up and back again.
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+ArrowUp");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+a");
        Keyboard.tabTo(page, "#panel select");
        page.keyboard().press("ArrowDown");
        page.locator("#save-state[data-state=saved]").waitFor();
        Keyboard.tabTo(page, "body");
        Keyboard.tabTo(page, "#publish");
        page.keyboard().press("Enter");
        page.locator("#publish-now").waitFor();
        Keyboard.tabTo(page, "#publish-now");
        page.keyboard().press("Enter");
        page.waitForURL("**/questionnaires/" + key + "/versions/1");
        assertIsWhole(key);
        page.close();
    }

    @Test
    void byPointer() {
        String key = Premises.fresh("pointer");
        Page page = begin("questionnaires");
        page.locator("a[href$='/questionnaires/new']").first().click();
        page.locator("[name=beginning][value=blank]").check();
        page.locator("input[id$=':key']").fill(key);
        page.locator("main .button.primary").click();
        page.waitForURL("**/questionnaires/" + key);

        page.locator("#outline-whole").click();
        for (String language : TITLE.keySet()) {
            page.locator("[id='/title-" + language + "']").fill(TITLE.get(language));
        }
        page.locator("#outline-section-s1").click();
        page.locator("#add-item").click();
        page.locator("#open-list").click();
        page.locator("#list-text")
                .fill("fa\ten\tzh-Hans\n"
                        + IntStream.rangeClosed(1, ITEMS)
                                .mapToObj(n ->
                                        n + ". " + text("fa", n) + "\t" + text("en", n) + "\t" + text("zh-Hans", n))
                                .collect(Collectors.joining("\n")));
        page.locator("#list-insert").click();
        assertThat(page.locator(".outline-item").count()).isEqualTo(ITEMS);

        page.locator("#outline-q01").click();
        page.locator("#outline-q22").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        page.locator("#panel .chip").nth(1).click();
        page.locator("#panel select")
                .first()
                .selectOption(page.locator("#panel select")
                        .first()
                        .locator("option")
                        .nth(1)
                        .getAttribute("value"));
        page.locator("#add-section").click();
        for (String language : TITLE.keySet()) {
            page.locator("[id='/sections/1/title-" + language + "']").fill(TITLE.get(language) + " 2");
        }
        page.locator("#outline-q12").click();
        page.locator("#outline-q22").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        page.locator("#outline-q12").dragTo(page.locator("#outline-section-s01"));

        page.locator("#tab-translate").click();
        assertThat(page.locator("#translated .value").allInnerTexts()).containsOnly("100%");
        page.locator("#tab-check").click();
        page.locator("#save-state[data-state=saved]").waitFor();
        page.locator("#publish").click();
        page.locator("#publish-now").click();
        page.waitForURL("**/questionnaires/" + key + "/versions/1");
        assertIsWhole(key);
        page.close();
    }

    /** What was published is what was wanted, in the order in which it was written. */
    private void assertIsWhole(String key) {
        JsonNode document = owner.get("/workspaces/harbour-retail/questionnaires/" + key + "/versions/1")
                .json()
                .at("/document");
        assertThat(document.at("/title"))
                .hasToString(Api.JSON.valueToTree(new TreeMap<>(TITLE)).toString());
        assertThat(document.at("/sections").size()).isEqualTo(2);
        int number = 0;
        for (JsonNode section : document.at("/sections")) {
            assertThat(section.at("/items").size()).isEqualTo(ITEMS / 2);
            for (JsonNode item : section.at("/items")) {
                number++;
                assertThat(item.at("/facets")).hasToString("[\"minimum\",\"desired\",\"perceived\"]");
                assertThat(item.at("/category").asText()).isNotEmpty();
                for (String language : TITLE.keySet()) {
                    assertThat(item.at("/text/" + language).asText()).isEqualTo(text(language, number));
                }
            }
        }
        assertThat(number).isEqualTo(ITEMS);
    }
}
