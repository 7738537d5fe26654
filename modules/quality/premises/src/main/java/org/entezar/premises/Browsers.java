package org.entezar.premises;

import com.microsoft.playwright.APIResponse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.fixtures.Product;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The real browser. Without one, tests are skipped on a developer's machine and fail where every change is checked. A
 * browser is started once for each thread that tests run on and serves all their classes, since people are as far apart
 * in two windows as in two browsers; it ends with the JVM.
 */
public final class Browsers implements AutoCloseable {

    public static final int WIDE = 1366;
    public static final int PHONE = 390;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE = 20_000;
    /** For a request with all the redirects that it leads to, in a server that has just been started. */
    private static final int WHOLE_WAY = 3 * PATIENCE;

    /**
     * What Playwright leaves out of the browser, since a second such option replaces the first; and the pages below the
     * field for addresses, which nobody sees here and which cost a processor nearly a second for each window.
     */
    private static final String WITHOUT =
            "AvoidUnnecessaryBeforeUnloadCheckSync,BoundaryEventDispatchTracksNodeRemoval,DestroyProfileOnBrowserClose,"
                    + "DialMediaRouteProvider,GlobalMediaControls,HttpsUpgrades,LensOverlay,MediaRouter,PaintHolding,"
                    + "ThirdPartyStoragePartitioning,BlockOriginHeaderModificationOnRedirect,Translate,AutoDeElevate,"
                    + "OptimizationHints,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup";

    /** Only the thread that started a browser may talk to it. */
    private static final ThreadLocal<@Nullable Browser> RUNNING = new ThreadLocal<>();

    private static final Pattern SIGN_IN = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final Browser browser;
    private final List<BrowserContext> windows = new ArrayList<>();

    public Browsers() {
        boolean there = Files.isExecutable(CHROMIUM);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("There is no browser at " + CHROMIUM + "; install Debian's package chromium");
        }
        Assumptions.assumeTrue(there, "Skipped: there is no browser at " + CHROMIUM);
        Browser running = RUNNING.get();
        if (running == null || !running.isConnected()) {
            running = start();
            RUNNING.set(running);
        }
        browser = running;
    }

    private static Browser start() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
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
                                "--disable-sync",
                                "--disable-features=" + WITHOUT)));
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
        BrowserContext window = Window.known(context);
        windows.add(window);
        return window;
    }

    /**
     * Signs a person of the demo in and returns at the page asked for. The identity provider's two forms are sent as a
     * browser sends them but are not drawn; tests of signing in fill them in.
     */
    public static Page signIn(BrowserContext context, Product product, String user, String path) {
        Page page = context.newPage();
        signIn(page, product, user, path);
        return page;
    }

    /** The same in a window that is there. */
    public static void signIn(Page page, Product product, String user, String path) {
        APIResponse name = page.request().get(product.url() + path, again().setTimeout(WHOLE_WAY));
        APIResponse password = send(page, name, "username", user);
        APIResponse entered = send(page, password, "password", Product.PASSWORD);
        if (!entered.url().startsWith(product.url())) {
            throw new AssertionError(user + " is not let in: " + entered.text());
        }
        page.navigate(product.url() + path);
    }

    private static APIResponse send(Page page, APIResponse shown, String field, String value) {
        Matcher form = SIGN_IN.matcher(shown.text());
        if (!form.find()) {
            throw new AssertionError("No form to sign in with at " + shown.url() + ": " + shown.text());
        }
        return page.request()
                .post(
                        form.group(1).replace("&amp;", "&"),
                        again().setTimeout(WHOLE_WAY).setForm(FormData.create().set(field, value)));
    }

    /** Chooses a language in the menu of the header, as a person would. */
    public static void speak(Page page, String language) {
        page.request()
                .post(
                        page.url().replaceFirst("(https?://[^/]+).*", "$1/preferences"),
                        again().setForm(FormData.create()
                                .set("language", language)
                                .set("back", "/")));
    }

    /** The server may close the connection that is kept just when it is used again. */
    private static RequestOptions again() {
        return RequestOptions.create().setMaxRetries(2);
    }

    /** Closes the windows that are still open; closing one again does nothing. */
    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
    }
}
