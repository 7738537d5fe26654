package org.entezar.collection.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.StringJoiner;
import org.entezar.collection.PersonFile;

/** Everything that is held of a person as a table: a row for each answer. */
public final class PersonTable {

    private PersonTable() {}

    /** Writes it as CSV; the stream stays open. */
    public static void write(PersonFile file, OutputStream output) throws IOException {
        Table table = new CsvTable(output, true);
        for (String column : new String[] {
            "response", "submittedAt", "campaign", "questionnaire", "version", "language", "item", "question", "answer"
        }) {
            table.text(column);
        }
        table.endRow();
        for (PersonFile.Given given : file.responses()) {
            String language = given.language().orElse("en");
            for (PersonFile.Answer answer : given.answers()) {
                table.text(given.response().toString());
                table.text(given.submittedAt().toString());
                table.text(given.campaignName().best(language, "en"));
                table.text(given.questionnaire());
                table.number(String.valueOf(given.version()));
                table.text(given.language().orElse(""));
                table.text(answer.item());
                table.text(answer.question().best(language, "en"));
                table.text(words(answer.answer()));
                table.endRow();
            }
        }
        table.finish();
    }

    /** An answer in one cell: {@code expected: 6; perceived: 4}. */
    public static String words(JsonNode answer) {
        if (answer.isObject()) {
            StringJoiner parts = new StringJoiner("; ");
            answer.fields()
                    .forEachRemaining(part ->
                            parts.add(part.getKey() + ": " + part.getValue().asText()));
            return parts.toString();
        }
        if (answer.isArray()) {
            StringJoiner parts = new StringJoiner("; ");
            answer.forEach(part -> parts.add(part.asText()));
            return parts.toString();
        }
        return answer.asText();
    }
}
