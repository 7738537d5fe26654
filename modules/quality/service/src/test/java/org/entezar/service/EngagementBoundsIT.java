package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Browsers;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The bounds of an outside auditor's time, tried on every operation of the contract and every page: with the same token
 * and the same session before, while and after; and with a scope that leaves single responses out.
 */
class EngagementBoundsIT {

    private static final String ROOT = "/workspaces/harbour-retail";
    private static final String LOGIN = "auditor.hotel";

    /** What tells single responses, holds them, or lets them be told by comparing times. */
    private static final Set<String> OF_RESPONSES = Set.of(
            "GET /workspaces/{ws}/campaigns/{campaign}/responses",
            "GET /workspaces/{ws}/campaigns/{campaign}/consents",
            "GET /workspaces/{ws}/campaigns/{campaign}/insights/{method}/difference",
            "GET /workspaces/{ws}/insights",
            "GET /workspaces/{ws}/insights/{insight}",
            "GET /workspaces/{ws}/insights/{insight}/recomputation",
            "GET /workspaces/{ws}/history/exports",
            "GET /workspaces/{ws}/history/exports/{job}",
            "POST /workspaces/{ws}/history/exports",
            "GET /workspaces/{ws}/cases",
            "GET /workspaces/{ws}/cases/{case}");

    private final Product product = Product.shared();
    private final Api owner = Api.as(product, "owner.retail");

    /** Nobody is left in, and no engagement open, by a test that failed in its middle. */
    @AfterEach
    void letGo() {
        Premises.shutOut(owner, ROOT, LOGIN);
    }

    private String invite(String scope, Instant from) {
        Api.Answer made = owner.post(ROOT + "/engagements", Premises.invitation(LOGIN, scope, from));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().at("/engagement/id").asText();
    }

    private void end(String engagement) {
        assertThat(owner.post(ROOT + "/engagements/" + engagement + "/end", "").status())
                .isEqualTo(200);
    }

    private static List<Operation> operations(Product product) {
        return Operation.of(Api.anonymous(product).get("/openapi").json()).stream()
                .filter(Operation::isOfWorkspace)
                .filter(operation -> !operation.template().contains("/engagements")
                        || operation.method().equals("GET"))
                // An operator's, and refused to everybody else whether or not the workspace is there.
                .filter(operation -> !operation.template().endsWith("/owner"))
                .filter(operation -> !operation.template().contains("/members")
                        && !operation.template().contains("/api-clients"))
                .toList();
    }

    @Test
    void everyOperationKeepsThePeriodAndTheScope() {
        Premises here = new Premises(owner, "harbour-retail", "analyst.retail");
        // The premises come with an engagement of the whole, which would lend its scope to ours.
        letGo();
        List<Operation> operations = operations(product);
        assertThat(operations.size()).isGreaterThan(50);

        String coming = invite("WHOLE", Instant.now().plusSeconds(600));
        assertThat(open(answers(operations, Api.as(product, LOGIN), here)))
                .as("before it begins")
                .isEmpty();
        end(coming);

        String running = invite("FIGURES", Instant.now().minusSeconds(60));
        Api outside = Api.as(product, LOGIN);
        TreeMap<String, Integer> whole = answers(operations, Api.as(product, "auditor.retail"), here);
        TreeMap<String, Integer> figures = answers(operations, outside, here);
        TreeMap<String, Integer> wanted = new TreeMap<>(whole);
        OF_RESPONSES.forEach(name -> wanted.computeIfPresent(name, (key, status) -> 403));
        assertThat(whole.keySet()).containsAll(OF_RESPONSES);
        assertThat(figures).as("without single responses").isEqualTo(wanted);
        String figure = ROOT + "/campaigns/" + here.names().get("campaign") + "/insights/servqual";
        assertThat(outside.get(figure).status()).isEqualTo(200);
        assertThat(outside.get(figure + "?asOf=" + Instant.now()).status())
                .as("figures of the past")
                .isEqualTo(403);
        assertThat(outside.get(ROOT + "/campaigns/" + here.names().get("campaign") + "/responses?format=csv")
                        .status())
                .as("the table")
                .isEqualTo(403);

        end(running);
        assertThat(open(answers(operations, outside, here)))
                .as("the same token after its end")
                .isEmpty();
    }

    /** What was answered otherwise than as what is not there. */
    private static TreeMap<String, Integer> open(TreeMap<String, Integer> answers) {
        TreeMap<String, Integer> open = new TreeMap<>(answers);
        open.values().removeIf(status -> status == 404);
        return open;
    }

    private static TreeMap<String, Integer> answers(List<Operation> operations, Api caller, Premises here) {
        TreeMap<String, Integer> answers = new TreeMap<>();
        operations.forEach(operation -> answers.put(
                operation.method() + " " + operation.template(),
                operation.send(caller, here, here.names()).status()));
        return answers;
    }

    @Test
    void everyPageKeepsThePeriodAndTheScope() {
        Premises here = new Premises(owner, "harbour-retail", "analyst.retail");
        // The premises come with an engagement of the whole, which would lend its scope to ours.
        letGo();
        String running = invite("FIGURES", Instant.now().minusSeconds(60));
        try (Browsers browsers = new Browsers();
                BrowserContext context = browsers.window(Browsers.WIDE, "en", true)) {
            Page page = Browsers.signIn(context, product, LOGIN, "/w/harbour-retail");
            Set<String> reached = reached(page);
            assertThat(reached).hasSizeGreaterThan(8);
            for (String path : List.of(
                    "/history/responses",
                    "/kept-insights",
                    "/kept-insights/" + here.names().get("insight"),
                    "/history/verification/archives/" + here.names().get("job") + "/evidence.zip")) {
                assertThat(page.request()
                                .get(product.url() + "/w/harbour-retail" + path)
                                .status())
                        .as(path)
                        .isIn(403, 404);
            }
            end(running);
            for (String path : reached) {
                assertThat(page.request().get(product.url() + path).status())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    /** All that the pages lead to, two steps deep; what is led to must be open. */
    private Set<String> reached(Page page) {
        Set<String> all = new LinkedHashSet<>(List.of("/w/harbour-retail"));
        Set<String> next = new LinkedHashSet<>(all);
        for (int step = 0; step < 2; step++) {
            Set<String> found = new LinkedHashSet<>();
            for (String path : next) {
                page.navigate(product.url() + path);
                page.locator("main a[href^='/w/harbour-retail'], nav.side a[href^='/w/harbour-retail']").all().stream()
                        .filter(link -> link.getAttribute("download") == null)
                        .map(link -> link.getAttribute("href").replaceFirst("#.*", ""))
                        .filter(href ->
                                all.stream().filter(one -> like(one, href)).count() < 2)
                        .forEach(href -> {
                            if (all.add(href)) {
                                found.add(href);
                            }
                        });
            }
            next = found;
        }
        for (String path : all) {
            assertThat(page.request().get(product.url() + path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        return all;
    }

    /** Whether both are of one page: they differ in numbers, names of things and queries only. */
    private static boolean like(String one, String other) {
        return shape(one).equals(shape(other));
    }

    private static String shape(String path) {
        return path.replaceFirst("\\?.*", "?").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|/\\d+", "/n");
    }
}
