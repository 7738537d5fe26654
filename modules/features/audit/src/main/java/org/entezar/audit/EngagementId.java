package org.entezar.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Id of an engagement. */
public record EngagementId(UUID value) {

    public static EngagementId parse(String text) {
        return new EngagementId(Uuids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
