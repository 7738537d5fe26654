package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/**
 * Every address of the console, tried by everybody: each answers what {@code pages.md} says, and no page is missing there.
 * As {@link IsolationIT} for the API.
 */
class PageMatrixIT {

    private static final Path TABLE = Path.of("src/test/resources/org/entezar/service/pages.md");
    private static final Path FOUND = Path.of("target/pages.md");
    private static final String ANOTHERS = "another's ids";

    /** Has every role in turn. */
    private static final String WORKER = "analyst.retail";

    /** Names of what is not of one workspace, or counted from one in each. */
    private static final Set<String> EVERYWHERE = Set.of("{ws}", "{method}", "{size}", "{sequence}");

    private final Product product = Product.shared();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<ConsolePages.Address, Map<String, String>> found = new LinkedHashMap<>();

    @Test
    void everybodySeesWhatTheTableSaysAndNothingElse() throws Exception {
        String alias = Premises.fresh("pages");
        Api.Answer made = Api.as(product, "operator")
                .post(
                        "/workspaces",
                        "{\"alias\":\"" + alias
                                + "\",\"name\":{\"en\":\"Pages\"},\"locale\":\"en\",\"timeZone\":\"UTC\",\"owner\":\"partner\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Premises here = new Premises(Api.as(product, "partner"), alias, "partner");
        Premises there = new Premises(Api.as(product, "owner.hotel"), "aria-hotel", "analyst.hotel");
        ConsolePages.all().addresses().forEach(address -> found.put(address, new LinkedHashMap<>()));
        Map<String, String> mine = names(here);
        mine.put("member", here.newcomer("frontline.hotel"));
        try (Browsers browsers = new Browsers()) {
            try (BrowserContext nobody = browsers.window(Browsers.WIDE, "en", false)) {
                tryAll(nobody, "nobody", mine);
            }
            tryAs(browsers, "owner.hotel", "owner of another", mine);
            tryAs(browsers, "operator", "operator", mine);
            for (String role : List.of("administrator", "analyst", "frontline", "auditor")) {
                here.giveRole(WORKER, role);
                tryAs(browsers, WORKER, role, renewed(mine, here));
            }
            tryAs(browsers, "partner", "owner", renewed(mine, here));
            Map<String, String> mixed = names(there);
            mixed.put("ws", alias);
            tryAs(browsers, "partner", ANOTHERS, mixed);
        } finally {
            here.letGo(WORKER);
            here.letGo("frontline.hotel");
            here.endLooks();
            there.endLooks();
        }
        Files.writeString(FOUND, table());
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        found.forEach((address, cells) -> told.put(address.method() + " " + address.template(), cells));
        assertThat(told).isEqualTo(expected());
    }

    private static Map<String, String> names(Premises premises) {
        Map<String, String> names = new HashMap<>(premises.names());
        names.put("questionnaire", names.get("key"));
        names.put("version", "1");
        names.put("sequence", "1");
        names.put("ticket", "no-such-ticket");
        names.put("topic", "home");
        names.put("mail", names.get("response"));
        names.put("key", "0".repeat(64));
        return names;
    }

    /** With things that whoever tried before may have used up. */
    private static Map<String, String> renewed(Map<String, String> names, Premises here) {
        Map<String, String> renewed = new HashMap<>(names);
        renewed.put("import", here.upload());
        renewed.put("hold", here.hold());
        return renewed;
    }

    private void tryAs(Browsers browsers, String user, String column, Map<String, String> names) {
        try (BrowserContext window = browsers.window(Browsers.WIDE, "en", false)) {
            Browsers.signIn(window, product, user, "/workspaces");
            tryAll(window, column, names);
        }
    }

    private void tryAll(BrowserContext window, String column, Map<String, String> names) {
        found.forEach((address, cells) -> {
            boolean othersIds = column.equals(ANOTHERS);
            if (othersIds && !namesSomething(address)) {
                cells.put(column, "–");
                return;
            }
            String path = address.template();
            for (Map.Entry<String, String> name : names.entrySet()) {
                path = path.replace("{" + name.getKey() + "}", name.getValue());
            }
            cells.put(column, ask(window, address.method(), path));
        });
    }

    /** Asks with the cookies of the window and closes what is answered after its head, since events have no end. */
    private String ask(BrowserContext window, String method, String path) {
        String cookies = window.cookies(product.url()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofMinutes(1))
                .header("Cookie", cookies)
                .header("Accept", "*/*")
                .header("Sec-Fetch-Site", "same-origin")
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return told(answer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static boolean namesSomething(ConsolePages.Address address) {
        String template = address.template();
        for (String name : EVERYWHERE) {
            template = template.replace(name, "");
        }
        return address.template().startsWith("/w/") && template.contains("{");
    }

    private static String told(HttpResponse<?> answer) {
        String location = answer.headers().firstValue("location").orElse("");
        return location.contains("/sign-in") ? "sign-in" : String.valueOf(answer.statusCode());
    }

    private Map<String, Map<String, String>> expected() throws IOException {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        List<String> columns = List.of();
        for (String line : Files.exists(TABLE) ? Files.readAllLines(TABLE) : List.<String>of()) {
            if (line.startsWith("| ") && !line.startsWith("| ---")) {
                List<String> cells =
                        List.of(line.substring(2, line.length() - 2).split(" \\| "));
                if (columns.isEmpty()) {
                    columns = cells;
                } else {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 1; i < columns.size(); i++) {
                        row.put(columns.get(i), cells.get(i));
                    }
                    rows.put(cells.get(0), row);
                }
            }
        }
        return rows;
    }

    private String table() {
        List<String> columns = new ArrayList<>(found.values().iterator().next().keySet());
        StringBuilder table = new StringBuilder("| page | " + String.join(" | ", columns) + " |\n");
        table.append("| --- |").append(" --- |".repeat(columns.size())).append('\n');
        found.forEach((address, cells) -> table.append("| ")
                .append(address.method())
                .append(' ')
                .append(address.template())
                .append(" | ")
                .append(String.join(" | ", cells.values()))
                .append(" |\n"));
        return table.toString();
    }
}
