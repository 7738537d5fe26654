package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The editor of questionnaires as people use it: by keys and by pointer, saving by itself, with undo, by two at once. */
class EditorPageIT {

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

    private String draft() {
        String key = "editor" + Long.toString(System.nanoTime(), 36);
        Api.Answer made = owner.post("/workspaces/harbour-retail/questionnaires", """
                {"key":"%s","title":{"en":"Editor"},"languages":["en","fa"],"sections":[{"key":"s1","items":[
                  {"key":"one","text":{"en":"First"},"facets":["expected","perceived"]},
                  {"key":"two","text":{"en":"Second"},"facets":["expected","perceived"]},
                  {"key":"nps","type":"nps","text":{"en":"Recommend?"}}]},{"key":"s2","title":{"en":"More"},"items":[]}]}""".formatted(key));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return key;
    }

    private String stored(String key) {
        return owner.get("/workspaces/harbour-retail/questionnaires/" + key).body();
    }

    private static Page edit(String key) {
        Page page = desk.newPage();
        page.navigate(PRODUCT.url() + "/w/harbour-retail/questionnaires/" + key);
        page.locator("#save-state").waitFor();
        return page;
    }

    private static List<String> order(Page page) {
        return page.locator(".outline-item, .outline-section").all().stream()
                .map(item -> item.getAttribute("data-key"))
                .toList();
    }

    private static void write(Page page, String item, String text) {
        page.locator("#outline-" + item).click();
        page.locator("#panel textarea").first().fill(text);
    }

    /** Waits until the editor says that it is in this state; saving it does by itself. */
    private static void awaitState(Page page, String state) {
        page.locator("#save-state[data-state=" + state + "]").waitFor();
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }

    @Test
    void itemsAreMovedDeletedAndBroughtBackByKeysWithoutLosingTheFocus() {
        Page page = edit(draft());
        page.locator("#outline-one").focus();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(order(page)).containsExactly("s1", "two", "one", "nps", "s2");
        assertThat(focused(page)).isEqualTo("outline-one");
        page.keyboard().press("Delete");
        assertThat(order(page)).containsExactly("s1", "two", "nps", "s2");
        assertThat(focused(page)).isEqualTo("outline-nps");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        assertThat(order(page)).containsExactly("s1", "one", "two", "nps", "s2");
        page.keyboard().press("Control+Shift+Z");
        assertThat(order(page)).containsExactly("s1", "two", "one", "nps", "s2");
        // Over the border of a section, and the section itself.
        page.locator("#outline-nps").focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Alt+ArrowDown");
        assertThat(order(page)).containsExactly("s1", "two", "one", "s2", "nps");
        page.keyboard().press("ArrowUp");
        assertThat(focused(page)).isEqualTo("outline-section-s2");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(order(page)).containsExactly("s2", "nps", "s1", "two", "one");
        page.close();
    }

    @Test
    void severalAreChosenMovedCopiedAndChangedTogether() {
        String key = draft();
        Page page = edit(key);
        page.locator("#outline-one").click();
        page.locator("#outline-two").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page.locator("[role=treeitem][aria-selected=true]").count()).isEqualTo(2);
        page.locator("#panel .chip").nth(1).click();
        page.locator("#panel select").first().selectOption(firstCategory(page));
        page.locator("#duplicate").click();
        assertThat(order(page)).containsExactly("s1", "one", "two", "one01", "two01", "nps", "s2");
        page.locator("#outline-one01").dragTo(page.locator("#outline-section-s2"));
        assertThat(order(page)).containsExactly("s1", "one", "two", "nps", "s2", "one01", "two01");
        awaitState(page, "saved");
        assertThat(stored(key).split("\"minimum\",\"desired\",\"perceived\"", -1))
                .hasSize(5);
        page.keyboard().press("Delete");
        assertThat(order(page)).containsExactly("s1", "one", "two", "nps", "s2");
        page.locator("#notices .toast button").first().click();
        assertThat(order(page)).containsExactly("s1", "one", "two", "nps", "s2", "one01", "two01");
        page.close();
    }

    private static String firstCategory(Page page) {
        return page.locator("#panel select").first().locator("option").nth(1).getAttribute("value");
    }

    @Test
    void aDraggedItemLandsWhereItIsLetGo() {
        Page page = edit(draft());
        page.locator("#outline-two")
                .dragTo(page.locator("#outline-one"), new Locator.DragToOptions().setTargetPosition(40, 3));
        assertThat(order(page)).containsExactly("s1", "two", "one", "nps", "s2");
        page.locator("#outline-section-s2")
                .dragTo(page.locator("#outline-section-s1"), new Locator.DragToOptions().setTargetPosition(60, 3));
        assertThat(order(page)).containsExactly("s2", "s1", "two", "one", "nps");
        page.close();
    }

    @Test
    void whatIsTypedIsSavedByItselfAndIsThereAfterALook() {
        String key = draft();
        Page page = edit(key);
        write(page, "one", "Written and never saved by hand");
        awaitState(page, "unsaved");
        awaitState(page, "saved");
        assertThat(stored(key)).contains("Written and never saved by hand");
        // Closed in the middle of a word: the last of it is sent on the way out, or kept here.
        write(page, "two", "Closed at once");
        page.close();
        Page again = edit(key);
        assertThat(again.locator("#outline-two").innerText()).contains("Closed at once");
        awaitState(again, "saved");
        assertThat(stored(key)).contains("Closed at once");
        again.close();
    }

    @Test
    void undoWorksWhileWritingAndTakesARowOfLettersAtOnce() {
        Page page = edit(draft());
        page.locator("#outline-one").click();
        Locator text = page.locator("#panel textarea").first();
        text.click();
        page.keyboard().press("End");
        page.keyboard().type(" of all");
        assertThat(text.inputValue()).isEqualTo("First of all");
        page.keyboard().press("Control+z");
        assertThat(text.inputValue()).isEqualTo("First");
        page.keyboard().press("Control+Shift+Z");
        assertThat(text.inputValue()).isEqualTo("First of all");
        page.close();
    }

    @Test
    void facetsAreTickedAndThePhoneShowsThemInTheChosenLanguage() {
        Page page = edit(draft());
        page.locator("#outline-one").click();
        FrameLocator phone = page.frameLocator(".phone-screen");
        assertThat(phone.locator("[name='one.importance']").count()).isZero();
        page.locator("#facet-importance").check();
        phone.locator("[name='one.importance']").first().waitFor();
        page.locator("#facet-expected").uncheck();
        phone.locator("[name='one.expected']")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.locator("#preview-language").selectOption("fa");
        phone.locator("html[lang=fa][dir=rtl]").waitFor();
        // The way back: a question touched on the phone is the one that is edited.
        phone.locator("[name='nps']").first().dispatchEvent("click");
        page.locator("#outline-nps[aria-selected=true]").waitFor();
        page.close();
    }

    @Test
    void aScaleIsChosenAConditionIsBuiltAndWhatIsWrongIsShownAtItsPlace() {
        String key = draft();
        Page page = edit(key);
        page.locator("#outline-one").click();
        page.locator("#panel fieldset select").first().selectOption("0-10");
        page.locator("[id='/sections/0/items/0/scale/labels/0-en']").fill("Never");
        // A new item stands after the selected one, and a condition looks at what was asked before.
        page.locator("#outline-nps").click();
        page.locator("#add-item").click();
        page.locator("[data-type=text]").click();
        page.locator("#panel textarea").first().fill("Why?");
        page.locator("#panel details.more summary").click();
        Locator expression = page.locator("#panel input.code").last();
        expression.fill("answers.nobody >");
        page.locator("#panel .error").first().waitFor();
        awaitState(page, "faulty");
        assertThat(stored(key)).doesNotContain("nobody");
        expression.fill("answers.nps > 10");
        page.locator("#tab-check").click();
        page.locator(".jump[data-kind=unreachable]").click();
        assertThat(focused(page)).endsWith("/showIf");
        expression.fill("answers.nps <= 6");
        assertThat(page.locator(".condition select").first().inputValue()).isEqualTo("nps");
        awaitState(page, "saved");
        assertThat(stored(key)).contains("\"min\":0", "\"max\":10", "Never", "answers.nps <= 6");
        page.close();
    }

    @Test
    void whatIsWorthALookLeadsToItsPlaceAndCanBeLeft() {
        Page page = edit(draft());
        write(page, "one", "Staff are fast and friendly");
        page.locator("#outline-one .dot.soft").waitFor();
        page.locator("#tab-check").click();
        page.locator(".jump[data-kind=double_barrelled]").click();
        assertThat(focused(page)).isEqualTo("/sections/0/items/0/text-en");
        page.locator("#tab-check").click();
        page.locator(".jump[data-kind=untranslated]").click();
        assertThat(page.locator("#missing-only").isChecked()).isTrue();
        assertThat(page.evaluate("document.activeElement.lang")).isEqualTo("fa");
        page.locator("#tab-check").click();
        int before = page.locator(".seen").count();
        page.locator(".seen", new Page.LocatorOptions().setHas(page.locator("[data-kind=double_barrelled]")))
                .locator(".button")
                .click();
        assertThat(page.locator(".seen").count()).isEqualTo(before - 1);
        page.close();
    }

    /** Whatever draws the outline anew meanwhile: what is saved, who else comes, what is found on a look through. */
    @Test
    void anOpenMenuStaysOpenWhileTheOutlineIsDrawnAnew() {
        Page page = edit(draft());
        page.locator("#outline-one").click();
        page.locator("#add-item").click();
        page.evaluate("document.querySelector('#outline-one').dataset.drawn = 'before'");
        page.evaluate("() => { const field = document.querySelector('#panel input, #panel textarea');"
                + " field.value += '!'; field.dispatchEvent(new Event('input', { bubbles: true })); }");
        page.waitForFunction("() => !document.querySelector('#outline-one').dataset.drawn");
        assertThat(page.locator("#adder").getAttribute("open")).isNotNull();
        page.locator("#adder [data-type=text]").click();
        assertThat(page.locator("#adder").getAttribute("open")).isNull();
        page.close();
    }

    @Test
    void itemsComeFromTheBankAndOverTheClipboard() {
        String key = draft();
        String other = draft();
        Page page = edit(key);
        page.locator("#add-item").click();
        page.locator("#open-bank").click();
        page.locator("#bank-search").fill("recommend");
        Locator preset = page.locator(".shelf", new Page.LocatorOptions().setHasText("Preset"));
        preset.locator(".bank-item", new Locator.LocatorOptions().setHasText("recommend"))
                .first()
                .locator("input")
                .check();
        page.locator("#bank-insert").click();
        assertThat(order(page)).hasSize(6);
        page.locator("#outline-one").click();
        page.locator("#outline-one").focus();
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Control+c");
        Page beside = edit(other);
        beside.locator("#outline-section-s2").click();
        beside.locator("#outline-section-s2").focus();
        beside.keyboard().press("Control+v");
        assertThat(order(beside)).hasSize(7).startsWith("s1", "one", "two", "nps", "s2");
        awaitState(beside, "saved");
        assertThat(stored(other).split("\"First\"", -1)).hasSize(3);
        page.close();
        beside.close();
    }

    @Test
    void twoAtOnceLoseNothingAndAreAskedOnlyWhereBothChangedTheSame() {
        String key = draft();
        Page mine = edit(key);
        // What the other saves is met when I save, not before: this window hears of nobody.
        mine.route("**/presence**", Route::abort);
        Page theirs = edit(key);
        write(theirs, "two", "Second by them");
        theirs.locator("#outline-two").click();
        theirs.keyboard().press("Alt+ArrowUp");
        awaitState(theirs, "saved");
        write(mine, "one", "First by me");
        awaitState(mine, "saved");
        assertThat(stored(key)).contains("First by me", "Second by them");
        assertThat(mine.locator("#outline-two").innerText()).contains("Second by them");
        assertThat(order(mine)).containsExactly("s1", "two", "one", "nps", "s2");
        // My undo takes back my words, not theirs.
        mine.locator("#undo").click();
        awaitState(mine, "saved");
        assertThat(stored(key)).contains("\"First\"", "Second by them");

        theirs.reload();
        theirs.locator("#save-state").waitFor();
        write(theirs, "one", "First by them");
        write(theirs, "two", "Second by them again");
        awaitState(theirs, "saved");
        write(mine, "one", "First by me again");
        write(mine, "two", "Second by me");
        awaitState(mine, "conflict");
        assertThat(stored(key)).contains("First by them").doesNotContain("First by me again");
        mine.locator("#resolve").click();
        Locator asked = mine.locator("dialog[open]");
        assertThat(asked.innerText()).contains("First by me again", "First by them", "Second by me");
        asked.locator("button").first().click();
        assertThat(mine.locator("#outline-one").innerText()).contains("First by me again");
        mine.locator("#resolve").click();
        asked.locator("fieldset", new Locator.LocatorOptions().setHasText("Second by me"))
                .locator("[value=theirs]")
                .check();
        asked.locator(".button.primary").click();
        awaitState(mine, "saved");
        assertThat(stored(key)).contains("First by me again", "Second by them again");
        mine.close();
        theirs.close();
    }

    @Test
    void windowsHearOfEachOtherAndOfWhatWasSaved() {
        String key = draft();
        Page mine = edit(key);
        Page theirs = edit(key);
        write(theirs, "nps", "Recommend us?");
        awaitState(theirs, "saved");
        mine.bringToFront();
        mine.locator("#outline-nps", new Page.LocatorOptions().setHasText("Recommend us?"))
                .waitFor();
        mine.locator("#outline-nps .presence").waitFor();
        theirs.close();
        mine.locator(".present").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        mine.close();
    }
}
