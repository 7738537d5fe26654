package org.entezar.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.internal.export.CheckRun;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobId;
import org.entezar.platform.jobs.JobState;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;

/**
 * Checks of a whole history by the server itself: every hash, the chain, every checkpoint, every sealed response, with
 * the same classes as the offline verifier. It finds damage and clumsy tampering; whoever does not trust the server takes
 * an archive and verifies that. Asking for a check and what it came to are entries. All need
 * {@link Permission#HISTORY_READ}.
 */
public final class HistoryChecks {

    private final Work work;
    private final Jobs jobs;

    HistoryChecks(Work work, Jobs jobs) {
        this.work = work;
        this.jobs = jobs;
    }

    /** Begins a check; while one runs, that one. */
    public HistoryCheck begin(Caller caller, WorkspaceId workspace) {
        Optional<HistoryCheck> running =
                latest(caller, workspace).filter(check -> !check.job().state().isEnd());
        if (running.isPresent()) {
            return running.get();
        }
        Job job = work.change(caller, workspace, Permission.HISTORY_READ, tx -> {
            ObjectNode input = Json.mapper().createObjectNode();
            Job queued = jobs.enqueue(tx, CheckRun.KIND, input, 0);
            tx.record(Change.noted("history.check-requested", "check/" + queued.id()));
            return queued;
        });
        jobs.begin(workspace, job.id());
        return check(job);
    }

    /**
     * One check.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public HistoryCheck get(Caller caller, WorkspaceId workspace, JobId id) {
        caller.require(workspace, Permission.HISTORY_READ);
        Job job = jobs.get(caller, workspace, id);
        if (!job.kind().equals(CheckRun.KIND)) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        return check(job);
    }

    /** The latest checks, the newest first. */
    public List<HistoryCheck> list(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.HISTORY_READ);
        return jobs.list(caller, workspace).stream()
                .filter(job -> job.kind().equals(CheckRun.KIND))
                .map(HistoryChecks::check)
                .toList();
    }

    /** The latest check, if there ever was one. */
    public Optional<HistoryCheck> latest(Caller caller, WorkspaceId workspace) {
        return list(caller, workspace).stream().findFirst();
    }

    private static HistoryCheck check(Job job) {
        return new HistoryCheck(
                job, job.state() == JobState.DONE ? job.result().map(CheckRun::verdict) : Optional.empty());
    }
}
