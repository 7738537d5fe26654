package org.entezar.commitment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Id of a standard. */
public record StandardId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link org.entezar.kernel.ErrorCode#MALFORMED_ID} for anything else. */
    public static StandardId parse(String text) {
        return new StandardId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
