package org.entezar.platform.tenancy;

import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/** What a piece of work passes after it was authorised and before it takes a connection, and what a workspace may use. */
@FunctionalInterface
public interface Gate {

    /** Lets everything pass. */
    Gate OPEN = (caller, workspace, permission) -> Passage.FREE;

    /**
     * Lets the work pass, perhaps after waiting.
     *
     * @return what is closed when the work has ended
     * @throws Problem when it may not pass
     */
    Passage pass(Caller caller, WorkspaceId workspace, Permission permission);

    /** What the workspace may use of it. */
    default long limit(WorkspaceId workspace, Quota quota) {
        return Long.MAX_VALUE;
    }
}
