package org.entezar.relationship;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Names a case. */
public record CaseId(UUID value) {

    /** Throws {@link org.entezar.kernel.Problem} {@code MALFORMED_ID} for anything that is no id. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CaseId parse(String text) {
        return new CaseId(Uuids.parse(text));
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
