package org.entezar.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What an entry that seals responses says.
 *
 * @param sequence the entry's
 * @param count how many responses it seals
 * @param root root of the Merkle tree over them, in their order
 */
public record Batch(long sequence, long count, Hash root) {

    /**
     * Reads it out of the entry.
     *
     * @throws Malformed when the entry seals no responses
     */
    public static Batch of(Entry entry) {
        JsonNode after = entry.after().orElse(MissingNode.getInstance());
        if (!entry.action().equals(Entry.RESPONSES_SEALED)
                || !after.path("count").canConvertToLong()
                || after.path("count").longValue() < 1
                || !after.path("root").isTextual()) {
            throw new Malformed("an entry that seals no responses");
        }
        return new Batch(
                entry.sequence(),
                after.get("count").longValue(),
                Hash.parse(after.get("root").textValue()));
    }
}
