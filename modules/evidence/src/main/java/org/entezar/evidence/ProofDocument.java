package org.entezar.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A proof as a file that can be verified by itself: an entry under a signed checkpoint, or a response under such an
 * entry, with the keys. Blanks and the order of names do not matter, since everything that is hashed or signed stands in
 * it as text; a name that does not belong there is refused.
 *
 * @param entry the entry under the checkpoint
 * @param response the response that the entry seals, when the proof is about one
 * @param keys statements of custody, the present key last
 */
public record ProofDocument(EntryProof entry, Optional<ResponseProof> response, List<KeyStatement> keys) {

    /** What kind of document it is, and in which version. */
    public static final String FORMAT = "entezar-proof/1";

    private static final int LONGEST_PATH = 64;
    private static final int MOST_KEYS = 10_000;
    private static final Set<String> NAMES =
            Set.of("format", "sequence", "entry", "path", "checkpoint", "keys", "response");
    private static final Set<String> RESPONSE_NAMES = Set.of("id", "leaf", "index", "count", "path");

    public ProofDocument {
        keys = List.copyOf(keys);
    }

    /** The document about an entry. */
    public static ProofDocument of(EntryProof proof, List<KeyStatement> keys) {
        return new ProofDocument(proof, Optional.empty(), keys);
    }

    /** The document about a response. */
    public static ProofDocument of(ResponseProof proof, List<KeyStatement> keys) {
        return new ProofDocument(proof.batch(), Optional.of(proof), keys);
    }

    /** The document as JSON. */
    public ObjectNode json() {
        ObjectNode document = Canonical.object();
        document.put("format", FORMAT).put("sequence", entry.sequence()).put("entry", entry.entry());
        write(document.putArray("path"), entry.path());
        document.put("checkpoint", entry.checkpoint().line());
        ArrayNode lines = document.putArray("keys");
        keys.forEach(statement -> lines.add(statement.line()));
        response.ifPresent(proof -> {
            ObjectNode about = document.putObject("response");
            about.put("id", proof.response())
                    .put("leaf", proof.leaf().hex())
                    .put("index", proof.index())
                    .put("count", proof.count());
            write(about.putArray("path"), proof.path());
        });
        return document;
    }

    /** The document as one line of text. */
    public String text() {
        return new String(Canonical.bytes(json()), StandardCharsets.UTF_8);
    }

    private static void write(ArrayNode array, List<Hash> hashes) {
        hashes.forEach(hash -> array.add(hash.hex()));
    }

    /**
     * Reads a document; a respondent's receipt that holds one as {@code proof} is read as well.
     *
     * @throws Malformed when it is none
     */
    public static ProofDocument parse(byte[] json) {
        ObjectNode read = Canonical.readObject(json);
        if (!read.has("format") && read.get("proof") instanceof ObjectNode within) {
            read = within;
        }
        requireNames(read, NAMES);
        if (!read.path("format").asText().equals(FORMAT)) {
            throw new Malformed("not " + FORMAT);
        }
        EntryProof entry = new EntryProof(
                whole(read, "sequence"),
                text(read, "entry"),
                hashes(read),
                SignedCheckpoint.parse(text(read, "checkpoint").getBytes(StandardCharsets.UTF_8)));
        Optional<ResponseProof> response =
                read.has("response") ? Optional.of(response(read.get("response"), entry)) : Optional.empty();
        List<KeyStatement> keys = new ArrayList<>();
        for (JsonNode line : array(read, "keys", MOST_KEYS)) {
            keys.add(KeyStatement.parse(line.asText().getBytes(StandardCharsets.UTF_8)));
        }
        return new ProofDocument(entry, response, keys);
    }

    private static ResponseProof response(JsonNode about, EntryProof entry) {
        if (!(about instanceof ObjectNode object)) {
            throw new Malformed("response");
        }
        requireNames(object, RESPONSE_NAMES);
        return new ResponseProof(
                text(object, "id"),
                Hash.parse(text(object, "leaf")),
                whole(object, "index"),
                whole(object, "count"),
                hashes(object),
                entry);
    }

    private static void requireNames(ObjectNode object, Set<String> names) {
        for (Iterator<String> all = object.fieldNames(); all.hasNext(); ) {
            String name = all.next();
            if (!names.contains(name)) {
                throw new Malformed("an unknown name: " + name.substring(0, Math.min(name.length(), 40)));
            }
        }
    }

    private static List<Hash> hashes(ObjectNode object) {
        List<Hash> hashes = new ArrayList<>();
        for (JsonNode hash : array(object, "path", LONGEST_PATH)) {
            hashes.add(Hash.parse(hash.asText()));
        }
        return hashes;
    }

    private static ArrayNode array(ObjectNode object, String name, int most) {
        if (object.get(name) instanceof ArrayNode array && array.size() <= most) {
            return array;
        }
        throw new Malformed(name);
    }

    private static long whole(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Malformed(name);
        }
        return value.longValue();
    }

    private static String text(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw new Malformed(name);
        }
        return value.textValue();
    }
}
