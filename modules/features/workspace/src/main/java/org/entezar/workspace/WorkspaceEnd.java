package org.entezar.workspace;

import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.MachineClients;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.WorkspaceRows;

/**
 * The end of a workspace as far as its name and its people are concerned. For the part of the product that deletes
 * workspaces when their time has come, and never for a request. Each step can be done again.
 */
public final class WorkspaceEnd {

    private final Work work;
    private final Directory directory;
    private final MachineClients machines;
    private final IdentityProviders providers;
    private final ApiClients clients;
    private final WorkspaceRows rows = new WorkspaceRows();

    public WorkspaceEnd(
            Work work, Directory directory, MachineClients machines, IdentityProviders providers, ApiClients clients) {
        this.work = work;
        this.directory = directory;
        this.machines = machines;
        this.providers = providers;
        this.clients = clients;
    }

    /** From now on nobody finds it, and its alias is free for others. Needs {@link Permission#DATA_GOVERN}. */
    public void close(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.DATA_GOVERN);
        work.global(handle -> rows.close(handle, workspace));
    }

    /**
     * The identity provider forgets its programs, its own sign-in and the organization; people stay known. Needs
     * {@link Permission#DATA_GOVERN}.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public void dissolve(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.DATA_GOVERN);
        clients.list(caller, workspace).forEach(client -> machines.removeClient(client.clientId()));
        providers.remove(workspace);
        directory.removeWorkspace(workspace);
    }
}
