package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract, tried by everybody: each answers what {@code isolation.md} says, and nothing of the
 * contract is missing there.
 */
class IsolationIT {

    private static final Path TABLE = Path.of("src/test/resources/org/entezar/service/isolation.md");
    private static final Path FOUND = Path.of("target/isolation.md");

    /** How far clocks may differ before a token counts as expired. */
    private static final int TOLERANCE_SECONDS = 31;

    private final Product product = Product.shared();

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingElse() throws Exception {
        String brief = Forgeries.brief(product, "owner.retail");
        Instant expires = Instant.now().plusSeconds(1 + TOLERANCE_SECONDS);
        List<Operation> operations =
                Operation.of(Api.anonymous(product).get("/openapi").json());
        Premises here = new Premises(Api.as(product, "owner.retail"), "harbour-retail", "analyst.retail");
        Premises there = new Premises(Api.as(product, "owner.hotel"), "aria-hotel", "analyst.hotel");
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        operations.forEach(operation -> found.put(name(operation), new LinkedHashMap<>()));

        here.letGo("partner");
        for (String stranger : List.of("owner.hotel", "operator", "partner")) {
            tryAll(operations, found, stranger, here);
        }
        here.giveRole("partner", "administrator");
        tryAll(operations, found, "administrator", here, Api.as(product, "partner"));
        here.letGo("partner");
        for (String role : List.of("owner", "analyst", "frontline", "auditor")) {
            tryAll(operations, found, role, here, Api.as(product, role + ".retail"));
        }
        withOthersIds(operations, found, here, there);
        withoutAGoodToken(operations, found, here, brief, expires);
        here.letGo("auditor.hotel");
        here.endLooks();
        there.endLooks();

        Files.writeString(FOUND, table(found));
        assertThat(found).isEqualTo(expected());
    }

    private void tryAll(
            List<Operation> operations, Map<String, Map<String, String>> found, String user, Premises here) {
        tryAll(operations, found, user, here, Api.as(product, user));
    }

    private static void tryAll(
            List<Operation> operations,
            Map<String, Map<String, String>> found,
            String column,
            Premises here,
            Api caller) {
        for (Operation operation : operations) {
            int status = operation.send(caller, here, here.names()).status();
            found.get(name(operation)).put(column, String.valueOf(status));
        }
    }

    /** What is of another workspace is not there, under any name, for whoever owns this one. */
    private void withOthersIds(
            List<Operation> operations, Map<String, Map<String, String>> found, Premises here, Premises there) {
        Api owner = Api.as(product, "owner.retail");
        Map<String, String> mixed = new HashMap<>(there.names());
        mixed.put("ws", here.names().get("ws"));
        for (Operation operation : operations) {
            String answer = operation.namesSomething()
                    ? String.valueOf(operation.send(owner, here, mixed).status())
                    : "–";
            found.get(name(operation)).put("another's ids", answer);
        }
    }

    /** One cell for all bad tokens, so that one that differs is seen by more than one number in it. */
    private void withoutAGoodToken(
            List<Operation> operations,
            Map<String, Map<String, String>> found,
            Premises here,
            String brief,
            Instant expires)
            throws Exception {
        Map<String, String> bad =
                Forgeries.of(product, Api.as(product, "owner.retail").token());
        long left = expires.toEpochMilli() - Instant.now().toEpochMilli();
        boolean never = new CountDownLatch(1).await(Math.max(0, left), TimeUnit.MILLISECONDS);
        assertThat(never).isFalse();
        bad.put("expired", brief);
        for (Operation operation : operations) {
            List<Integer> answers = new ArrayList<>();
            answers.add(
                    operation.send(Api.anonymous(product), here, here.names()).status());
            bad.values()
                    .forEach(token -> answers.add(operation
                            .send(Api.withToken(product, token), here, here.names())
                            .status()));
            found.get(name(operation))
                    .put(
                            "no good token",
                            answers.stream().distinct().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    private static String name(Operation operation) {
        return operation.method() + " " + operation.template();
    }

    private static Map<String, Map<String, String>> expected() throws IOException {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        List<String> columns = List.of();
        for (String line : Files.readAllLines(TABLE)) {
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

    private static String table(Map<String, Map<String, String>> found) {
        List<String> columns = List.copyOf(found.values().iterator().next().keySet());
        StringBuilder table = new StringBuilder("| operation | " + String.join(" | ", columns) + " |\n");
        table.append("| --- |").append(" --- |".repeat(columns.size())).append('\n');
        found.forEach((operation, answers) -> table.append("| ")
                .append(operation)
                .append(" | ")
                .append(String.join(" | ", answers.values()))
                .append(" |\n"));
        return table.toString();
    }
}
