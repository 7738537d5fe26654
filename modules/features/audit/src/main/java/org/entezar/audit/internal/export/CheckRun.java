package org.entezar.audit.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.SealedResponses;
import org.entezar.collection.VectorCheck;
import org.entezar.collection.VectorFault;
import org.entezar.evidence.KeyStatement;
import org.entezar.evidence.archive.Finding;
import org.entezar.evidence.archive.Trust;
import org.entezar.evidence.archive.Verdict;
import org.entezar.evidence.archive.Verification;
import org.entezar.kernel.Permission;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.JobHandler;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;

/**
 * Checks the whole of a history as an auditor would: writes the archive of everything into a file of its own and runs the
 * offline verifier's check over it, so that there is one check and not two. Then compares the table that figures are read
 * from, which no archive holds, with the responses that the archive was made of. What it came to is an entry.
 */
public final class CheckRun implements JobHandler {

    public static final String KIND = "history-check";

    /** Action of the entry that tells what a check came to. */
    public static final String CHECKED = "history.checked";

    /** More faults are counted and not kept. */
    private static final int MOST_FINDINGS = 50;

    private final Work work;
    private final SealedResponses responses;
    private final ArchiveMaker maker;
    private final ArchiveFiles files;

    public CheckRun(Work work, SealedResponses responses, ArchiveMaker maker, ArchiveFiles files) {
        this.work = work;
        this.responses = responses;
        this.maker = maker;
        this.files = files;
    }

    @Override
    public JsonNode run(JobRun job) {
        try (Gauge gauge = new Gauge(job, 2)) {
            Path part = files.begin(job.workspace(), job.id());
            try {
                try (OutputStream output = Files.newOutputStream(part)) {
                    maker.make(job, gauge, Optional.empty(), Optional.empty(), output);
                }
                Verdict verdict = withVectors(job, Verification.verify(part, trust(), lines -> gauge.advance(1)));
                gauge.finish();
                JsonNode result = result(verdict);
                record(job, verdict, result);
                return result;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("A history could not be checked", full);
        }
    }

    private Verdict withVectors(JobRun job, Verdict archive) {
        VectorCheck vectors = responses.compareVectors(job.caller(), job.workspace(), MOST_FINDINGS);
        List<Finding> findings = new ArrayList<>(archive.findings());
        vectors.faults()
                .forEach(fault -> findings.add(
                        new Finding(code(fault.kind()), List.of(fault.response().toString()))));
        return new Verdict(
                archive.workspace(),
                archive.first(),
                archive.last(),
                archive.responses(),
                archive.checkpoints(),
                archive.keys(),
                findings,
                archive.faults() + vectors.count());
    }

    private static Finding.Code code(VectorFault.Kind kind) {
        return switch (kind) {
            case ALTERED -> Finding.Code.VECTOR_ALTERED;
            case MISSING -> Finding.Code.VECTOR_MISSING;
            case UNKNOWN -> Finding.Code.VECTOR_UNKNOWN;
        };
    }

    /** The installation's own keys: the file beside the server must fit the table in the database. */
    private Trust trust() {
        return new Trust(
                maker.custody().statements().stream().map(KeyStatement::key).toList(), List.of());
    }

    private void record(JobRun job, Verdict verdict, JsonNode result) {
        ObjectNode told = Json.mapper().createObjectNode();
        told.put("holds", verdict.holds())
                .put("last", verdict.last())
                .put("responses", verdict.responses())
                .put("faults", verdict.faults());
        if (!verdict.holds()) {
            told.set("findings", result.get("findings"));
        }
        work.change(job.caller(), job.workspace(), Permission.HISTORY_READ, tx -> {
            tx.record(Change.created(CHECKED, "check/" + job.id(), told));
            return told;
        });
    }

    private static JsonNode result(Verdict verdict) {
        ObjectNode result = Json.mapper().createObjectNode();
        result.put("workspace", verdict.workspace())
                .put("first", verdict.first())
                .put("last", verdict.last())
                .put("responses", verdict.responses())
                .put("checkpoints", verdict.checkpoints())
                .put("faults", verdict.faults());
        ArrayNode keys = result.putArray("keys");
        verdict.keys().forEach(keys::add);
        ArrayNode findings = result.putArray("findings");
        verdict.findings().stream()
                .filter(finding -> !finding.code().isNote())
                .limit(MOST_FINDINGS)
                .forEach(finding -> {
                    ObjectNode line =
                            findings.addObject().put("code", finding.code().name());
                    ArrayNode arguments = line.putArray("arguments");
                    finding.arguments().forEach(argument -> arguments.add(String.valueOf(argument)));
                });
        return result;
    }

    /** What {@link #result} kept. */
    public static Verdict verdict(JsonNode result) {
        List<String> keys = new ArrayList<>();
        result.path("keys").forEach(key -> keys.add(key.asText()));
        List<Finding> findings = new ArrayList<>();
        result.path("findings").forEach(line -> {
            List<Object> arguments = new ArrayList<>();
            line.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            findings.add(new Finding(Finding.Code.valueOf(line.path("code").asText()), arguments));
        });
        return new Verdict(
                result.path("workspace").asText(),
                result.path("first").asLong(),
                result.path("last").asLong(),
                result.path("responses").asLong(),
                result.path("checkpoints").asLong(),
                keys,
                findings,
                result.path("faults").asLong());
    }
}
