package org.entezar.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entezar.audit.internal.checkpoint.CheckpointMaker;
import org.entezar.audit.internal.checkpoint.CheckpointRound;
import org.entezar.audit.internal.export.ArchiveFiles;
import org.entezar.audit.internal.export.ArchiveMaker;
import org.entezar.audit.internal.export.ArchiveRun;
import org.entezar.audit.internal.export.CheckRun;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.collection.SealedResponses;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.tenancy.Work;
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
    private final EvidenceExports exports;
    private final HistoryChecks checks;

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
        ArchiveMaker archiveMaker = new ArchiveMaker(work, responses, maker, custody, clock);
        jobs.handle(ArchiveRun.KIND, Permission.HISTORY_READ, new ArchiveRun(archiveMaker, files));
        jobs.handle(CheckRun.KIND, Permission.HISTORY_READ, new CheckRun(work, responses, archiveMaker, files));
    }

    /** Begins to sign by itself what is due, in the workspaces that there are then. */
    public void start(Supplier<List<WorkspaceId>> workspaces) {
        thread.scheduleWithFixedDelay(() -> round(workspaces), 1, ROUND_SECONDS, TimeUnit.SECONDS);
    }

    private void round(Supplier<List<WorkspaceId>> workspaces) {
        try {
            round.run(workspaces.get());
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
