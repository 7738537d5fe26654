package org.entezar.workspace;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Names a {@link Registration}. */
public record RegistrationId(@JsonValue UUID value) {

    @JsonCreator
    public RegistrationId {}

    /** Reads the canonical text form. */
    public static RegistrationId parse(String text) {
        return new RegistrationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
