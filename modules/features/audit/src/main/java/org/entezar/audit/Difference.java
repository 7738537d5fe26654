package org.entezar.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One place at which the state before and the state after differ.
 *
 * @param path JSON pointer (RFC 6901), empty for the whole
 * @param before what stood there; empty when it was added
 * @param after what stands there now; empty when it was taken away
 */
public record Difference(String path, Optional<JsonNode> before, Optional<JsonNode> after) {

    /** What kind of difference. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        return after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }
}
