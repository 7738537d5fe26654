package org.entezar.premises;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.junit.jupiter.api.Assumptions;

/** The real browser. Without one, tests are skipped on a developer's machine and fail where every change is checked. */
public final class Browsers implements AutoCloseable {

    public static final int WIDE = 1366;
    public static final int PHONE = 390;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    public Browsers() {
        boolean there = Files.isExecutable(CHROMIUM);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("There is no browser at " + CHROMIUM + "; install Debian's package chromium");
        }
        Assumptions.assumeTrue(there, "Skipped: there is no browser at " + CHROMIUM);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A window of its own, as of another person. */
    public BrowserContext window(int width, String language, boolean scripts) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setLocale(language)
                // Colours on their way from one theme to the other are no colours to judge.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** Signs a person of the demo in, on the identity provider's two pages, and returns at the page asked for. */
    public static Page signIn(BrowserContext context, Product product, String user, String path) {
        Page page = context.newPage();
        signIn(page, product, user, path);
        return page;
    }

    /** The same in a window that is there. */
    public static void signIn(Page page, Product product, String user, String path) {
        page.navigate(product.url() + path);
        page.locator("#username").fill(user);
        page.locator("#kc-login").click();
        page.locator("#password").fill(Product.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(product.url()));
    }

    /** Chooses a language in the menu of the header, as a person would. */
    public static void speak(Page page, String language) {
        page.request()
                .post(
                        page.url().replaceFirst("(https?://[^/]+).*", "$1/preferences"),
                        // The server may have closed the connection that is kept just then.
                        RequestOptions.create()
                                .setMaxRetries(2)
                                .setForm(FormData.create()
                                        .set("language", language)
                                        .set("back", "/")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
