package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole walk of an auditor: sign in, go back to a date, open a figure as it was known then, compute a kept one again,
 * take the evidence home and verify it there; and having changed nothing.
 */
class AuditorWalkPageIT {

    private static final String WORKSPACE = "/workspaces/aria-hotel";
    private static final String ROOT = "/w/aria-hotel";
    private static final int PATIENCE = 90_000;

    /** What an auditor's own entries may be: looks, and what was taken along. */
    private static final Set<String> LOOKS = Set.of(
            "member.signed-in",
            "history.read",
            "responses.read",
            "members.read",
            "evidence.requested",
            "evidence.downloaded",
            "history.check-requested");

    private static Browsers browsers;

    private final Product product = Product.shared();

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    /** A campaign of its own, a figure that was kept of it, and a response that came after. */
    private String kept() {
        Api owner = Api.as(product, "owner.hotel");
        String key = Premises.fresh("walk");
        ok(owner.post(WORKSPACE + "/questionnaires", Premises.questionnaire(key)));
        ok(owner.post(WORKSPACE + "/questionnaires/" + key + "/versions", "{}"));
        String campaign = ok(owner.post(WORKSPACE + "/campaigns", Premises.campaign(key)))
                .get("id")
                .asText();
        String responses = WORKSPACE + "/campaigns/" + campaign + "/responses";
        String wrong = "";
        for (int i = 0; i < 8; i++) {
            wrong = ok(owner.post(responses, Premises.response())).get("id").asText();
        }
        String kept = ok(owner.post(WORKSPACE + "/campaigns/" + campaign + "/insights", "{\"method\":\"servqual\"}"))
                .get("id")
                .asText();
        ok(owner.post(
                WORKSPACE + "/persons/corrections",
                "{\"response\":\"" + wrong
                        + "\",\"reason\":\"Typed wrongly\",\"answers\":{\"q1\":{\"expected\":7,\"perceived\":1}}}"));
        return kept;
    }

    private static JsonNode ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }

    @ParameterizedTest
    @CsvSource({
        "en, THE EVIDENCE HOLDS, THE PROOF HOLDS, 1 response was corrected, superseded",
        "fa, شواهد درست است, این اثبات درست است, ۱ پاسخ تصحیح شد, جایگزین‌شده",
        "zh-Hans, 证据成立, 证明成立, 1 份答卷已更正, 已被取代"
    })
    void anAuditorGoesBackOpensAFigureComputesItAgainAndVerifiesItAtHome(
            String language, String archiveHolds, String proofHolds, String corrected, String superseded)
            throws Exception {
        String kept = kept();
        TakenHome home = new TakenHome(folder);
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", ROOT + "/kept-insights/" + kept);
            Browsers.speak(page, language);

            page.navigate(product.url() + ROOT + "/kept-insights/" + kept);
            page.locator(".page-head .doings a.button.primary").click();
            assertThat(page.locator("#recomputed .callout.good").count()).isEqualTo(1);
            Path figure = home.taken(page, "a[href$='/proof.json']", "figure.json");
            assertThat(home.taken(page, "a[href$='/report.html']", "report.html"))
                    .isNotEmptyFile();
            assertThat(home.taken(page, "a[href$='/table.csv']", "table.csv")).isNotEmptyFile();
            assertThat(Files.readString(
                            home.taken(page, "a[href$='/report.pdf']", "report.pdf"), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");

            page.locator(".card.finding a[href*='asOf']").click();
            assertThat(page.locator(".past-banner").count()).isEqualTo(1);
            String then = page.locator(".card.finding .first").innerText();
            assertThat(page.locator("#difference").innerText()).contains(corrected);
            assertThat(page.locator("#asOfDay").inputValue()).isNotBlank();
            if (language.equals("fa")) {
                assertThat(page.locator("#asOfDay").inputValue()).matches(Pattern.compile("[۰-۹0-9/]{8,10}"));
            }
            page.locator(".past-banner a").click();
            assertThat(page.locator(".past-banner").count()).isZero();
            assertThat(page.locator(".card.finding .first").innerText()).isNotEqualTo(then);

            String campaign = page.url().replaceFirst(".*/insights/([0-9a-f-]{36}).*", "$1");
            page.navigate(product.url() + ROOT + "/history/responses?campaign=" + campaign + "&which=superseded");
            assertThat(page.locator("#sealed tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("#sealed tbody").innerText()).contains(superseded);

            page.navigate(product.url() + ROOT + "/history/verification");
            page.locator("#checkpoints form button").click();
            page.waitForURL(address -> address.endsWith("#checkpoints"));
            int before = page.locator("#archives tbody tr a[download]").count();
            page.locator("#exports form button").click();
            page.locator("#archives tbody tr a[download]")
                    .nth(before)
                    .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
            Path archive = home.taken(page, "#archives tbody tr a[download]", "evidence.zip");
            Path jar = home.taken(page, "#offline a[href$='entezar-verify.jar']", "entezar-verify.jar");
            Path key = home.taken(page, "#offline a[href$='key.pem']", "key.pem");

            TakenHome.Told whole = home.verify(jar, archive, "--key", key.toString(), "--language", language);
            assertThat(whole.code()).as(whole.text()).isZero();
            assertThat(whole.text()).contains(archiveHolds);
            TakenHome.Told one = home.verify(jar, figure, "--key", key.toString(), "--language", language);
            assertThat(one.code()).as(one.text()).isZero();
            assertThat(one.text()).contains(proofHolds);
        }
        assertThat(deeds()).contains("evidence.downloaded").isSubsetOf(LOOKS);
    }

    /** What stands in history under the auditor's name. */
    private Set<String> deeds() {
        Api owner = Api.as(product, "owner.hotel");
        String auditor = "";
        for (JsonNode member : ok(owner.get(WORKSPACE + "/members")).get("items")) {
            if (member.get("login").asText().equals("auditor.hotel")) {
                auditor = member.get("id").asText();
            }
        }
        Set<String> deeds = new TreeSet<>();
        ok(owner.get(WORKSPACE + "/history?limit=500&actor=" + auditor))
                .get("items")
                .forEach(entry -> deeds.add(entry.get("action").asText()));
        assertThat(deeds).contains("member.signed-in");
        return deeds;
    }

    /** Every form of every page that changes something, sent as an auditor whose page does not even show it. */
    @Test
    void noFormOfAnyPageLetsAnAuditorChangeAnything() {
        String kept = kept();
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", ROOT + "/kept-insights/" + kept);
            page.navigate(product.url() + ROOT + "/kept-insights/" + kept);
            String figure = page.locator(".card.finding a[href*='asOf']")
                    .getAttribute("href")
                    .replaceFirst("\\?.*", "");
            page.navigate(product.url() + figure);
            assertThat(page.locator("form[action*='/keep']").count()).isZero();
            String token = page.locator("input[name=form-token]").count() > 0
                    ? page.locator("input[name=form-token]").first().inputValue()
                    : "";
            for (String path : List.of(
                    figure + "/keep",
                    ROOT + "/history/engagements/new/invitation",
                    ROOT + "/settings",
                    ROOT + "/campaigns/new",
                    ROOT + "/people/new")) {
                int status = page.request()
                        .post(
                                product.url() + path,
                                RequestOptions.create()
                                        .setMaxRedirects(0)
                                        .setForm(FormData.create()
                                                .set("form-token", token)
                                                .set("login", "owner.retail")
                                                .set("purpose", "x")))
                        .status();
                assertThat(status).as(path).isIn(302, 303, 403, 404, 405);
            }
        }
        assertThat(deeds()).isSubsetOf(LOOKS);
    }
}
