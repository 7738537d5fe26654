package org.entezar.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entezar.platform.json.Json;
import org.junit.jupiter.api.Test;

/** The contract says of each operation what it does, what it answers and what it takes to use it. */
class ContractTest {

    private static final Path MADE = Path.of("target", "contract", "openapi.json");
    private static final Path KEPT = Path.of("src", "main", "resources", "org", "entezar", "api", "openapi.json");

    private final JsonNode contract;

    ContractTest() throws IOException {
        contract = Json.parse(new String(new ContractResource().contract(), java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The order of names says nothing, so it is left aside; that of lists counts. */
    @Test
    void theContractIsWhatTheResourcesSay() throws IOException {
        JsonNode said = Json.parse(Files.readString(MADE));
        if (Boolean.getBoolean("entezar.accept")) {
            Files.writeString(KEPT, Files.readString(MADE));
        }
        assertThat(Json.parse(Files.readString(KEPT)))
                .as(
                        "run the tests of this module with -Dentezar.accept, look at what changes for clients, and commit it")
                .isEqualTo(said);
    }

    @Test
    void everyOperationIsExplainedAndAnswersProblems() {
        List<String> wanting = new ArrayList<>();
        contract.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    JsonNode said = operation.getValue();
                    boolean open = List.of(
                                    "/api/v1/methods",
                                    "/api/v1/receipts",
                                    "/api/v1/openapi",
                                    "/api/v1/registrations",
                                    "/api/v1/aliases")
                            .stream()
                            .anyMatch(path.getKey()::startsWith);
                    if (said.path("summary").asText().isEmpty()
                            || said.at("/responses/default").isMissingNode()
                            || said.path("responses").size() < 2
                            || open != said.path("security").isArray()) {
                        wanting.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(wanting).as("give them an @Operation(summary = …)").isEmpty();
    }

    @Test
    void idsAreStringsAndTextsAreMaps() {
        assertThat(contract.at("/components/schemas/CampaignId/type").asText()).isEqualTo("string");
        assertThat(contract.at("/components/schemas/LocalizedText/additionalProperties/type")
                        .asText())
                .isEqualTo("string");
        assertThat(contract.at("/components/responses/Problem/content").has(ProblemDetails.MEDIA_TYPE))
                .isTrue();
    }
}
