package org.entezar.collection.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Import;
import org.entezar.collection.ImportFault;
import org.entezar.collection.ImportId;
import org.entezar.collection.ImportState;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.RefusedRow;
import org.entezar.collection.ResponseId;
import org.entezar.collection.internal.campaign.LiveCampaigns;
import org.entezar.collection.internal.campaign.LiveCampaigns.LiveCampaign;
import org.entezar.collection.internal.response.Outcome;
import org.entezar.collection.internal.response.PersonalSealing;
import org.entezar.collection.internal.response.ResponseRow;
import org.entezar.collection.internal.response.ResponseStore;
import org.entezar.evidence.Hash;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.JobHandler;
import org.entezar.platform.jobs.JobInterrupted;
import org.entezar.platform.jobs.JobRun;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.jdbi.v3.core.result.ResultSetException;

/**
 * Reads a file's rows into its campaign, or only tells what would become of them. A few hundred rows are one step: their
 * responses, refusals, counts and the progress commit together, so a run that was cut off goes on with the next row. A
 * row's response has an id that follows from import and row, so even a row that were read twice would be one response.
 */
public final class ImportRun implements JobHandler {

    public static final String KIND = "import";

    private static final int ROWS_OF_A_STEP = 500;
    private static final int MOST_REFUSALS_KEPT = 100_000;

    private final Work work;
    private final ImportFiles files;
    private final LiveCampaigns live;
    private final Consumer<WorkspaceId> stored;
    private final PersonalKeys keys;

    /** @param stored told of each workspace in which rows were stored */
    public ImportRun(
            Work work, ImportFiles files, LiveCampaigns live, Consumer<WorkspaceId> stored, PersonalKeys keys) {
        this.keys = keys;
        this.work = work;
        this.files = files;
        this.live = live;
        this.stored = stored;
    }

    @Override
    public JsonNode run(JobRun job) {
        ImportId id = ImportId.parse(job.input().get("import").asText());
        boolean dry = job.input().get("dryRun").asBoolean();
        try {
            Import wanted =
                    work.read(job.caller(), job.workspace(), Permission.RESPONSE_IMPORT, tx -> ImportRows.get(tx, id));
            CampaignId campaign = wanted.campaign().orElseThrow();
            LiveCampaign target = live.get(job.workspace(), campaign);
            new Reading(job, wanted, target, dry).readAll();
            return Json.tree(finish(job, id, dry).counts());
        } catch (JobInterrupted stopping) {
            throw stopping;
        } catch (RuntimeException failure) {
            if (!(failure instanceof Problem problem && problem.code() == ErrorCode.DATABASE_UNAVAILABLE)) {
                fail(job, id);
            }
            throw failure;
        }
    }

    private Import finish(JobRun job, ImportId id, boolean dry) {
        return work.change(job.caller(), job.workspace(), Permission.RESPONSE_IMPORT, tx -> {
            Import done = Imported.inState(ImportRows.lock(tx, id), dry ? ImportState.CHECKED : ImportState.DONE);
            ImportRows.update(tx, done);
            tx.record(Change.created(
                    dry ? "import.checked" : "import.finished",
                    "import/" + id,
                    Imported.told(done, Map.of("counts", done.counts()))));
            return done;
        });
    }

    private void fail(JobRun job, ImportId id) {
        work.change(job.caller(), job.workspace(), Permission.RESPONSE_IMPORT, tx -> {
            Import failed = Imported.inState(ImportRows.lock(tx, id), ImportState.FAILED);
            ImportRows.update(tx, failed);
            tx.record(Change.created(
                    "import.failed", "import/" + id, Imported.told(failed, Map.of("counts", failed.counts()))));
            return failed;
        });
    }

    /** The id of the response that the row becomes: always the same one (RFC 9562, version 8). */
    static ResponseId responseId(ImportId id, long row) {
        byte[] hash = Hash.sha256((id + "/" + row).getBytes(StandardCharsets.US_ASCII))
                .bytes();
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & ~0xF000L) | 0x8000L;
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new ResponseId(new UUID(high, low));
    }

    /** One pass over the file. */
    private final class Reading {

        private final JobRun job;
        private final Import wanted;
        private final LiveCampaign target;
        private final boolean dry;
        private final RowReader reader;
        private long row;

        Reading(JobRun job, Import wanted, LiveCampaign target, boolean dry) {
            this.job = job;
            this.wanted = wanted;
            this.target = target;
            this.dry = dry;
            this.reader = new RowReader(wanted.shape().columns(), wanted.mapping(), target.rules());
        }

        void readAll() {
            try (CsvFile file = CsvFile.open(files.open(job.caller(), job.workspace(), wanted.id()), wanted.shape())) {
                while (row < job.done() && file.next().isPresent()) {
                    row++;
                }
                List<CsvFile.Row> rows = new ArrayList<>(ROWS_OF_A_STEP);
                for (Optional<CsvFile.Row> next = file.next(); next.isPresent(); next = file.next()) {
                    rows.add(next.get());
                    if (rows.size() == ROWS_OF_A_STEP) {
                        step(rows);
                    }
                }
                if (!rows.isEmpty()) {
                    step(rows);
                }
            }
        }

        private void step(List<CsvFile.Row> rows) {
            long first = row;
            job.step(Permission.RESPONSE_IMPORT, tx -> {
                Instant now = tx.now().truncatedTo(ChronoUnit.MILLIS);
                List<ResponseRow> good = new ArrayList<>();
                List<Long> lines = new ArrayList<>();
                List<RefusedRow> refused = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    RowReader.ReadRow read = reader.read(rows.get(i), now);
                    if (read.faults().isEmpty()) {
                        good.add(response(read, first + i, now));
                        lines.add(read.line());
                    } else {
                        refused.add(new RefusedRow(read.line(), read.faults()));
                    }
                }
                List<Outcome> outcomes = dry ? expected(tx, good) : store(tx, good);
                keep(tx, outcomes, good, lines, refused);
                return new JobRun.Progress(first + rows.size(), wanted.shape().rows());
            });
            stored.accept(job.workspace());
            row += rows.size();
            rows.clear();
        }

        private void keep(
                Tx tx, List<Outcome> outcomes, List<ResponseRow> rows, List<Long> lines, List<RefusedRow> refused) {
            long accepted = outcomes.stream().filter(Outcome.ACCEPTED::equals).count();
            long duplicates =
                    outcomes.stream().filter(Outcome.DUPLICATE::equals).count();
            for (int i = 0; i < outcomes.size(); i++) {
                String name = rows.get(i).sourceKey().orElseGet(rows.get(i).id()::toString);
                switch (outcomes.get(i)) {
                    case CONFLICT -> refused.add(refusal(lines.get(i), ErrorCode.RESPONSE_DIFFERS, name));
                    case FAILED -> refused.add(refusal(lines.get(i), ErrorCode.INTERNAL, name));
                    case ACCEPTED, DUPLICATE -> {}
                }
            }
            Import before = ImportRows.lock(tx, wanted.id());
            long room = MOST_REFUSALS_KEPT - before.counts().refused();
            refused.stream().limit(Math.max(0, room)).forEach(one -> ImportRows.insertRefusal(tx, wanted.id(), one));
            ImportRows.update(
                    tx, Imported.withCounts(before, before.counts().plus(accepted, duplicates, refused.size())));
        }

        private RefusedRow refusal(long line, ErrorCode code, String name) {
            return new RefusedRow(line, List.of(new ImportFault("", "", code, List.of(name))));
        }

        private ResponseRow response(RowReader.ReadRow read, long number, Instant now) {
            ResponseId id = responseId(wanted.id(), number);
            PersonalSealing sealing = PersonalSealing.of(
                    keys,
                    job.workspace(),
                    id,
                    read.checked().answers(),
                    target.rules().personal(),
                    Optional.empty());
            return new ResponseRow(
                    id,
                    target.campaign().id(),
                    target.campaign().version(),
                    read.response().submittedAt().orElse(now).truncatedTo(ChronoUnit.MILLIS),
                    read.response().submittedAt().isPresent(),
                    now,
                    read.response().language(),
                    read.response().context(),
                    sealing.answers(),
                    read.checked().codes(),
                    Optional.of(wanted.id()),
                    read.sourceKey(),
                    sealing.personal(),
                    Optional.empty(),
                    target.campaign().simulated());
        }

        private List<Outcome> expected(Tx tx, List<ResponseRow> rows) {
            List<Outcome> outcomes = new ArrayList<>(rows.size());
            for (ResponseRow one : rows) {
                outcomes.add(one.sourceKey().isEmpty() ? Outcome.ACCEPTED : ResponseStore.expected(tx, one));
            }
            return outcomes;
        }

        /** Stores the rows together; when that fails, each alone, so that one bad row is refused alone. */
        private List<Outcome> store(Tx tx, List<ResponseRow> rows) {
            try {
                Connection connection = tx.connection();
                Savepoint before = connection.setSavepoint();
                try {
                    return ResponseStore.insert(tx, rows);
                } catch (ResultSetException failure) {
                    connection.rollback(before);
                    if (rows.size() == 1) {
                        return List.of(Outcome.FAILED);
                    }
                }
            } catch (SQLException broken) {
                throw new ResultSetException("Rows could not be stored", broken, null);
            }
            List<Outcome> outcomes = new ArrayList<>(rows.size());
            rows.forEach(one -> outcomes.addAll(store(tx, List.of(one))));
            return outcomes;
        }
    }
}
