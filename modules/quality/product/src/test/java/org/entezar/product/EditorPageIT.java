package org.entezar.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.entezar.fixtures.Product;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The editor of questionnaires as people use it: by keys, with undo, by two at once. */
class EditorPageIT {

    private static Browsers browsers;

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    private String draft() {
        String key = "editor" + Long.toString(System.nanoTime(), 36);
        Api.Answer made = owner.post("/workspaces/harbour-retail/questionnaires", """
                {"key":"%s","title":{"en":"Editor"},"languages":["en","fa"],"sections":[{"key":"s1","items":[
                  {"key":"one","text":{"en":"First"},"facets":["expected","perceived"]},
                  {"key":"two","text":{"en":"Second"},"facets":["expected","perceived"]},
                  {"key":"nps","type":"nps","text":{"en":"Recommend?"}}]}]}""".formatted(key));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return key;
    }

    private Api.Answer stored(String key) {
        return owner.get("/workspaces/harbour-retail/questionnaires/" + key);
    }

    private Page edit(BrowserContext window, String key) {
        Page page = window.newPage();
        page.navigate(product.url() + "/w/harbour-retail/questionnaires/" + key);
        page.locator("#save").waitFor();
        return page;
    }

    private static List<String> order(Page page) {
        return page.locator(".outline-item").all().stream()
                .map(item -> item.getAttribute("id").replace("outline-", ""))
                .toList();
    }

    private static void write(Page page, String item, String text) {
        page.locator("#outline-" + item).click();
        page.locator("#panel textarea").first().fill(text);
    }

    /** Saves and waits until the bar says so. */
    private static void save(Page page) {
        page.locator("#save").click();
        page.locator(".saving-bar .badge.good").waitFor();
    }

    private BrowserContext desk() {
        BrowserContext desk = browsers.window(Browsers.WIDE, "en", true);
        Page page = Browsers.signIn(desk, product, "owner.retail", "/w/harbour-retail");
        Browsers.speak(page, "en");
        return desk;
    }

    @Test
    void itemsAreMovedDeletedAndBroughtBackByKeysWithoutLosingTheFocus() {
        try (BrowserContext desk = desk()) {
            Page page = edit(desk, draft());
            page.locator("#outline-one").focus();
            page.keyboard().press("Alt+ArrowDown");
            assertThat(order(page)).containsExactly("two", "one", "nps");
            assertThat(focused(page)).isEqualTo("outline-one");
            page.keyboard().press("Delete");
            assertThat(order(page)).containsExactly("two", "nps");
            assertThat(focused(page)).isEqualTo("outline-nps");
            page.keyboard().press("Control+z");
            page.keyboard().press("Control+z");
            assertThat(order(page)).containsExactly("one", "two", "nps");
            page.locator("#outline-two").dragTo(page.locator("#outline-one"), upperEdge());
            assertThat(order(page)).containsExactly("two", "one", "nps");
        }
    }

    private static Locator.DragToOptions upperEdge() {
        return new Locator.DragToOptions().setTargetPosition(20, 3);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }

    @Test
    void aScaleIsChosenAConditionIsBuiltAndWhatIsWrongIsShownAtItsPlace() {
        String key = draft();
        try (BrowserContext desk = desk()) {
            Page page = edit(desk, key);
            page.locator("#outline-one").click();
            page.locator("#panel fieldset select").first().selectOption("0-10");
            page.locator("[id='/sections/0/items/0/scale/labels/0-en']").fill("Never");
            // A new item stands after the selected one, and a condition looks at what was asked before.
            page.locator("#outline-nps").click();
            page.locator("nav.outline details.menu summary").click();
            page.locator("nav.outline details.menu .sheet button").nth(4).click();
            page.locator("#panel textarea").first().fill("Why?");
            page.locator("#panel details.more summary").click();
            Locator expression = page.locator("#panel input.code").last();
            expression.fill("answers.nobody >");
            page.locator("#save").click();
            page.locator("#panel .error").first().waitFor();
            assertThat(stored(key).body()).doesNotContain("nobody");
            expression.fill("answers.nps <= 6");
            assertThat(page.locator(".condition select").first().inputValue()).isEqualTo("nps");
            save(page);
        }
        assertThat(stored(key).body()).contains("\"min\":0", "\"max\":10", "Never", "answers.nps <= 6");
    }

    @Test
    void twoAtOnceLoseNothingAndAreAskedOnlyWhereBothChangedTheSame() {
        String key = draft();
        try (BrowserContext desk = desk()) {
            Page mine = edit(desk, key);
            Page theirs = edit(desk, key);
            write(mine, "one", "First by me");
            write(theirs, "two", "Second by them");
            save(theirs);
            save(mine);
            assertThat(stored(key).body()).contains("First by me", "Second by them");
            assertThat(mine.locator("#outline-two").innerText()).contains("Second by them");

            theirs.reload();
            theirs.locator("#save").waitFor();
            write(theirs, "one", "First by them");
            save(theirs);
            write(mine, "one", "First by me again");
            mine.locator("#save").click();
            Locator asked = mine.locator("dialog[open]");
            assertThat(asked.innerText()).contains("First by me again", "First by them");
            asked.locator("button").first().click();
            assertThat(stored(key).body()).contains("First by them").doesNotContain("First by me again");
            assertThat(mine.locator("#panel textarea").first().inputValue()).isEqualTo("First by me again");
            mine.locator("#save").click();
            mine.locator("dialog[open] .button.primary").click();
            mine.locator(".saving-bar .badge.good").waitFor();
        }
        assertThat(stored(key).body()).contains("First by me again", "Second by them");
    }
}
