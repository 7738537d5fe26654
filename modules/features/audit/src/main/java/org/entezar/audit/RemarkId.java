package org.entezar.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Id of a question, an answer or a finding. */
public record RemarkId(UUID value) {

    public static RemarkId parse(String text) {
        return new RemarkId(Uuids.parse(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
