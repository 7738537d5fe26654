package org.entezar.workspace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Id of a saved view. */
public record SavedViewId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link org.entezar.kernel.ErrorCode#MALFORMED_ID} for anything else. */
    public static SavedViewId parse(String text) {
        return new SavedViewId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
