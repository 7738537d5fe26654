package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.entezar.premises.Premises;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the contract with input that nobody means well by, from somebody who may do everything: whatever it
 * answers, it is no fault of ours. How many requests that were stands in {@code target/hostile-input.txt}.
 */
class HostileInputIT {

    private static final List<String> WORDS = List.of(
            "",
            "' or 1=1 --",
            "../../etc/passwd",
            "${7*7}#{7*7}",
            "<script>alert(1)</script>",
            "\u0000",
            "\u202egnp.exe",
            "-1",
            "99999999999999999999",
            "NaN",
            "x".repeat(5_000));
    private static final List<String> HEADERS = List.of("*", "\"\"", "W/\"1\"", "x".repeat(3_000), "en;q=abc,,;");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "7",
            "\"text\"",
            "{\"key\":\"a\",\"key\":\"b\"}",
            "{\"no\":{\"such\":[\"field\"]}}",
            "[".repeat(20_000),
            "{\"a\":".repeat(3_000),
            "{\"name\":{\"en\":\"\\ud800\"}}",
            "\ufeff{}");
    private static final List<String> VALUES = List.of(
            "null",
            "[]",
            "{}",
            "-1",
            "1e400",
            "99999999999999999999",
            "true",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"' or 1=1 --\"",
            "[[[[[[]]]]]]",
            "{\"__proto__\":{}}");

    private final Product product = Product.shared();
    private final List<String> faults = new ArrayList<>();
    private int sent;

    @Test
    void nothingThatComesInBreaksAnything() throws Exception {
        String alias = Premises.fresh("hostile-");
        Api.Answer made = Api.as(product, "operator")
                .post(
                        "/workspaces",
                        "{\"alias\":\"" + alias
                                + "\",\"name\":{\"en\":\"Hostile\"},\"locale\":\"en\",\"timeZone\":\"UTC\",\"owner\":\"partner\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Api owner = Api.as(product, "partner");
        assertThat(owner.post("/workspaces/" + alias + "/members", "{\"login\":\"operator\",\"role\":\"frontline\"}")
                        .status())
                .isEqualTo(201);
        Premises here = new Premises(owner, alias, "operator");
        JsonNode contract = Api.anonymous(product).get("/openapi").json();
        for (Operation operation : Operation.of(contract)) {
            Api caller = Api.as(product, operation.isOfOperators() ? "operator" : "partner");
            Operation.Prepared usual = operation.prepare(here, here.names());
            addresses(operation, usual, here, caller);
            parameters(contract, operation, usual, caller);
            usual.body().ifPresent(body -> bodies(usual, body, caller));
        }
        here.letGo("auditor.hotel");
        here.endLooks();
        Files.writeString(
                Path.of("target/hostile-input.txt"),
                sent + " requests, " + faults.size() + " of them answered wrongly\n");
        assertThat(faults).isEmpty();
    }

    private void addresses(Operation operation, Operation.Prepared usual, Premises here, Api caller) {
        here.names().keySet().stream()
                .filter(name -> operation.template().contains("{" + name + "}"))
                .forEach(name -> {
                    for (String word : WORDS) {
                        Map<String, String> hostile = new HashMap<>(here.names());
                        hostile.put(name, encoded(word));
                        String path = operation.template();
                        for (Map.Entry<String, String> placed : hostile.entrySet()) {
                            path = path.replace("{" + placed.getKey() + "}", placed.getValue());
                        }
                        send(new Operation.Prepared(usual.method(), path, usual.body(), usual.state()), caller);
                    }
                });
    }

    private void parameters(JsonNode contract, Operation operation, Operation.Prepared usual, Api caller) {
        JsonNode said = contract.get("paths")
                .get("/api/v1" + operation.template())
                .get(operation.method().toLowerCase(java.util.Locale.ROOT));
        for (JsonNode parameter : said.path("parameters")) {
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("query")) {
                for (String word : WORDS) {
                    String path = usual.path() + (usual.path().contains("?") ? "&" : "?") + name + "=" + encoded(word);
                    send(new Operation.Prepared(usual.method(), path, usual.body(), usual.state()), caller);
                }
            } else if (parameter.get("in").asText().equals("header")) {
                for (String value : HEADERS) {
                    HttpRequest.Builder request = caller.request(usual.path());
                    request.header("Content-Type", "application/json");
                    request.setHeader(name, value);
                    note(
                            usual,
                            name + ": " + value,
                            Api.send(request.method(
                                            usual.method(),
                                            usual.body()
                                                    .map(HttpRequest.BodyPublishers::ofString)
                                                    .orElse(HttpRequest.BodyPublishers.noBody()))
                                    .build()));
                }
            }
        }
    }

    private void bodies(Operation.Prepared usual, String body, Api caller) {
        List<String> hostile = new ArrayList<>(BODIES);
        try {
            JsonNode tree = Api.JSON.readTree(body);
            mutate(tree, tree, hostile::add);
        } catch (com.fasterxml.jackson.core.JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
        for (String one : hostile) {
            send(
                    new Operation.Prepared(usual.method(), usual.path(), java.util.Optional.of(one), usual.state()),
                    caller);
        }
        byte[] noText = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
        note(
                usual,
                "bytes that are no text",
                Api.send(caller.request(usual.path())
                        .header("Content-Type", "application/json")
                        .method(usual.method(), HttpRequest.BodyPublishers.ofByteArray(noText))
                        .build()));
        note(usual, "another format", caller.exchange(usual.method(), usual.path(), "text/xml", "<a/>", Map.of()));
    }

    /** The usual body with each of its values replaced in turn. */
    private static void mutate(JsonNode root, JsonNode node, Consumer<String> found)
            throws com.fasterxml.jackson.core.JsonProcessingException {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode usual = object.get(name);
                for (String value : VALUES) {
                    // Written in by hand: a reader would refuse some of them.
                    object.put(name, "@@");
                    found.accept(root.toString().replace("\"@@\"", value));
                }
                object.set(name, usual);
                mutate(root, usual, found);
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            mutate(root, array.get(0), found);
        }
    }

    private void send(Operation.Prepared request, Api caller) {
        try {
            URI.create("http://localhost" + request.path());
        } catch (IllegalArgumentException noAddress) {
            throw new AssertionError(request.path(), noAddress);
        }
        note(request, request.body().orElse(""), request.send(caller));
    }

    private void note(Operation.Prepared request, String what, Api.Answer answer) {
        sent++;
        if (answer.status() >= 500) {
            faults.add(
                    request.method() + " " + cut(request.path()) + " " + cut(what) + " -> " + cut(answer.toString()));
        }
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
