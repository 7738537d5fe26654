package org.entezar.workspace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.entezar.kernel.Uuids;

/** Id of an invitation to become a member. */
public record MemberInvitationId(@JsonValue UUID value) {

    /** Reads the canonical form; throws {@link org.entezar.kernel.ErrorCode#MALFORMED_ID} for anything else. */
    public static MemberInvitationId parse(String text) {
        return new MemberInvitationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
