package org.entezar.platform.jobs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Names one job of a workspace. */
public record JobId(UUID value) {

    /**
     * Reads the canonical text form.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#MALFORMED_ID} when the text is not a UUID
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static JobId parse(String text) {
        return new JobId(Uuids.parse(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
