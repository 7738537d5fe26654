package org.entezar.evidence.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Entry;
import org.entezar.evidence.EntryCheck;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Malformed;

/**
 * An entry as its row in the database is: the text that is hashed, and beside it the columns by which entries are found,
 * which must say the same.
 *
 * @param sequence the row's
 * @param hash the row's
 * @param entry what the text says, when it is what the hash says
 * @param index a column that says something else than the text
 */
record EntryLine(long sequence, Hash hash, Optional<Entry> entry, Optional<String> index) {

    private static final int COLUMNS = 7;

    /** The line of a row. */
    static byte[] write(
            long sequence, String at, String actor, String action, String subject, String text, String hash) {
        ObjectNode line = Canonical.object();
        line.put("sequence", sequence)
                .put("at", at)
                .put("actor", actor)
                .put("action", action)
                .put("subject", subject)
                .put("entry", text)
                .put("hash", hash);
        return Canonical.bytes(line);
    }

    /**
     * Reads a line.
     *
     * @throws Malformed when it has no sequence, text and hash
     */
    static EntryLine parse(byte[] line) {
        ObjectNode row = Canonical.readObject(line);
        JsonNode sequence = row.path("sequence");
        if (!sequence.canConvertToLong()
                || !row.path("entry").isTextual()
                || row.size() != COLUMNS
                || !Arrays.equals(Canonical.bytes(row), line)) {
            throw new Malformed("not the row of an entry in its canonical form");
        }
        Hash hash = hash(row.path("hash").asText());
        Optional<Entry> entry = EntryCheck.read(row.get("entry").textValue(), hash);
        return new EntryLine(sequence.longValue(), hash, entry, entry.flatMap(said -> index(row, said)));
    }

    /** A hash that is none stands for itself: no text has it. */
    private static Hash hash(String text) {
        try {
            return Hash.parse(text);
        } catch (Malformed spoilt) {
            return Hash.sha256(("spoilt " + text).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Optional<String> index(ObjectNode row, Entry said) {
        if (!row.path("actor").asText().equals(said.actor().subject())) {
            return Optional.of("actor");
        }
        if (!row.path("action").asText().equals(said.action())) {
            return Optional.of("action");
        }
        if (!row.path("subject").asText().equals(said.subject())) {
            return Optional.of("subject");
        }
        try {
            return Instant.parse(row.path("at").asText()).equals(said.at()) ? Optional.empty() : Optional.of("at");
        } catch (DateTimeException noTime) {
            return Optional.of("at");
        }
    }
}
