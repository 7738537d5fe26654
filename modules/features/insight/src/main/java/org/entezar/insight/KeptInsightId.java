package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Names one kept insight. */
public record KeptInsightId(UUID value) {

    /**
     * Reads the canonical text form.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#MALFORMED_ID} when the text is not a UUID
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static KeptInsightId parse(String text) {
        return new KeptInsightId(Uuids.parse(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
