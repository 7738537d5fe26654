package org.entezar.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.entezar.fixtures.Product;
import org.entezar.premises.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What pages weigh and how quickly they stand, in a real browser with the demo's data. Weights and shifts are the same on
 * every machine and are held to their budgets; times are not, so they are only written down: target/page-cost.md is the
 * table for docs/operate/performance.md.
 */
class PageCostIT {

    private static final int FIRST = 350_000;
    private static final int FIRST_WITH_CHARTS = 600_000;
    private static final int LATER = 40_000;
    private static final double SHIFT = 0.05;
    /** How often the server's time is taken: twenty times for the table, seldom where only weights count. */
    private static final int LOOKS = Integer.getInteger("entezar.looks", 2);
    /** How often each page is asked for before that, so that the table tells of a server that has run a while. */
    private static final int WARM = LOOKS < 20 ? 0 : 200;

    private static final int SLOWDOWN = 4;
    private static final String HOME = "/w/harbour-retail";
    private static final String SHIFTS = """
            window.shifted = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });""";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Browsers browsers;

    private final Product product = Product.shared();

    /** One page: bytes at the first visit, bytes at the next page, what moved, and the server's time at the 95th percentile. */
    private record Cost(
            String path, boolean charts, long first, long later, double shift, double server, double ready) {}

    @BeforeAll
    static void open() {
        browsers = new Browsers();
    }

    @AfterAll
    static void close() {
        browsers.close();
    }

    @Test
    void pagesKeepTheirBudgets() throws IOException {
        List<Cost> costs = new ArrayList<>();
        for (Map.Entry<String, Boolean> page : pages().entrySet()) {
            costs.add(cost(page.getKey(), page.getValue()));
        }
        Files.writeString(Path.of("target", "page-cost.md"), table(costs));
        System.out.println(table(costs));
        assertThat(costs).allSatisfy(cost -> {
            assertThat(cost.first())
                    .as("first visit of %s", cost.path())
                    .isLessThanOrEqualTo(cost.charts() ? FIRST_WITH_CHARTS : FIRST);
            assertThat(cost.later()).as("%s after another page", cost.path()).isLessThanOrEqualTo(LATER);
            assertThat(cost.shift()).as("%s shifts", cost.path()).isLessThanOrEqualTo(SHIFT);
        });
    }

    /** Pages of all kinds, and whether they draw charts. */
    private Map<String, Boolean> pages() {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, "owner.retail", HOME + "/campaigns");
            String campaign = named(page, "Shoppers after their visit").replaceFirst(".*/", "");
            page.navigate(product.url() + HOME + "/questionnaires");
            String questionnaire = named(page, "Your visit to our store");
            Map<String, Boolean> pages = new LinkedHashMap<>();
            pages.put(HOME, false);
            pages.put(HOME + "/categories", false);
            pages.put(questionnaire, false);
            pages.put(HOME + "/campaigns/" + campaign, false);
            pages.put(HOME + "/insights/" + campaign + "/servqual", true);
            pages.put(HOME + "/satisfaction?questionnaire=" + questionnaire.replaceFirst(".*/", ""), true);
            pages.put(HOME + "/history", false);
            pages.put(HOME + "/people", false);
            pages.put(HOME + "/settings", false);
            pages.put(HOME + "/search?q=a", false);
            return pages;
        }
    }

    /** The address behind a name in the list that is shown. */
    private static String named(Page page, String name) {
        return page.locator("main th a", new Page.LocatorOptions().setHasText(name))
                .first()
                .getAttribute("href");
    }

    private Cost cost(String path, boolean charts) {
        try (BrowserContext context = browsers.window(Browsers.WIDE, "fa", true)) {
            // What the worker fetches does not count as the page's.
            context.addInitScript("delete Navigator.prototype.serviceWorker");
            Page page = context.newPage();
            page.addInitScript(SHIFTS);
            Browsers.signIn(page, product, "owner.retail", "/workspaces");
            CDPSession devtools = context.newCDPSession(page);
            AtomicLong bytes = new AtomicLong();
            devtools.send("Network.enable");
            devtools.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            devtools.send("Network.clearBrowserCache");
            Browsers.speak(page, "fa");
            load(page, path, charts);
            long first = bytes.getAndSet(0);
            double shift = ((Number) page.evaluate("window.shifted")).doubleValue();
            page.navigate(product.url() + "/workspaces");
            bytes.set(0);
            load(page, path, charts);
            long later = bytes.get();
            double[] server = server(context, path);
            return new Cost(
                    path,
                    charts,
                    first,
                    later,
                    shift,
                    server[(int) Math.ceil(LOOKS * 0.95) - 1],
                    charts ? ready(page, devtools, path) : 0);
        }
    }

    /**
     * Milliseconds until the whole page has come, as the browser asks for it but without a browser that draws the last page
     * meanwhile on the same processors; sorted.
     */
    private double[] server(BrowserContext context, String path) {
        String cookies = context.cookies(product.url()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.url() + path))
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .build();
        double[] server = new double[LOOKS];
        for (int i = -WARM; i < LOOKS; i++) {
            long begun = System.nanoTime();
            int status = send(request);
            if (status != 200) {
                throw new AssertionError(path + " is answered " + status);
            }
            if (i >= 0) {
                server[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(server);
        return server;
    }

    private static int send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private double ready(Page page, CDPSession devtools, String path) {
        JsonObject slow = new JsonObject();
        slow.addProperty("rate", SLOWDOWN);
        devtools.send("Emulation.setCPUThrottlingRate", slow);
        load(page, path, true);
        return ((Number) page.evaluate("performance.now()")).doubleValue();
    }

    private void load(Page page, String path, boolean charts) {
        page.navigate(product.url() + path);
        if (charts) {
            page.locator(".chart svg")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        }
        page.waitForLoadState();
    }

    private static String table(List<Cost> costs) {
        StringBuilder table = new StringBuilder("""
                | page | first visit kB | later kB | layout shift | server p95 ms | charts ready ms, 4× slower |
                |---|---:|---:|---:|---:|---:|
                """);
        for (Cost cost : costs) {
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.0f | %.1f | %.3f | %.0f | %s |%n",
                    cost.path().replaceAll("[0-9a-f-]{36}", "…").replace(HOME, ""),
                    cost.first() / 1000.0,
                    cost.later() / 1000.0,
                    cost.shift(),
                    cost.server(),
                    cost.charts() ? String.format(Locale.ROOT, "%.0f", cost.ready()) : "–"));
        }
        return table.toString();
    }
}
