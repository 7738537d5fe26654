package org.entezar.commitment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Id of a promise. */
public record PromiseId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link org.entezar.kernel.ErrorCode#MALFORMED_ID} for anything else. */
    public static PromiseId parse(String text) {
        return new PromiseId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
