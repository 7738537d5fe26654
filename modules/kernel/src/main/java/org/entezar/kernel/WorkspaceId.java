package org.entezar.kernel;

import java.util.UUID;

/**
 * Names one workspace, the tenant that every row, request and job belongs to. It is the id of the organization in the
 * identity provider and never changes, while the alias shown in addresses may.
 *
 * @param value the organization's UUID
 */
public record WorkspaceId(UUID value) {

    /** The installation itself, for rows and history that belong to no organisation. Nobody is a member of it. */
    public static final WorkspaceId INSTALLATION = new WorkspaceId(new UUID(0x7000L, 0x8000000000000000L));

    /**
     * Reads the canonical text form.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_ID} when the text is not a UUID
     */
    public static WorkspaceId parse(String text) {
        return new WorkspaceId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
