package org.entezar.audit;

import java.nio.file.Path;
import java.time.Clock;
import org.entezar.audit.internal.checkpoint.CheckpointMaker;
import org.entezar.audit.internal.export.ArchiveFiles;
import org.entezar.audit.internal.export.ArchiveRun;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.collection.SealedResponses;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.tenancy.Work;

/** The faces of this feature, built together because they share the keys. */
public final class Audit {

    private final History history;
    private final Checkpoints checkpoints;
    private final Proofs proofs;
    private final EvidenceExports exports;

    /**
     * @param secrets folder in which the signing key is kept
     * @param archives folder of finished archives
     */
    public Audit(Work work, SealedResponses responses, Jobs jobs, Path secrets, Path archives, Clock clock) {
        KeyCustody custody = new KeyCustody(secrets, work, clock);
        ArchiveFiles files = new ArchiveFiles(archives, clock);
        CheckpointMaker maker = new CheckpointMaker(work, custody);
        this.history = new History(work, responses);
        this.checkpoints = new Checkpoints(work, maker, custody);
        this.proofs = new Proofs(work, responses);
        this.exports = new EvidenceExports(work, jobs, files);
        jobs.handle(ArchiveRun.KIND, new ArchiveRun(work, responses, maker, custody, files, clock));
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
}
