package org.entezar.workspace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Id of an API client. */
public record ApiClientId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link org.entezar.kernel.ErrorCode#MALFORMED_ID} for anything else. */
    public static ApiClientId parse(String text) {
        return new ApiClientId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
