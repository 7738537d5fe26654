package org.entezar.architecture.sample.face;

import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;

/** One method asks for a permission, directly or through another; one breaks the rules on purpose. */
public class Face {

    private final Work work;

    public Face(Work work) {
        this.work = work;
    }

    public String guarded(Caller caller, WorkspaceId workspace) {
        return inside(caller, workspace);
    }

    private String inside(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, tx -> "seen");
    }

    public String openToAll(Caller caller) {
        return "seen by " + System.identityHashCode(caller);
    }
}
