package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.PageLook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The auditor's walk to certainty: have the history checked, make an archive, take verifier, key, checkpoint and proof
 * home, and verify all of it there with the real jar and nothing of the server.
 */
class VerificationPageIT {

    private static final String HERE = "/w/aria-hotel/history/verification";
    private static final int PATIENCE = 60_000;

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

    @ParameterizedTest
    @CsvSource({
        "en, THE EVIDENCE HOLDS, THE PROOF HOLDS",
        "fa, شواهد درست است, این اثبات درست است",
        "zh-Hans, 证据成立, 证明成立"
    })
    void anAuditorChecksTakesEvidenceHomeAndVerifiesItThere(String language, String archiveHolds, String proofHolds)
            throws Exception {
        PageLook look = new PageLook();
        TakenHome home = new TakenHome(folder);
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", HERE);
            Browsers.speak(page, language);
            look.hear(page);
            page.navigate(product.url() + HERE);

            page.locator("#checkpoints form button").click();
            page.waitForURL(address -> address.endsWith("#checkpoints"));
            page.locator("#check form button").click();
            // Gone while a check runs.
            page.locator("#check form button").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#verdict").innerText()).isNotBlank();
            assertThat(page.locator("#check .callout.good").count()).isEqualTo(1);

            int before = page.locator("#archives tbody tr a[download]").count();
            page.locator("#exports form button").click();
            page.locator("#archives tbody tr a[download]")
                    .nth(before)
                    .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
            Path archive = home.taken(page, "#archives tbody tr a[download]", "evidence.zip");
            Path jar = home.taken(page, "#offline a[href$='entezar-verify.jar']", "entezar-verify.jar");
            Path key = home.taken(page, "#offline a[href$='key.pem']", "key.pem");
            Path checkpoint = home.taken(page, "#signed tbody tr a[download]", "kept.jsonl");
            String response = firstResponse();
            page.locator("#response").fill(response);
            Path responseProof = home.saved(
                    page.waitForDownload(
                            () -> page.locator("#proof form button").click()),
                    "response.json");
            page.navigate(product.url() + "/w/aria-hotel/history/entries/2");
            Path entryProof = home.taken(page, "a[href$='proof.json']", "entry.json");

            String[] trust = {"--key", key.toString(), "--language", language};
            TakenHome.Told whole = home.verify(
                    jar,
                    archive,
                    "--key",
                    key.toString(),
                    "--language",
                    language,
                    "--checkpoint",
                    checkpoint.toString());
            assertThat(whole.code()).as(whole.text()).isZero();
            assertThat(whole.text()).contains(archiveHolds);
            for (Path proof : List.of(entryProof, responseProof)) {
                TakenHome.Told one = home.verify(jar, proof, trust);
                assertThat(one.code()).as(one.text()).isZero();
                assertThat(one.text()).contains(proofHolds);
            }
            Files.writeString(entryProof, Files.readString(entryProof).replace("questionnaire.", "questionnaira."));
            Files.writeString(
                    responseProof, Files.readString(responseProof).replace("\\\"count\\\":", "\\\"count\\\":1"));
            assertThat(home.verify(jar, responseProof, trust).code()).isEqualTo(1);

            look.visit(page, product.url() + HERE, "verification-" + language);
        }
        look.isClean();
    }

    private String firstResponse() {
        Api auditor = Api.as(product, "auditor.hotel");
        String campaign = auditor.busiestCampaign("aria-hotel");
        return auditor.get("/workspaces/aria-hotel/campaigns/" + campaign + "/responses?limit=1")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();
    }

    @Test
    void whoMayNotReadHistoryGetsNothingOfIt() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "analyst.hotel", "/w/aria-hotel");
            for (String path : List.of("", "/entezar-verify.jar", "/response-proof.json?response=x", "/check")) {
                assertThat(page.navigate(product.url() + HERE + path).status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        for (String path : List.of("/checks", "/exports", "/checkpoints", "/proofs/1", "/keys")) {
            assertThat(Api.as(product, "analyst.hotel")
                            .get("/workspaces/aria-hotel/history" + path)
                            .status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(Api.as(product, "owner.retail")
                            .get("/workspaces/aria-hotel/history" + path)
                            .status())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
