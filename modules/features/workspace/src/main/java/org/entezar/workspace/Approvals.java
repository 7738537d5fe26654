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
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.Withdrawal.Kind;
import org.entezar.workspace.internal.WithdrawalRows;

/**
 * Which of the installed plugins and template packs workspaces may use. Whoever installs something means it to be used,
 * so each is approved until an operator withdraws it, with a reason. From that moment no workspace switches a plugin on, and
 * where it is on it brings nothing; no workspace takes a pack in; what either brought before stays. Approving gives it
 * back. For operators only; each act stands in the history of the installation.
 */
public final class Approvals {

    private final Work work;
    private final Map<Kind, Set<String>> installed;

    /** @param installed ids of what this installation has */
    public Approvals(Work work, Map<Kind, Set<String>> installed) {
        this.work = work;
        this.installed = Map.copyOf(installed);
    }

    /** Ids of what is withdrawn, within the transaction of whoever would use it. */
    public Set<String> withdrawn(Tx tx, Kind kind) {
        return WithdrawalRows.ids(tx.handle(), kind);
    }

    /**
     * What of a kind is withdrawn, by id.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public List<Withdrawal> withdrawn(Caller operator, Kind kind) {
        return work.read(
                Installation.operating(operator),
                WorkspaceId.INSTALLATION,
                Permission.WORKSPACE_READ,
                tx -> WithdrawalRows.all(tx.handle(), kind));
    }

    /**
     * Withdraws something from all workspaces, at once.
     *
     * @param reason kept in history
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#NOT_FOUND} when no such thing is installed,
     *     {@link ErrorCode#INVALID} without a reason, {@link ErrorCode#STATE} when it is withdrawn
     */
    public Withdrawal withdraw(Caller operator, Kind kind, String id, String reason) {
        Caller acting = acting(operator, kind, id);
        String said = WorkspaceDirectory.reason(reason);
        try {
            return work.change(acting, WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
                Withdrawal withdrawal = new Withdrawal(kind, id, said, operator.displayName(), tx.now());
                WithdrawalRows.insert(tx.handle(), withdrawal);
                tx.record(Change.created(kind.word() + ".withdrawn", subject(kind, id), told(id)), said);
                return withdrawal;
            });
        } catch (RuntimeException failure) {
            throw Database.isDuplicate(failure) ? new Problem(ErrorCode.STATE, "WITHDRAWN") : failure;
        }
    }

    /**
     * Approves it again.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#NOT_FOUND} when no such thing is installed,
     *     {@link ErrorCode#STATE} when it is not withdrawn
     */
    public void approve(Caller operator, Kind kind, String id) {
        Caller acting = acting(operator, kind, id);
        work.change(acting, WorkspaceId.INSTALLATION, Permission.WORKSPACE_CREATE, tx -> {
            if (!WithdrawalRows.delete(tx.handle(), kind, id)) {
                throw new Problem(ErrorCode.STATE, "APPROVED");
            }
            return tx.record(
                    new Change(kind.word() + ".approved", subject(kind, id), Optional.empty(), Optional.of(told(id))));
        });
    }

    private Caller acting(Caller operator, Kind kind, String id) {
        Caller acting = Installation.operating(operator);
        if (!installed.getOrDefault(kind, Set.of()).contains(id)) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        return acting;
    }

    private static String subject(Kind kind, String id) {
        return kind.word() + "/" + id;
    }

    private static Map<String, Object> told(String id) {
        return Map.of("name", id);
    }
}
