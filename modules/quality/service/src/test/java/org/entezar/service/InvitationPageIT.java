package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the invitation to the workspace, through the outbox, as people do it; and what everybody else is told. */
class InvitationPageIT {

    private static final String WORKSPACE = "/workspaces/harbour-retail";
    private static final String INVITATIONS = WORKSPACE + "/invitations";
    private static final String CHOSEN = "chosen by myself 7";
    private static final Path PICTURES = Path.of("target", "pages");

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

    private String invite(Page page, String email, String role) {
        page.navigate(product.url() + "/w/harbour-retail/people");
        page.locator("a.button.primary[href$='/people/invite']").click();
        page.locator("[id='invite:email']").fill(email);
        page.locator("[name=invite-role][value=" + role + "]").check();
        page.locator("[id='invite:language']").selectOption("fa");
        page.locator("[id='invite:send']").click();
        page.waitForURL(address -> address.endsWith("/w/harbour-retail/people"));
        assertThat(page.locator("#invitations").innerText()).contains(email);
        page.navigate(product.url() + "/w/harbour-retail/people/mail");
        page.locator("#mails tr", new Page.LocatorOptions().setHasText(email))
                .locator("a.button")
                .click();
        assertThat(page.locator("article.letter").getAttribute("dir")).isEqualTo("rtl");
        picture(page, "letter");
        return page.locator("#letter-link").getAttribute("href");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    @Test
    void aNewcomerComesInByTheMailAndLandsInTheWorkspace() {
        String link;
        try (BrowserContext owner = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(owner, product, "owner.retail", "/w/harbour-retail/people");
            link = invite(page, "roya@example.org", "analyst");
            assertThat(link).startsWith(product.url() + "/join/");
        }
        try (BrowserContext newcomer = browsers.window(Browsers.PHONE, "en", false)) {
            Page page = newcomer.newPage();
            page.navigate(link);
            picture(page, "join");
            page.locator("#given-name").fill("Roya");
            page.locator("#family-name").fill("Azad <b>");
            page.locator("#new-password").fill(CHOSEN);
            page.locator("#create").click();
            page.locator("#family-name-error").waitFor();
            picture(page, "join-refused");
            page.locator("#family-name").fill("Azad");
            page.locator("#new-password").fill("roya@example.org");
            page.locator("#create").click();
            page.locator("#new-password-error").waitFor();
            assertThat(page.locator("#given-name").inputValue()).isEqualTo("Roya");
            page.locator("#new-password").fill(CHOSEN);
            page.locator("#create").click();
            page.locator("#username").fill("roya@example.org");
            page.locator("#kc-login").click();
            page.locator("#password").fill(CHOSEN);
            page.locator("#kc-login").click();
            page.waitForURL(address -> address.startsWith(product.url()));
            assertThat(page.url()).isEqualTo(product.url() + "/w/harbour-retail");
            assertThat(page.locator("h1").innerText()).contains("Roya Azad");
            assertThat(page.navigate(product.url() + "/w/harbour-retail/people").status())
                    .isEqualTo(403);
            assertThat(page.navigate(link).status()).as("the link works once").isEqualTo(404);
        }
        Api owner = Api.as(product, "owner.retail");
        JsonNode roya = member(owner, "roya@example.org");
        assertThat(roya.get("roles")).extracting(JsonNode::asText).containsExactly("analyst");
        assertThat(owner.get(WORKSPACE + "/history?limit=5").body()).contains("invitation.accepted");
        assertThat(owner.delete(WORKSPACE + "/members/" + roya.get("id").asText())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void somebodyWithAnAccountJoinsAsTheyAreAndIsSuspendedAndRemovedByTheOwner() {
        try (BrowserContext owner = browsers.window(Browsers.WIDE, "en", true);
                BrowserContext other = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(owner, product, "owner.retail", "/w/harbour-retail/people");
            String link = invite(page, "somebody@example.org", "frontline");
            Page joining = other.newPage();
            joining.navigate(link);
            joining.locator("#sign-in").click();
            joining.locator("#username").fill("analyst.hotel");
            joining.locator("#kc-login").click();
            joining.locator("#password").fill(Product.PASSWORD);
            joining.locator("#kc-login").click();
            joining.waitForURL(link);
            joining.locator("#join").click();
            joining.waitForURL(product.url() + "/w/harbour-retail");
            joining.locator("nav.side").waitFor();

            page.navigate(product.url() + "/w/harbour-retail/people");
            Locator line = page.locator("#members tr", new Page.LocatorOptions().setHasText("analyst.hotel"));
            line.locator("a.button").click();
            picture(page, "member");
            page.locator("[data-opens=ask-suspend]").click();
            page.locator("[id='suspending:suspend']").click();
            page.locator(".badge.warn").waitFor();
            page.locator("[id='resuming:resume']").click();
            page.locator("[data-opens=ask-remove]").click();
            picture(page, "remove");
            page.locator("[id='removing:remove']").click();
            page.waitForURL(product.url() + "/w/harbour-retail/people");
            assertThat(page.locator("#members").innerText()).doesNotContain("analyst.hotel");
        }
    }

    @Test
    void theApiTellsNoLinkAndEverybodyElseNothing() {
        Api owner = Api.as(product, "owner.retail");
        Api.Answer known = owner.post(INVITATIONS, "{\"email\":\"owner.hotel@demo.invalid\",\"role\":\"analyst\"}");
        Api.Answer unknown = owner.post(INVITATIONS, "{\"email\":\"nobody@example.org\",\"role\":\"analyst\"}");
        assertThat(known.status()).as(known.toString()).isEqualTo(201);
        assertThat(known.json().properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactlyElementsOf(unknown.json().properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .toList());
        assertThat(known.body()).doesNotContain("join", "hash", "ticket");
        assertThat(owner.post(INVITATIONS, "{\"email\":\"a@b\\r\\nBcc: c@d\",\"role\":\"king\"}")
                        .status())
                .isEqualTo(422);
        String one = INVITATIONS + "/" + known.json().get("id").asText();
        for (String person : new String[] {"analyst.retail", "frontline.retail", "auditor.retail"}) {
            Api api = Api.as(product, person);
            assertThat(api.get(INVITATIONS).status()).isEqualTo(person.startsWith("auditor") ? 200 : 403);
            assertThat(api.post(INVITATIONS, "{\"email\":\"x@example.org\",\"role\":\"analyst\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(api.post(one + "/resend", "").status()).isEqualTo(403);
            assertThat(api.delete(one).status()).isEqualTo(403);
        }
        Api stranger = Api.as(product, "owner.hotel");
        for (String path : new String[] {one, one.replace("harbour-retail", "aria-hotel")}) {
            assertThat(stranger.get(path).status()).isEqualTo(404);
            assertThat(stranger.post(path + "/resend", "").status()).isEqualTo(404);
            assertThat(stranger.delete(path).status()).isEqualTo(404);
        }
        assertThat(Api.anonymous(product).get(one).status()).isEqualTo(401);
        assertThat(owner.post(one + "/resend", "").status()).isEqualTo(429);
        assertThat(owner.delete(one).status()).isEqualTo(204);
        assertThat(owner.get(one).json().get("state").asText()).isEqualTo("revoked");
        owner.delete(INVITATIONS + "/" + unknown.json().get("id").asText());
    }

    @Test
    void aLinkThatOpensNothingIsAPageThatIsNotThere() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = context.newPage();
            for (String forged : new String[] {"x", "A".repeat(86), "A".repeat(85) + "%2f"}) {
                assertThat(page.navigate(product.url() + "/join/" + forged).status())
                        .as(forged)
                        .isEqualTo(404);
            }
        }
    }

    private static JsonNode member(Api owner, String login) {
        for (JsonNode member : owner.get(WORKSPACE + "/members").json().get("items")) {
            if (member.get("login").asText().equals(login)) {
                return member;
            }
        }
        throw new AssertionError("No member " + login);
    }
}
