package org.entezar.audit;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entezar.audit.internal.checkpoint.CheckpointMaker;
import org.entezar.audit.internal.checkpoint.CheckpointRound;
import org.entezar.audit.internal.deletion.LastEntry;
import org.entezar.audit.internal.export.ArchiveFiles;
import org.entezar.audit.internal.export.ArchiveMaker;
import org.entezar.audit.internal.export.ArchiveRun;
import org.entezar.audit.internal.export.CheckRun;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.audit.internal.portable.BringInRun;
import org.entezar.audit.internal.portable.PortableRun;
import org.entezar.collection.SealedResponses;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.WorkspaceEnd;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The faces of this feature, built together because they share the keys. */
public final class Audit implements AutoCloseable {

    private static final int ROUND_SECONDS = 60;
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final CheckpointRound round;
    private final ScheduledExecutorService thread;
    private final History history;
    private final Checkpoints checkpoints;
    private final Proofs proofs;
    private final Clock clock;
    private final ArchiveMaker archiveMaker;
    private volatile @Nullable Deletions deletions;
    private final EvidenceExports exports;
    private final HistoryChecks checks;
    private final Supplied supplied;

    /**
     * @param secrets folder in which the signing key is kept
     * @param archives folder of finished archives
     * @param plan when to sign, and where to hand checkpoints
     */
    public Audit(
            Work work,
            SealedResponses responses,
            Jobs jobs,
            Path secrets,
            Path archives,
            CheckpointPlan plan,
            Clock clock) {
        KeyCustody custody = new KeyCustody(secrets, work, clock);
        ArchiveFiles files = new ArchiveFiles(archives, clock);
        CheckpointMaker maker = new CheckpointMaker(work, custody);
        this.round = new CheckpointRound(work, maker, custody, plan);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "checkpoints");
            made.setDaemon(true);
            return made;
        });
        this.history = new History(work, responses);
        this.checkpoints = new Checkpoints(work, maker, custody);
        this.proofs = new Proofs(work, responses, custody);
        this.exports = new EvidenceExports(work, jobs, files);
        this.checks = new HistoryChecks(work, jobs);
        this.supplied = new Supplied(work, responses, jobs, maker, files, archives);
        this.clock = clock;
        this.archiveMaker = new ArchiveMaker(work, responses, maker, custody, clock);
        jobs.handle(ArchiveRun.KIND, Permission.HISTORY_READ, new ArchiveRun(archiveMaker, files));
        jobs.handle(CheckRun.KIND, Permission.HISTORY_READ, new CheckRun(work, responses, archiveMaker, files));
    }

    /** What the faces of whole workspaces are built from, later than the others because they stand on all features. */
    private record Supplied(
            Work work,
            SealedResponses responses,
            Jobs jobs,
            CheckpointMaker maker,
            ArchiveFiles evidence,
            Path folder) {}

    /** Everything of a workspace in one file, and such a file brought in. To be called once. */
    public WorkspaceArchives workspaceArchives(WorkspaceParts parts, Uuids ids) {
        supplied.jobs()
                .handle(
                        PortableRun.KIND,
                        Permission.DATA_GOVERN,
                        new PortableRun(parts, archiveMaker, workspaceFiles(), clock));
        supplied.jobs()
                .handle(
                        BringInRun.KIND,
                        Permission.DATA_GOVERN,
                        new BringInRun(supplied.work(), parts, workspaceFiles(), originFiles(), clock));
        return new WorkspaceArchives(supplied.work(), supplied.jobs(), parts, workspaceFiles(), originFiles(), ids);
    }

    private ArchiveFiles workspaceFiles() {
        return new ArchiveFiles(supplied.folder().resolve("workspaces"), clock);
    }

    private ArchiveFiles originFiles() {
        return new ArchiveFiles(supplied.folder().resolve("origins"), clock);
    }

    /** The deletion of whole workspaces, looked after each minute. To be called once. */
    public Deletions deletions(WorkspaceParts parts, WorkspaceEnd end, Outbox outbox, URI publicUrl) {
        Deletions made = new Deletions(
                supplied.work(),
                parts,
                end,
                outbox,
                new LastEntry(supplied.work(), supplied.responses(), supplied.maker(), proofs),
                List.of(supplied.evidence(), workspaceFiles(), originFiles()),
                round,
                publicUrl,
                clock);
        deletions = made;
        return made;
    }

    /** Begins to sign by itself what is due, in the workspaces that there are then. */
    public void start(Supplier<List<WorkspaceId>> workspaces) {
        thread.scheduleWithFixedDelay(() -> round(workspaces), 1, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    private void round(Supplier<List<WorkspaceId>> workspaces) {
        try {
            round.run(workspaces.get());
            Deletions due = deletions;
            if (due != null) {
                due.round();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.error("Histories could not be signed; they are tried again", failure);
        }
    }

    /** Signs what is due and hands checkpoints over, at once. */
    void round(List<WorkspaceId> workspaces) {
        round(() -> workspaces);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ROUND_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A round over the histories did not end in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public History history() {
        return history;
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }

    public Proofs proofs() {
        return proofs;
    }

    public EvidenceExports exports() {
        return exports;
    }

    public HistoryChecks checks() {
        return checks;
    }
}
