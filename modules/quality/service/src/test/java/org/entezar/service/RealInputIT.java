package org.entezar.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entezar.fixtures.Product;
import org.entezar.premises.Api;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * A real survey of 105 people goes in over the API and comes out as the figures that its authors' data give: gaps of 24
 * items, Kano classes of 29 pairs.
 */
class RealInputIT {

    private final Product product = Product.shared();

    private static List<String> kiosk() throws IOException {
        Path file = Path.of(
                System.getProperty("entezar.shared", "../shared"),
                "data/expectation-kiosk-survey/kiosk_coded_part_a.csv");
        Assumptions.assumeTrue(
                Files.exists(file), "Skipped: the kiosk survey is not at " + file + " (property entezar.shared)");
        return Files.readAllLines(file);
    }

    private static ObjectNode questionnaire(String key) {
        ObjectNode document = Api.JSON.createObjectNode();
        document.put("key", key);
        document.putObject("title").put("en", "Kiosk");
        document.putArray("languages").add("en");
        ObjectNode section = document.putArray("sections").addObject();
        section.put("key", "all");
        ArrayNode items = section.putArray("items");
        for (int i = 1; i <= 24; i++) {
            rating(items, String.format("sq%02d", i), "expected", "perceived")
                    .putObject("scale")
                    .put("min", 1)
                    .put("max", 7);
        }
        for (int i = 1; i <= 29; i++) {
            rating(items, String.format("kano%02d", i), "functional", "dysfunctional")
                    .putObject("scale")
                    .put("preset", "kano");
        }
        return document;
    }

    private static ObjectNode rating(ArrayNode items, String key, String first, String second) {
        ObjectNode item = items.addObject();
        item.put("key", key);
        item.putObject("text").put("en", key);
        item.putArray("facets").add(first).add(second);
        return item;
    }

    private static String lines(List<String> file) throws IOException {
        String[] header = file.get(0).split(",", -1);
        Map<String, String> facets = Map.of("e", "expected", "p", "perceived", "f", "functional", "d", "dysfunctional");
        StringBuilder lines = new StringBuilder();
        for (String row : file.subList(1, file.size())) {
            String[] cells = row.split(",", -1);
            ObjectNode response = Api.JSON.createObjectNode();
            ObjectNode answers = response.putObject("answers");
            for (int c = 0; c < header.length; c++) {
                String[] parts = header[c].split("_");
                if ((header[c].startsWith("sq") || header[c].startsWith("kano")) && !cells[c].isBlank()) {
                    answers.withObject("/" + parts[0]).put(facets.get(parts[1]), (int) Double.parseDouble(cells[c]));
                }
            }
            lines.append(Api.JSON.writeValueAsString(response)).append('\n');
        }
        return lines.toString();
    }

    @Test
    void theKioskSurveyGivesItsKnownFigures() throws IOException {
        List<String> file = kiosk();
        Api owner = Api.as(product, "owner.retail");
        String workspace = "/workspaces/harbour-retail";
        String key = "kiosk" + Long.toString(System.nanoTime(), 36);
        Api.Answer created =
                owner.post(workspace + "/questionnaires", questionnaire(key).toString());
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        Api.Answer published = owner.post(workspace + "/questionnaires/" + key + "/versions", "{}");
        assertThat(published.status()).as(published.body()).isEqualTo(201);
        Api.Answer campaign = owner.post(
                workspace + "/campaigns",
                "{\"questionnaire\":\"" + key + "\",\"version\":1,\"name\":{\"en\":\"Kiosk\"},\"channels\":[\"api\"]}");
        assertThat(campaign.status()).as(campaign.body()).isEqualTo(201);
        String path = workspace + "/campaigns/" + campaign.json().get("id").asText();

        Api.Answer sent = owner.exchange("POST", path + "/responses", "application/x-ndjson", lines(file), Map.of());
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.body().lines()).hasSize(105).allMatch(line -> line.contains("accepted"));

        JsonNode servqual = owner.get(path + "/insights/servqual").json();
        JsonNode items = servqual.at("/result/items");
        assertThat(items).hasSize(24);
        double expected = 0;
        double perceived = 0;
        long cells = 0;
        for (JsonNode item : items) {
            long n = item.get("n").asLong();
            expected += n * item.at("/expected/mean").asDouble();
            perceived += n * item.at("/perceived/mean").asDouble();
            cells += n;
        }
        assertThat(expected / cells).isCloseTo(5.9539, within(0.00006));
        assertThat(perceived / cells).isCloseTo(4.9794, within(0.00006));
        Map.of("sq01", -0.4175, "sq07", -1.6214, "sq15", -1.9417, "sq24", -0.7864)
                .forEach((item, gap) ->
                        assertThat(find(items, item).at("/gap/mean").asDouble()).isCloseTo(gap, within(0.00006)));

        JsonNode kano = owner.get(path + "/insights/kano").json().at("/result/items");
        assertThat(kano).hasSize(29);
        JsonNode second = find(kano, "kano02");
        Map.of("M", 55, "O", 34, "A", 6, "I", 5, "R", 1, "Q", 2)
                .forEach((kind, count) ->
                        assertThat(second.at("/counts/" + kind).asInt()).isEqualTo(count));
        assertThat(second.get("category").asText()).isEqualTo("M");
        assertThat(second.at("/better/value").asDouble()).isCloseTo(0.400, within(0.0005));
        assertThat(second.at("/worse/value").asDouble()).isCloseTo(-0.890, within(0.0005));
        assertThat(find(kano, "kano27").at("/counts/A").asInt()).isEqualTo(77);

        Api.Answer foreign = Api.as(product, "owner.hotel").get(path + "/insights/servqual");
        assertThat(foreign.status()).isEqualTo(404);
        Api.Answer ownPathForeignId =
                Api.as(product, "owner.hotel").get(path.replace("harbour-retail", "aria-hotel") + "/insights/servqual");
        assertThat(ownPathForeignId.status()).isEqualTo(404);
    }

    private static JsonNode find(JsonNode items, String key) {
        for (JsonNode item : items) {
            if (item.get("key").asText().equals(key)) {
                return item;
            }
        }
        throw new AssertionError("No item " + key);
    }
}
