package org.entezar.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.audit.internal.export.ArchiveFiles;
import org.entezar.audit.internal.export.ArchiveRun;
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
 * Evidence archives for auditors: written as a job, downloaded when it is done, kept for a week. An archive holds answers,
 * so everything here needs {@link Permission#HISTORY_READ} and {@link Permission#RESPONSE_READ}; asking for one and
 * taking it along are entries of history.
 */
public final class EvidenceExports {

    private final Work work;
    private final Jobs jobs;
    private final ArchiveFiles files;

    EvidenceExports(Work work, Jobs jobs, ArchiveFiles files) {
        this.work = work;
        this.jobs = jobs;
        this.files = files;
    }

    /**
     * Begins to write an archive.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} when the period ends before it begins
     */
    public Job begin(Caller caller, WorkspaceId workspace, EvidencePeriod period) {
        caller.require(workspace, Permission.RESPONSE_READ);
        if (period.from().isPresent()
                && period.to().isPresent()
                && !period.from().get().isBefore(period.to().get())) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "to", period.to().get());
        }
        Job job = work.change(caller, workspace, Permission.HISTORY_READ, tx -> {
            ObjectNode input = Json.mapper().createObjectNode();
            Map<String, Object> told = new LinkedHashMap<>();
            period.from().ifPresent(time -> {
                input.put("from", time.toString());
                told.put("from", time);
            });
            period.to().ifPresent(time -> {
                input.put("to", time.toString());
                told.put("to", time);
            });
            Job queued = jobs.enqueue(tx, ArchiveRun.KIND, input, 0);
            tx.record(Change.created("evidence.requested", subject(queued.id()), told));
            return queued;
        });
        jobs.begin(workspace, job.id());
        return job;
    }

    /** The latest archives, the newest first; their jobs tell how far they are. */
    public List<Job> list(Caller caller, WorkspaceId workspace) {
        require(caller, workspace);
        return jobs.list(caller, workspace).stream()
                .filter(job -> job.kind().equals(ArchiveRun.KIND))
                .toList();
    }

    /**
     * A finished archive, to be taken along.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is no such archive or it is over a week old;
     *     {@link ErrorCode#STATE} while it is being written
     */
    public EvidenceFile take(Caller caller, WorkspaceId workspace, JobId id) {
        require(caller, workspace);
        Job job = jobs.get(caller, workspace, id);
        if (!job.kind().equals(ArchiveRun.KIND)) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        if (job.state() != JobState.DONE) {
            throw new Problem(ErrorCode.STATE, job.state().name());
        }
        if (!Files.exists(files.finished(workspace, id))) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        long bytes = job.result().orElseThrow().get("bytes").asLong();
        String sha256 = job.result().orElseThrow().get("sha256").asText();
        work.change(caller, workspace, Permission.HISTORY_READ, tx -> {
            tx.record(Change.created("evidence.downloaded", subject(id), Map.of("sha256", sha256)));
            return id;
        });
        return new EvidenceFile("evidence-" + id + ".zip", bytes, sha256, () -> files.open(workspace, id));
    }

    private static void require(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.HISTORY_READ);
        caller.require(workspace, Permission.RESPONSE_READ);
    }

    private static String subject(JobId id) {
        return "evidence/" + id;
    }
}
