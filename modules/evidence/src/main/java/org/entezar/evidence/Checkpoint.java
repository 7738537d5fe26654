package org.entezar.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The state of a workspace's history at a time: how many entries it has, the hash of the last, and the root of the
 * Merkle tree over all of their hashes.
 *
 * @param workspace id of the workspace
 * @param size number of entries, which is the sequence of the last
 * @param head hash of the last entry
 * @param root root of the tree whose leaves are the entries' hashes
 * @param previous hash of the document of the checkpoint before; {@link Hash#ZERO} for the first
 * @param at when it was made
 * @param key id of the key that signs it
 */
public record Checkpoint(String workspace, long size, Hash head, Hash root, Hash previous, Instant at, String key) {

    /** What kind of document it is, and in which version. */
    public static final String FORMAT = "entezar-checkpoint/1";

    /** The bytes that are signed. */
    public byte[] document() {
        ObjectNode document = Canonical.object();
        document.put("format", FORMAT)
                .put("workspace", workspace)
                .put("size", size)
                .put("head", head.hex())
                .put("root", root.hex())
                .put("previous", previous.hex())
                .put("at", at.toString())
                .put("key", key);
        return Canonical.bytes(document);
    }

    /** What the next checkpoint names as the one before it. */
    public Hash hash() {
        return Hash.sha256(document());
    }

    /**
     * Reads a document.
     *
     * @throws Malformed unless it is exactly what {@link #document} writes
     */
    public static Checkpoint parse(byte[] document) {
        ObjectNode read = Canonical.readObject(document);
        Checkpoint checkpoint;
        try {
            checkpoint = new Checkpoint(
                    text(read, "workspace"),
                    read.path("size").longValue(),
                    Hash.parse(text(read, "head")),
                    Hash.parse(text(read, "root")),
                    Hash.parse(text(read, "previous")),
                    Instant.parse(text(read, "at")),
                    text(read, "key"));
        } catch (DateTimeException noTime) {
            throw new Malformed("a checkpoint without a time");
        }
        if (checkpoint.size < 1 || !java.util.Arrays.equals(checkpoint.document(), document)) {
            throw new Malformed("not a checkpoint in its canonical form");
        }
        return checkpoint;
    }

    private static String text(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw new Malformed("a checkpoint without " + name);
        }
        return value.textValue();
    }
}
