package org.entezar.evidence.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Malformed;

/**
 * What an archive covers.
 *
 * @param workspace id of the workspace
 * @param madeAt when it was made
 * @param first sequence of the first entry
 * @param last sequence of the last entry
 * @param head hash of the entry before the first; {@link Hash#ZERO} at the beginning
 * @param front roots of the full parts of the tree over the entries before the first
 */
public record Manifest(String workspace, Instant madeAt, long first, long last, Hash head, List<Hash> front) {

    /** What kind of document it is, and in which version. */
    public static final String FORMAT = "entezar-evidence/1";

    private static final int MOST_PARTS = 64;

    public Manifest {
        front = List.copyOf(front);
    }

    /** Its canonical bytes. */
    public byte[] document() {
        ObjectNode document = Canonical.object();
        document.put("format", FORMAT)
                .put("workspace", workspace)
                .put("madeAt", madeAt.toString())
                .put("first", first)
                .put("last", last)
                .put("head", head.hex());
        ArrayNode parts = document.putArray("front");
        front.forEach(part -> parts.add(part.hex()));
        return Canonical.bytes(document);
    }

    /**
     * Reads it.
     *
     * @throws Malformed for anything but what {@link #document} writes
     */
    public static Manifest parse(byte[] document) {
        ObjectNode read = Canonical.readObject(document);
        try {
            List<Hash> front = new ArrayList<>();
            for (JsonNode part : read.path("front")) {
                front.add(Hash.parse(part.asText()));
            }
            if (front.size() > MOST_PARTS || !read.path("format").asText().equals(FORMAT)) {
                throw new Malformed("not a manifest of " + FORMAT);
            }
            Manifest manifest = new Manifest(
                    read.path("workspace").asText(),
                    Instant.parse(read.path("madeAt").asText()),
                    read.path("first").asLong(),
                    read.path("last").asLong(),
                    Hash.parse(read.path("head").asText()),
                    front);
            if (manifest.first < 1 || manifest.last < manifest.first) {
                throw new Malformed("a manifest of no entries");
            }
            if (!java.util.Arrays.equals(manifest.document(), document)) {
                throw new Malformed("not a manifest in its canonical form");
            }
            return manifest;
        } catch (DateTimeException noTime) {
            throw new Malformed("a manifest without a time");
        }
    }
}
