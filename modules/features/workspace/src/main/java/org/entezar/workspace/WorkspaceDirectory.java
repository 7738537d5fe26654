package org.entezar.workspace;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.StandingRows;

/**
 * What operators do about workspaces without seeing anything in them: look them up, suspend, resume, say what each may
 * use. Each act stands in the workspace's history and in the operators'. Everything here is for operators only.
 */
public final class WorkspaceDirectory {

    private static final int LONGEST_REASON = 1_000;

    private final Work work;
    private final Standings standings;

    /** @param work that passes no gate, so that a suspended workspace can be resumed */
    public WorkspaceDirectory(Work work, Standings standings) {
        this.work = work;
        this.standings = standings;
    }

    /**
     * All workspaces, by alias.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public List<Standing> list(Caller operator) {
        Installation.operating(operator);
        return work.global(StandingRows::all);
    }

    /**
     * Some of them, by alias.
     *
     * @param search a part of the alias; empty for any
     * @param after the alias behind which to go on; empty to begin
     * @param limit at most so many
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public List<Standing> some(Caller operator, String search, String after, int limit) {
        return list(operator).stream()
                .filter(standing -> standing.alias().contains(search))
                .filter(standing -> standing.alias().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /**
     * One of them.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#WORKSPACE_NOT_FOUND}
     */
    public Standing get(Caller operator, String alias) {
        return list(operator).stream()
                .filter(standing -> standing.alias().equals(alias))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_NOT_FOUND));
    }

    /**
     * Shuts everybody out until {@link #resume}: members, programs and respondents. Nothing is lost, and jobs end.
     *
     * @param reason kept in the histories
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#WORKSPACE_NOT_FOUND}, {@link ErrorCode#INVALID}
     *     without a reason, {@link ErrorCode#STATE} when it is suspended already
     */
    public Standing suspend(Caller operator, String alias, String reason) {
        Standing before = get(operator, alias);
        String said = reason(reason);
        if (before.isSuspended()) {
            throw new Problem(ErrorCode.STATE, "SUSPENDED");
        }
        return act(operator, before, "workspace.suspended", Optional.of(said), tx -> {
            StandingRows.suspend(tx.handle(), before.id(), Optional.of(tx.now()), Optional.of(said));
        });
    }

    /**
     * Lets everybody in again.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#WORKSPACE_NOT_FOUND}, {@link ErrorCode#STATE} when it
     *     is not suspended
     */
    public Standing resume(Caller operator, String alias) {
        Standing before = get(operator, alias);
        if (!before.isSuspended()) {
            throw new Problem(ErrorCode.STATE, "ACTIVE");
        }
        return act(operator, before, "workspace.unsuspended", Optional.empty(), tx -> {
            StandingRows.suspend(tx.handle(), before.id(), Optional.empty(), Optional.empty());
        });
    }

    /**
     * Says what the workspace may use, apart from the defaults of the installation; quotas that are not named have those.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#WORKSPACE_NOT_FOUND}, {@link ErrorCode#INVALID} for a
     *     quota below 1
     */
    public Standing setQuotas(Caller operator, String alias, Map<Quota, Long> own) {
        Standing before = get(operator, alias);
        Problem.throwIfAny(own.entrySet().stream()
                .filter(entry -> entry.getValue() < 1)
                .map(entry -> Violation.at("/quotas/" + entry.getKey(), ErrorCode.OUT_OF_RANGE, 1, Long.MAX_VALUE))
                .toList());
        return act(operator, before, "workspace.quotas-set", Optional.empty(), tx -> {
            StandingRows.quotas(tx.handle(), before.id(), own);
        });
    }

    /** What the workspace may use, its own quotas and the defaults together. */
    public Map<Quota, Long> quotas(Caller operator, String alias) {
        Standing standing = get(operator, alias);
        Map<Quota, Long> all = new EnumMap<>(Quota.class);
        for (Quota quota : Quota.values()) {
            all.put(quota, standing.own().getOrDefault(quota, standings.byDefault(quota)));
        }
        return all;
    }

    /** A piece of an act, in its transaction. */
    @FunctionalInterface
    private interface Deed {
        void run(Tx tx);
    }

    private Standing act(Caller operator, Standing before, String action, Optional<String> reason, Deed deed) {
        WorkspaceId id = before.id();
        Standing after = work.change(Workspaces.founder(operator, id), id, Permission.WORKSPACE_CONFIGURE, tx -> {
            deed.run(tx);
            Standing now = StandingRows.find(tx.handle(), id).orElseThrow();
            tx.recordOperatorAct(Change.changed(action, "workspace/" + before.alias(), before, now), reason);
            return now;
        });
        standings.forget(id);
        return after;
    }

    static String reason(String typed) {
        String reason = typed.strip();
        if (reason.isEmpty()) {
            throw new Problem(List.of(Violation.at("/reason", ErrorCode.REQUIRED)));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Problem(List.of(Violation.at("/reason", ErrorCode.TOO_LONG, LONGEST_REASON)));
        }
        return reason;
    }
}
