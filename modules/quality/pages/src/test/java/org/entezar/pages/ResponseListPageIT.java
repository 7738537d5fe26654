package org.entezar.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of responses: by links and forms alone, by the keyboard, as views and as files, and never beyond one's role. */
class ResponseListPageIT {

    private static final String SHOP = "/w/harbour-retail/";
    private static final String ALL = SHOP + "campaigns/responses";

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

    private Page signedIn(BrowserContext context, String user, String language) {
        Page page = Browsers.signIn(context, product, user, SHOP + "campaigns");
        Browsers.speak(page, language);
        return page;
    }

    /** The list of the campaign with the most responses. */
    private String campaign() {
        return SHOP + "campaigns/" + Api.as(product, "analyst.retail").busiestCampaign("harbour-retail") + "/responses";
    }

    private static List<String> rows(Page page) {
        return page.locator("#responses tbody th a").all().stream()
                .map(link -> link.getAttribute("href").replaceAll("[?].*", ""))
                .toList();
    }

    private static long counted(Page page) {
        return Long.parseLong(
                page.locator("#responses .list-bar [role=status]").innerText().replaceAll("[^0-9]", ""));
    }

    @Test
    void withoutScriptsItIsNarrowedSortedTurnedAndSaved() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            Page page = signedIn(context, "analyst.retail", "en");
            String list = campaign();
            page.navigate(product.url() + list);
            long all = counted(page);
            List<String> first = rows(page);
            assertThat(first).hasSize(50);

            page.locator("#responses a[rel=next]").click();
            assertThat(rows(page)).hasSize(50).doesNotContainAnyElementsOf(first);
            page.locator("#responses a[rel=prev]").click();
            assertThat(rows(page)).isEqualTo(first);
            assertThat(page.locator("#responses a[rel=prev]").count()).isZero();

            page.locator(".list-filter summary").click();
            String segment = page.locator("#segments option").first().getAttribute("value");
            page.locator("#segment").fill(segment);
            page.locator(".list-fields button[type=submit]").click();
            long narrowed = counted(page);
            assertThat(narrowed).isPositive().isLessThan(all);
            assertThat(page.locator("#responses td[data-label=Segment]").allInnerTexts())
                    .allSatisfy(shown -> assertThat(shown).isEqualTo(segment));

            page.locator("#responses th a.sort").first().click();
            assertThat(page.locator("#responses th").first()).hasAttribute("aria-sort", "ascending");
            assertThat(counted(page)).isEqualTo(narrowed);

            page.locator(".list-bar summary").nth(1).click();
            page.locator(".list-columns input[value=segment]").uncheck();
            page.locator(".list-columns button[type=submit]").click();
            assertThat(page.locator("#responses td[data-label=Segment]").count())
                    .isZero();
            assertThat(counted(page)).isEqualTo(narrowed);

            String looked = page.url();
            page.locator(".list-bar summary").nth(2).click();
            page.locator(".list-save input[name=name]").fill("Of one kind");
            page.locator(".list-save button").click();
            page.navigate(product.url() + list);
            page.locator(".list-bar summary").nth(2).click();
            page.locator(".list-view a").click();
            assertThat(page.url()).isEqualTo(looked);
            assertThat(counted(page)).isEqualTo(narrowed);

            APIResponse file = page.request()
                    .get(product.url()
                            + page.locator(".list-bar a[download]").first().getAttribute("href"));
            long lines = new String(file.body(), StandardCharsets.UTF_8).lines().count();
            assertThat(lines).isGreaterThan(narrowed).isLessThan(all);

            page.locator(".list-bar summary").nth(2).click();
            page.locator(".list-view button").click();
            assertThat(page.locator("#notices")).containsText("Of one kind");
            assertThat(page.locator(".list-view").count()).isZero();
        }
    }

    @Test
    void theKeyboardWalksRowsAndPages() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = signedIn(context, "analyst.retail", "en");
            page.navigate(product.url() + campaign());
            Locator links = page.locator("#responses tbody th a");
            page.keyboard().press("j");
            assertThat(links.first()).isFocused();
            page.keyboard().press("j");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("k");
            assertThat(links.nth(1)).isFocused();
            String before = links.first().getAttribute("href");
            page.keyboard().press("n");
            page.waitForURL(address -> address.contains("after="));
            assertThat(links.first()).isFocused();
            assertThat(links.first()).not().hasAttribute("href", before);
            page.keyboard().press("p");
            page.waitForURL(address -> address.contains("before="));
            assertThat(links.last()).isFocused();
            page.keyboard().press("f");
            assertThat(page.locator(".list-filter [name=from]")).isFocused();
            page.keyboard().press("Escape");
            links.first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("main dl").first()).isVisible();
        }
    }

    @Test
    void nobodySeesMoreThanTheirRoleAndWorkspace() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", false)) {
            Page page = signedIn(context, "analyst.retail", "en");
            String list = campaign();
            page.navigate(product.url() + list);
            String one = rows(page).get(0);
            assertThat(page.navigate(product.url() + one).status()).isEqualTo(200);
            assertThat(page.navigate(product.url() + list + "?after=nonsense").status())
                    .isEqualTo(400);
            assertThat(page.navigate(product.url() + list + "?sort=nothing&answer=none&least=x&columns=zz&segment=%00")
                            .status())
                    .isEqualTo(200);
            assertThat(page.navigate(product.url() + one + "0").status()).isEqualTo(404);
            for (String user : List.of("frontline.retail", "owner.hotel")) {
                try (BrowserContext other = browsers.window(Browsers.WIDE, "en", false)) {
                    int refused = user.startsWith("owner") ? 404 : 403;
                    Page theirs = Browsers.signIn(other, product, user, "/workspaces");
                    for (String path : List.of(ALL, list, one, list + ".csv", list + ".xlsx")) {
                        assertThat(theirs.request().get(product.url() + path).status())
                                .as(user + " " + path)
                                .isEqualTo(refused);
                    }
                    String elsewhere = list.replace("harbour-retail", "aria-hotel");
                    assertThat(theirs.request().get(product.url() + elsewhere).status())
                            .isEqualTo(404);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "zh-Hans"})
    void theListsLookRight(String language) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = signedIn(context, "analyst.retail", language);
            PageLook look = new PageLook();
            look.hear(page);
            String list = campaign();
            look.visit(page, product.url() + ALL, "responses-all-" + language);
            look.visit(
                    page,
                    product.url() + list + "?from=2020-01-01&segment=" + "none" + "&sort=segment",
                    "responses-none-" + language);
            look.visit(page, product.url() + list, "responses-" + language);
            page.locator(".list-bar summary").nth(1).click();
            look.here(page, "responses-columns-" + language);
            look.visit(page, product.url() + rows(page).get(0), "response-" + language);
            look.isClean();
        }
    }
}
