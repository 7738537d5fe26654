package org.entezar.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A proof as a file that can be verified by itself: that what an earlier checkpoint signed is the unchanged beginning of
 * what a later one signed.
 *
 * @param before the earlier one
 * @param after the later one
 * @param proof hashes as in RFC 6962 §2.1.2
 * @param keys statements of custody, the present key last
 */
public record ConsistencyDocument(
        SignedCheckpoint before, SignedCheckpoint after, List<Hash> proof, List<KeyStatement> keys) {

    /** What kind of document it is, and in which version. */
    public static final String FORMAT = "entezar-consistency/1";

    private static final Set<String> NAMES = Set.of("format", "from", "to", "proof", "keys");
    private static final int LONGEST_PROOF = 128;
    private static final int MOST_KEYS = 10_000;

    public ConsistencyDocument {
        proof = List.copyOf(proof);
        keys = List.copyOf(keys);
    }

    /** Whether a file is meant to be one, whatever is wrong with it. */
    public static boolean isMeant(byte[] json) {
        try {
            return Canonical.readObject(json).path("format").asText().equals(FORMAT);
        } catch (Malformed other) {
            return false;
        }
    }

    /** Whether the later one goes on from the earlier one; says nothing about signatures. */
    public boolean holds() {
        return before.checkpoint().workspace().equals(after.checkpoint().workspace())
                && Merkle.isConsistent(
                        before.checkpoint().size(),
                        before.checkpoint().root(),
                        after.checkpoint().size(),
                        after.checkpoint().root(),
                        proof);
    }

    /** The document as JSON. */
    public ObjectNode json() {
        ObjectNode document = Canonical.object();
        document.put("format", FORMAT).put("from", before.line()).put("to", after.line());
        ArrayNode hashes = document.putArray("proof");
        proof.forEach(hash -> hashes.add(hash.hex()));
        ArrayNode lines = document.putArray("keys");
        keys.forEach(statement -> lines.add(statement.line()));
        return document;
    }

    /** The document as one line of text. */
    public String text() {
        return new String(Canonical.bytes(json()), StandardCharsets.UTF_8);
    }

    /**
     * Reads a document.
     *
     * @throws Malformed when it is none
     */
    public static ConsistencyDocument parse(byte[] json) {
        ObjectNode read = Canonical.readObject(json);
        read.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                throw new Malformed("an unknown name");
            }
        });
        if (!read.path("format").asText().equals(FORMAT)) {
            throw new Malformed("not " + FORMAT);
        }
        List<Hash> proof = new ArrayList<>();
        array(read, "proof", LONGEST_PROOF).forEach(hash -> proof.add(Hash.parse(hash.asText())));
        List<KeyStatement> keys = new ArrayList<>();
        array(read, "keys", MOST_KEYS)
                .forEach(line -> keys.add(KeyStatement.parse(line.asText().getBytes(StandardCharsets.UTF_8))));
        return new ConsistencyDocument(checkpoint(read, "from"), checkpoint(read, "to"), proof, keys);
    }

    private static SignedCheckpoint checkpoint(ObjectNode read, String name) {
        JsonNode line = read.path(name);
        if (!line.isTextual()) {
            throw new Malformed(name);
        }
        return SignedCheckpoint.parse(line.textValue().getBytes(StandardCharsets.UTF_8));
    }

    private static ArrayNode array(ObjectNode read, String name, int most) {
        if (read.get(name) instanceof ArrayNode array && array.size() <= most) {
            return array;
        }
        throw new Malformed(name);
    }
}
