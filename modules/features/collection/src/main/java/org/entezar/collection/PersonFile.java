package org.entezar.collection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.internal.export.PersonTable;
import org.entezar.kernel.LocalizedText;

/**
 * Everything that is held of a person.
 *
 * @param reference by which the workspace knows the person
 * @param code by which history names the person
 * @param madeAt when this was read
 * @param responses what the person gave, the oldest first, what was erased or taken back included
 * @param imports whose uploaded files hold rows of these responses
 */
public record PersonFile(String reference, String code, Instant madeAt, List<Given> responses, List<ImportId> imports) {

    public PersonFile {
        responses = List.copyOf(responses);
        imports = List.copyOf(imports);
    }

    /** Writes it as a table: a row for each answer. The stream stays open. */
    public void writeCsv(OutputStream output) throws IOException {
        PersonTable.write(this, output);
    }

    /** An answer as one text: {@code expected: 6; perceived: 4}. */
    public static String words(JsonNode answer) {
        return PersonTable.words(answer);
    }

    /**
     * One response.
     *
     * @param response its id
     * @param campaign that it was given to
     * @param campaignName its name
     * @param questionnaire key of the questionnaire
     * @param version of it that was asked
     * @param language in which it was answered, when known
     * @param context what is known about the occasion
     * @param answers to what was asked
     * @param consents what was agreed to
     * @param withdrawnAt when it ceased to count, as by a correction
     * @param erasedAt when its words, or all of it, were erased
     */
    public record Given(
            ResponseId response,
            CampaignId campaign,
            LocalizedText campaignName,
            String questionnaire,
            int version,
            Instant submittedAt,
            Instant receivedAt,
            Optional<String> language,
            Map<String, String> context,
            List<Answer> answers,
            List<ConsentRecord> consents,
            Optional<Instant> withdrawnAt,
            Optional<Instant> erasedAt) {
        public Given {
            context = Map.copyOf(context);
            answers = List.copyOf(answers);
            consents = List.copyOf(consents);
        }
    }

    /**
     * One answer.
     *
     * @param item key of the item
     * @param question as it was asked
     * @param answer as it is kept; what was erased is {@code {"erased":true}}
     */
    public record Answer(String item, LocalizedText question, JsonNode answer) {}
}
