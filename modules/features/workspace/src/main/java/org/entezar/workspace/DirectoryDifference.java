package org.entezar.workspace;

import java.util.Optional;
import org.entezar.kernel.WorkspaceId;

/**
 * Where the identity provider tells something else than our own directory.
 *
 * @param kind what differs
 * @param workspace whose; empty when it is nobody's here
 * @param name alias of the workspace, client id of a program, or id of a person
 * @param mended whether it was set right; otherwise it is for people to decide
 */
public record DirectoryDifference(Kind kind, Optional<WorkspaceId> workspace, String name, boolean mended) {

    /** What differs, and what is done about it. */
    public enum Kind {
        /** An organization without a workspace. What a founding of ours left is removed; another is somebody's own. */
        UNKNOWN_ORGANIZATION,
        /** A workspace without an organization: nobody can come in. It comes back with a backup of the identity provider. */
        MISSING_ORGANIZATION,
        /** An organization of another alias than its workspace, so that its addresses lead nowhere. */
        OTHER_ALIAS,
        /** An organization that was switched off: nobody can come in. */
        SWITCHED_OFF,
        /** A role whose group is missing or gives nothing; it is made. */
        ROLE_MISSING,
        /** Somebody whose access is suspended here has roles there; they are taken. */
        SUSPENDED_WITH_ROLES,
        /** Somebody is suspended who is no member any more; it is forgotten. */
        SUSPENDED_GONE,
        /** A workspace that has no owner. An operator can name one where nobody belongs to it. */
        NO_OWNER,
        /** A program that no workspace knows; it is removed. */
        UNKNOWN_PROGRAM,
        /** A program that the identity provider does not know; it cannot work. It is revoked. */
        MISSING_PROGRAM
    }
}
