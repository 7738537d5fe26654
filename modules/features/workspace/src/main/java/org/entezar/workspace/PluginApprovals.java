package org.entezar.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.database.Database;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.WithdrawnPluginRows;

/**
 * Which of the installed plugins workspaces may use. Whoever installs a plugin means it to be used, so each is approved
 * until an operator withdraws it, with a reason: from that moment no workspace switches it on, and where it is on it brings
 * nothing; what it brought before stays. Approving it again gives it back to those who have it on. For operators only; each
 * act stands in the history of the installation.
 */
public final class PluginApprovals {

    private final Work work;
    private final Set<String> installed;

    /** @param installed ids of the plugins of this installation */
    public PluginApprovals(Work work, Set<String> installed) {
        this.work = work;
        this.installed = Set.copyOf(installed);
    }

    /**
     * Those that are withdrawn, by id.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public List<WithdrawnPlugin> withdrawn(Caller operator) {
        return work.read(
                Installation.operating(operator),
                WorkspaceId.INSTALLATION,
                Permission.WORKSPACE_READ,
                tx -> WithdrawnPluginRows.all(tx.handle()));
    }

    /**
     * Withdraws a plugin from all workspaces, at once.
     *
     * @param reason kept in history
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#NOT_FOUND} when no such plugin is installed,
     *     {@link ErrorCode#INVALID} without a reason, {@link ErrorCode#STATE} when it is withdrawn
     */
    public WithdrawnPlugin withdraw(Caller operator, String plugin, String reason) {
        Caller acting = acting(operator, plugin);
        String said = WorkspaceDirectory.reason(reason);
        try {
            return work.change(acting, WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
                WithdrawnPlugin withdrawn = new WithdrawnPlugin(plugin, said, operator.displayName(), tx.now());
                WithdrawnPluginRows.insert(tx.handle(), withdrawn);
                tx.record(Change.created("plugin.withdrawn", "plugin/" + plugin, told(plugin)), said);
                return withdrawn;
            });
        } catch (RuntimeException failure) {
            throw Database.isDuplicate(failure) ? new Problem(ErrorCode.STATE, "WITHDRAWN") : failure;
        }
    }

    /**
     * Approves a plugin again.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#NOT_FOUND} when no such plugin is installed,
     *     {@link ErrorCode#STATE} when it is not withdrawn
     */
    public void approve(Caller operator, String plugin) {
        Caller acting = acting(operator, plugin);
        work.change(acting, WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
            if (!WithdrawnPluginRows.delete(tx.handle(), plugin)) {
                throw new Problem(ErrorCode.STATE, "APPROVED");
            }
            return tx.record(
                    new Change("plugin.approved", "plugin/" + plugin, Optional.empty(), Optional.of(told(plugin))));
        });
    }

    private Caller acting(Caller operator, String plugin) {
        Caller acting = Installation.operating(operator);
        if (!installed.contains(plugin)) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        return acting;
    }

    private static Map<String, Object> told(String plugin) {
        return Map.of("name", plugin);
    }
}
