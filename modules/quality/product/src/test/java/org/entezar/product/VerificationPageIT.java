package org.entezar.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.entezar.fixtures.Product;
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
    private static final Pattern UNTRANSLATED =
            Pattern.compile("\\?\\?\\?|#\\{|\\b(verification|history|insight)\\.[a-z]+");
    private static final Path PICTURES = Path.of("target", "pages");
    private static final int PATIENCE = 60_000;

    private static Browsers browsers;

    private final Product product = Product.shared();

    @TempDir
    Path home;

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
        List<String> faults = new ArrayList<>();
        try (BrowserContext context = browsers.window(Browsers.WIDE, language, true)) {
            Page page = Browsers.signIn(context, product, "auditor.hotel", HERE);
            Browsers.speak(page, language);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add("console: " + message.text());
                }
            });
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
            Path archive = taken(page, "#archives tbody tr a[download]", "evidence.zip");
            Path jar = taken(page, "#offline a[href$='entezar-verify.jar']", "entezar-verify.jar");
            Path key = taken(page, "#offline a[href$='key.pem']", "key.pem");
            Path checkpoint = taken(page, "#signed tbody tr a[download]", "kept.jsonl");
            String response = firstResponse();
            page.locator("#response").fill(response);
            Path responseProof = saved(
                    page.waitForDownload(
                            () -> page.locator("#proof form button").click()),
                    "response.json");
            page.navigate(product.url() + "/w/aria-hotel/history/entries/2");
            Path entryProof = taken(page, "a[href$='proof.json']", "entry.json");

            String[] trust = {"--key", key.toString(), "--language", language};
            Told whole = verify(
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
                Told one = verify(jar, proof, trust);
                assertThat(one.code()).as(one.text()).isZero();
                assertThat(one.text()).contains(proofHolds);
            }
            Files.writeString(entryProof, Files.readString(entryProof).replace("questionnaire.", "questionnaira."));
            Files.writeString(
                    responseProof, Files.readString(responseProof).replace("\\\"count\\\":", "\\\"count\\\":1"));
            assertThat(verify(jar, responseProof, trust).code()).isEqualTo(1);

            for (String path : List.of(HERE)) {
                look(page, path, language, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private String firstResponse() {
        Api auditor = Api.as(product, "auditor.hotel");
        String campaign = auditor.get("/workspaces/aria-hotel/campaigns")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();
        return auditor.get("/workspaces/aria-hotel/campaigns/" + campaign + "/responses?limit=1")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asText();
    }

    private Path taken(Page page, String link, String name) {
        return saved(page.waitForDownload(() -> page.locator(link).first().click()), name);
    }

    private Path saved(Download download, String name) {
        Path file = home.resolve(name);
        download.saveAs(file);
        return file;
    }

    private record Told(int code, String text) {}

    /** In a process of its own, as at the auditor's. */
    private Told verify(Path jar, Path file, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                file.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Told(process.exitValue(), text);
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

    private void look(Page page, String path, String language, List<String> faults) {
        for (int width : new int[] {Browsers.WIDE, Browsers.PHONE}) {
            page.setViewportSize(width, width == Browsers.PHONE ? 844 : 900);
            page.navigate(product.url() + path);
            String where = path + " " + language + " " + width;
            Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (((Number) wider).intValue() > 1) {
                faults.add(where + ": is wider than the screen by " + wider);
            }
            UNTRANSLATED
                    .matcher(page.locator("body").innerText())
                    .results()
                    .forEach(match -> faults.add(where + ": shows " + match.group()));
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve("verification-" + language + "-" + width + "-" + scheme + ".png")));
                for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                    faults.add(where + " " + scheme + ": axe: " + rule.getId() + " "
                            + rule.getNodes().get(0).getTarget());
                }
            }
        }
    }
}
