package org.entezar.server;

import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.fairness.ConnectionShares;
import org.entezar.platform.tenancy.Gate;
import org.entezar.platform.tenancy.Passage;
import org.entezar.platform.tenancy.Quota;
import org.entezar.workspace.Standings;

/**
 * What all work in workspaces passes: nobody reaches one that is suspended, by whatever door, and none takes more of the
 * database's connections than its share.
 */
record WorkspaceGate(Standings standings, ConnectionShares shares) implements Gate {

    @Override
    public Passage pass(Caller caller, WorkspaceId workspace, Permission permission) {
        standings.requireActive(caller, workspace);
        return shares.pass(caller, workspace, permission);
    }

    @Override
    public long limit(WorkspaceId workspace, Quota quota) {
        return standings.limit(workspace, quota);
    }
}
