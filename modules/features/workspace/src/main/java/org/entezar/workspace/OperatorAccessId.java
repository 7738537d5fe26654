package org.entezar.workspace;

import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Names one request of an operator to look into a workspace. */
public record OperatorAccessId(UUID value) {

    /** Reads the canonical text form. */
    public static OperatorAccessId parse(String text) {
        return new OperatorAccessId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
