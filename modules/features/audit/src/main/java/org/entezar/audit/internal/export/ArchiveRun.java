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
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.entezar.platform.jobs.JobHandler;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.json.Json;

/** Writes an archive for whoever asked for one, and keeps it as a file. A run that was cut off begins anew. */
public final class ArchiveRun implements JobHandler {

    public static final String KIND = "evidence";

    private final ArchiveMaker maker;
    private final ArchiveFiles files;

    public ArchiveRun(ArchiveMaker maker, ArchiveFiles files) {
        this.maker = maker;
        this.files = files;
    }

    @Override
    public JsonNode run(JobRun job) {
        try (Gauge gauge = new Gauge(job, 1)) {
            files.clear(job.workspace());
            Path part = files.begin(job.workspace(), job.id());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream output = new DigestOutputStream(Files.newOutputStream(part), digest)) {
                maker.make(job, gauge, period(job, "from"), period(job, "to"), output);
            }
            gauge.finish();
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

    private static Optional<Instant> period(JobRun job, String name) {
        return Optional.ofNullable(job.input().get(name)).map(JsonNode::asText).map(Instant::parse);
    }
}
