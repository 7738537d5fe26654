package org.entezar.kernel;

import java.util.Optional;
import java.util.Set;

/** What the programs of a workspace may do, as the workspace decided. Asked at every request of a program: quick. */
@FunctionalInterface
public interface ClientPermits {

    /** Where no workspace makes clients: tokens alone say what may be done. */
    ClientPermits NONE = (workspace, subject) -> Optional.empty();

    /**
     * What the client may do in the workspace now.
     *
     * @param subject of its token
     * @return nothing at all in the set when it was revoked; empty when the workspace made no such client, so that what
     *     its token says holds
     */
    Optional<Set<Permission>> of(WorkspaceId workspace, String subject);
}
