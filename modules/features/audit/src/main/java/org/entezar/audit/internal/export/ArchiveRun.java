package org.entezar.audit.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.entezar.audit.internal.checkpoint.CheckpointMaker;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.collection.SealedResponses;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.platform.jobs.JobHandler;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an archive: seals what waits, signs what is there, and reads all of it in one snapshot of the database, so that
 * entries, responses and withdrawals belong to one moment. A run that was cut off begins anew.
 */
public final class ArchiveRun implements JobHandler {

    public static final String KIND = "evidence";

    /** Entries are written meanwhile, now and then; that many times in a row they are not. */
    private static final int ATTEMPTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveRun.class);

    private final Work work;
    private final SealedResponses responses;
    private final CheckpointMaker maker;
    private final KeyCustody custody;
    private final ArchiveFiles files;
    private final Clock clock;

    public ArchiveRun(
            Work work,
            SealedResponses responses,
            CheckpointMaker maker,
            KeyCustody custody,
            ArchiveFiles files,
            Clock clock) {
        this.work = work;
        this.responses = responses;
        this.maker = maker;
        this.custody = custody;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public JsonNode run(JobRun job) {
        try {
            files.clear(job.workspace());
            Path part = files.begin(job.workspace(), job.id());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream output = new DigestOutputStream(Files.newOutputStream(part), digest)) {
                for (int attempt = 1; !write(job, output, attempt == ATTEMPTS); attempt++) {
                    LOG.debug("The history grew before it could be read; attempt {}", attempt);
                }
            }
            Path finished = files.finished(job.workspace(), job.id());
            Files.move(part, finished, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            ObjectNode result = Json.mapper().createObjectNode();
            return result.put("bytes", Files.size(finished))
                    .put("sha256", HexFormat.of().formatHex(digest.digest()));
        } catch (IOException full) {
            throw new UncheckedIOException("An evidence archive could not be written", full);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes unless the history has grown since it was signed; whether it wrote. */
    private boolean write(JobRun job, OutputStream output, boolean lastChance) {
        responses.sealNow(job.caller(), job.workspace());
        boolean atOnce = lastChance || !sign(job);
        return work.read(job.caller(), job.workspace(), Permission.HISTORY_READ, tx -> {
            ArchiveContent content = new ArchiveContent(tx, responses, custody, clock.instant());
            if (!atOnce && !content.isSigned()) {
                return false;
            }
            try {
                content.write(job.caller(), period(job, "from"), period(job, "to"), output);
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

    private static Optional<Instant> period(JobRun job, String name) {
        return Optional.ofNullable(job.input().get(name)).map(JsonNode::asText).map(Instant::parse);
    }
}
