package org.entezar.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a workspace's history as its text says.
 *
 * @param workspace id of the workspace
 * @param sequence 1, 2, 3, … without gaps
 * @param at when it was written
 * @param actor who acted
 * @param action what was done, {@code questionnaire.published}
 * @param subject what it was done to, {@code questionnaire/stay}
 * @param before the state before
 * @param after the state after
 * @param reason why, where it was asked
 * @param previous hash of the entry before; {@link Hash#ZERO} for the first
 */
public record Entry(
        String workspace,
        long sequence,
        Instant at,
        Actor actor,
        String action,
        String subject,
        Optional<JsonNode> before,
        Optional<JsonNode> after,
        Optional<String> reason,
        Hash previous) {

    /** Action of the entries that seal responses; their {@code after} has {@code count} and {@code root}. */
    public static final String RESPONSES_SEALED = "responses.sealed";

    /** Action of the entries that withdraw the responses of an import. */
    public static final String IMPORT_UNDONE = "import.undone";

    /** Action of the entries that erase responses whole; their {@code after} names them as {@code responses}. */
    public static final String RESPONSES_ERASED = "responses.erased";

    /** Action of the entries that put another response in the place of one, which is their subject. */
    public static final String RESPONSE_CORRECTED = "response.corrected";

    /**
     * Who acted.
     *
     * @param kind {@code PERSON}, {@code CLIENT}, {@code RESPONDENT}, {@code PRODUCT}, {@code JOB}, {@code PLUGIN}
     * @param subject stable id
     * @param name what people see
     */
    public record Actor(String kind, String subject, String name) {}

    /**
     * Reads an entry's text.
     *
     * @throws Malformed when a field is missing
     */
    public static Entry parse(String text) {
        ObjectNode read = Canonical.readObject(text.getBytes(StandardCharsets.UTF_8));
        JsonNode actor = read.path("actor");
        JsonNode sequence = read.path("sequence");
        if (!sequence.canConvertToLong()) {
            throw new Malformed("an entry without sequence");
        }
        try {
            return new Entry(
                    text(read, "workspace"),
                    sequence.longValue(),
                    Instant.parse(text(read, "at")),
                    new Actor(text(actor, "kind"), text(actor, "subject"), text(actor, "name")),
                    text(read, "action"),
                    text(read, "subject"),
                    Optional.ofNullable(read.get("before")),
                    Optional.ofNullable(read.get("after")),
                    Optional.ofNullable(read.get("reason")).map(JsonNode::asText),
                    Hash.parse(text(read, "previous")));
        } catch (DateTimeException noTime) {
            throw new Malformed("an entry without a time");
        }
    }

    /** The hash of an entry's text. */
    public static Hash hash(String text) {
        return Hash.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The leaf that an entry is in the tree over the history. */
    public static Hash leaf(Hash entry) {
        return Merkle.leaf(entry.raw());
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw new Malformed("an entry without " + name);
        }
        return value.textValue();
    }
}
