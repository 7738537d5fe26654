package org.entezar.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entezar.audit.internal.export.ArchiveFiles;
import org.entezar.audit.internal.portable.BringInRun;
import org.entezar.audit.internal.portable.PortableReader;
import org.entezar.audit.internal.portable.PortableRun;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobId;
import org.entezar.platform.jobs.JobState;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;

/**
 * Everything of a workspace as one archive, written as a job and kept for a week, and such an archive brought into
 * another workspace. All need {@link Permission#DATA_GOVERN}; asking, taking along and bringing in are entries.
 */
public final class WorkspaceArchives {

    /** Largest archive that is taken in, in bytes. */
    public static final long LARGEST = 4L << 30;

    /** Kind of the jobs that bring an archive in. */
    public static final String BRINGING_IN = BringInRun.KIND;

    private final Work work;
    private final Jobs jobs;
    private final WorkspaceParts parts;
    private final ArchiveFiles files;
    private final ArchiveFiles origins;
    private final Uuids ids;

    WorkspaceArchives(Work work, Jobs jobs, WorkspaceParts parts, ArchiveFiles files, ArchiveFiles origins, Uuids ids) {
        this.work = work;
        this.jobs = jobs;
        this.parts = parts;
        this.files = files;
        this.origins = origins;
        this.ids = ids;
    }

    /** Begins to write one. */
    public Job begin(Caller caller, WorkspaceId workspace) {
        Job job = work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
            ObjectNode input = Json.mapper().createObjectNode().put("by", caller.displayName());
            Job queued = jobs.enqueue(tx, PortableRun.KIND, input, 0);
            tx.record(Change.noted("workspace.archive-requested", subject(queued.id())));
            return queued;
        });
        jobs.begin(workspace, job.id());
        return job;
    }

    /** The latest archives and what was brought in, the newest first; their jobs tell how far they are. */
    public List<Job> list(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.DATA_GOVERN);
        return jobs.list(caller, workspace).stream()
                .filter(job -> job.kind().equals(PortableRun.KIND) || job.kind().equals(BringInRun.KIND))
                .toList();
    }

    /**
     * A finished archive, to be taken along.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when there is none or it is over a week old; {@link ErrorCode#STATE}
     *     while it is being written
     */
    public EvidenceFile take(Caller caller, WorkspaceId workspace, JobId id) {
        caller.require(workspace, Permission.DATA_GOVERN);
        Job job = finished(caller, workspace, id, PortableRun.KIND);
        if (!Files.exists(files.finished(workspace, id))) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        long bytes = job.result().orElseThrow().path("bytes").asLong();
        String sha256 = job.result().orElseThrow().path("sha256").asText();
        work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
            tx.record(Change.created("workspace.archive-downloaded", subject(id), Map.of("sha256", sha256)));
            return id;
        });
        String alias = parts.workspaces().get(caller, workspace).alias();
        return new EvidenceFile(alias + "-" + id + ".zip", bytes, sha256, () -> files.open(workspace, id));
    }

    /**
     * The history that came with an archive, as evidence.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE}
     */
    public EvidenceFile origin(Caller caller, WorkspaceId workspace, JobId id) {
        caller.require(workspace, Permission.DATA_GOVERN);
        finished(caller, workspace, id, BringInRun.KIND);
        Path kept = origins.finished(workspace, id);
        if (!Files.exists(kept)) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        return new EvidenceFile(
                "evidence-" + id + ".zip", kept.toFile().length(), "", () -> origins.open(workspace, id));
    }

    private Job finished(Caller caller, WorkspaceId workspace, JobId id, String kind) {
        Job job = jobs.get(caller, workspace, id);
        if (!job.kind().equals(kind)) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
        if (job.state() != JobState.DONE) {
            throw new Problem(ErrorCode.STATE, job.state().name());
        }
        return job;
    }

    /**
     * Begins to bring an archive into a workspace that has no campaigns and no questionnaires yet.
     *
     * @param archive read to its end or to the bound; closed by whoever opened it
     * @throws Problem {@link ErrorCode#NOT_EMPTY}, {@link ErrorCode#TOO_LARGE}, {@link ErrorCode#MALFORMED_ARCHIVE}
     */
    public Job bringIn(Caller caller, WorkspaceId workspace, InputStream archive) throws IOException {
        caller.require(workspace, Permission.DATA_GOVERN);
        requireEmpty(caller, workspace);
        String name = ids.next().toString();
        String sha256 = files.receive(workspace, name, archive, LARGEST);
        Path file = files.received(workspace, name);
        try {
            try (PortableReader reader = new PortableReader(file)) {
                reader.look();
            }
            Job job = work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
                ObjectNode input =
                        Json.mapper().createObjectNode().put("file", name).put("sha256", sha256);
                Job queued = jobs.enqueue(tx, BringInRun.KIND, input, 0);
                tx.record(Change.created("workspace.bringing-in", subject(queued.id()), Map.of("sha256", sha256)));
                return queued;
            });
            jobs.begin(workspace, job.id());
            return job;
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(file);
            throw refused;
        }
    }

    private void requireEmpty(Caller caller, WorkspaceId workspace) {
        if (!parts.questionnaires().list(caller, workspace).isEmpty()
                || !parts.collection().campaigns().list(caller, workspace).isEmpty()) {
            throw new Problem(ErrorCode.NOT_EMPTY);
        }
    }

    private static String subject(JobId id) {
        return "archive/" + id;
    }
}
