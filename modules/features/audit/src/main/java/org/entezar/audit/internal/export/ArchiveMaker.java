package org.entezar.audit.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.entezar.audit.internal.checkpoint.CheckpointMaker;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.collection.SealedResponses;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an archive: seals what waits, signs what is there, and reads all of it in one snapshot of the database, so that
 * entries, responses and withdrawals belong to one moment.
 */
public final class ArchiveMaker {

    /** Entries are written meanwhile, now and then; that many times in a row they are not. */
    private static final int ATTEMPTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveMaker.class);

    private final Work work;
    private final SealedResponses responses;
    private final CheckpointMaker maker;
    private final KeyCustody custody;
    private final Clock clock;

    public ArchiveMaker(Work work, SealedResponses responses, CheckpointMaker maker, KeyCustody custody, Clock clock) {
        this.work = work;
        this.responses = responses;
        this.maker = maker;
        this.custody = custody;
        this.clock = clock;
    }

    KeyCustody custody() {
        return custody;
    }

    /** Writes the archive of the period. */
    public void make(JobRun job, Steps steps, Optional<Instant> from, Optional<Instant> to, OutputStream output) {
        for (int attempt = 1; !write(job, steps, from, to, output, attempt == ATTEMPTS); attempt++) {
            LOG.debug("The history grew before it could be read; attempt {}", attempt);
        }
    }

    /** Writes unless the history has grown since it was signed; whether it wrote. */
    private boolean write(
            JobRun job,
            Steps steps,
            Optional<Instant> from,
            Optional<Instant> to,
            OutputStream output,
            boolean lastChance) {
        responses.sealNow(job.caller(), job.workspace());
        boolean atOnce = lastChance || !sign(job);
        return work.read(job.caller(), job.workspace(), Permission.HISTORY_READ, tx -> {
            ArchiveContent content = new ArchiveContent(tx, responses, custody, clock.instant());
            if (!atOnce && !content.isSigned()) {
                return false;
            }
            try {
                content.write(job.caller(), from, to, output, steps);
                return true;
            } catch (IOException full) {
                throw new UncheckedIOException("An evidence archive could not be written", full);
            }
        });
    }

    /** A broken history is not signed, and its archive is written all the same: that is when it is needed. */
    private boolean sign(JobRun job) {
        try {
            SignedCheckpoint signed = maker.make(job.workspace());
            LOG.debug("Signed {} entries", signed.checkpoint().size());
            return true;
        } catch (Problem problem) {
            if (problem.code() != ErrorCode.HISTORY_BROKEN) {
                throw problem;
            }
            LOG.error("The history of workspace {} is broken at entry {}", job.workspace(), problem.arguments());
            return false;
        }
    }
}
