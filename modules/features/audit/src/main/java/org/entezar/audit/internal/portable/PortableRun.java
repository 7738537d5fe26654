package org.entezar.audit.internal.portable;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HexFormat;
import org.entezar.audit.WorkspaceParts;
import org.entezar.audit.internal.export.ArchiveFiles;
import org.entezar.audit.internal.export.ArchiveMaker;
import org.entezar.audit.internal.export.Gauge;
import org.entezar.audit.internal.export.Steps;
import org.entezar.platform.jobs.JobHandler;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.json.Json;

/** Writes everything of a workspace into a file. A run that was cut off begins anew. */
public final class PortableRun implements JobHandler {

    public static final String KIND = "workspace-archive";

    private final WorkspaceParts parts;
    private final ArchiveMaker evidence;
    private final ArchiveFiles files;
    private final Clock clock;

    public PortableRun(WorkspaceParts parts, ArchiveMaker evidence, ArchiveFiles files, Clock clock) {
        this.parts = parts;
        this.evidence = evidence;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public JsonNode run(JobRun job) {
        try (Gauge gauge = new Gauge(job, 1)) {
            files.clear(job.workspace());
            Path part = files.begin(job.workspace(), job.id());
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream output = new DigestOutputStream(Files.newOutputStream(part), digest);
                    PortableWriter archive = new PortableWriter(output)) {
                write(job, gauge, archive);
            }
            gauge.finish();
            Path finished = files.finished(job.workspace(), job.id());
            Files.move(part, finished, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Json.mapper()
                    .createObjectNode()
                    .put("bytes", Files.size(finished))
                    .put("sha256", HexFormat.of().formatHex(digest.digest()));
        } catch (IOException full) {
            throw new UncheckedIOException("An archive of a workspace could not be written", full);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(JobRun job, Gauge gauge, PortableWriter archive) throws IOException {
        PortableContent content = new PortableContent(parts, job.caller(), job.workspace(), archive);
        gauge.expect(content.size() + 1);
        content.begin(new Lines.Manifest(
                Lines.FORMAT,
                job.workspace().toString(),
                parts.workspaces().get(job.caller(), job.workspace()).alias(),
                clock.instant(),
                job.input().path("by").asText()));
        content.settings();
        content.questions();
        content.commitments();
        content.responses(gauge::advance);
        content.cases();
        content.insights();
        content.evidence(output ->
                evidence.make(job, Steps.NONE, java.util.Optional.empty(), java.util.Optional.empty(), output));
    }
}
