package org.entezar.audit.internal.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.internal.checkpoint.CheckpointRows;
import org.entezar.audit.internal.keys.KeyCustody;
import org.entezar.audit.internal.proof.HistoryTree;
import org.entezar.audit.internal.reading.EntryRows;
import org.entezar.collection.SealedResponses;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Malformed;
import org.entezar.evidence.Merkle;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.archive.ArchiveWriter;
import org.entezar.evidence.archive.Manifest;
import org.entezar.evidence.archive.Member;
import org.entezar.kernel.Caller;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;

/** What goes into an archive, out of one snapshot, as it is stored: what was tampered with goes in tampered. */
final class ArchiveContent {

    private static final int FETCH = 2_000;
    private static final int PAGE = 1_000;
    private static final int MOST_STRAYS = 10_000;

    private final Tx tx;
    private final SealedResponses responses;
    private final KeyCustody custody;
    private final Instant madeAt;
    private final long size;
    private final long newest;

    ArchiveContent(Tx tx, SealedResponses responses, KeyCustody custody, Instant madeAt) {
        this.tx = tx;
        this.responses = responses;
        this.custody = custody;
        this.madeAt = madeAt;
        tx.handle().execute("set transaction isolation level repeatable read");
        this.size = EntryRows.size(tx);
        this.newest = CheckpointRows.newestSize(tx);
    }

    /** Whether the newest checkpoint is over exactly what is there. */
    boolean isSigned() {
        return newest > 0 && newest >= size;
    }

    void write(Caller caller, Optional<Instant> from, Optional<Instant> to, OutputStream output, Steps steps)
            throws IOException {
        // Beyond the newest checkpoint there is nothing, unless somebody put it there; then it is shown.
        long end = Math.max(Math.max(newest, size), 1);
        long first = from.map(time -> boundary("min", "at >= :time", time, end)).orElse(1L);
        long wanted = to.map(time -> boundary("max", "at < :time", time, 1)).orElse(end);
        long last = CheckpointRows.coveringSize(tx, Math.max(first, wanted)).orElse(end);
        steps.expect(last - first + 1 + responses.count(caller, tx.workspace(), first, last));
        try (ArchiveWriter archive = new ArchiveWriter(output)) {
            archive.readme();
            archive.begin(Member.MANIFEST);
            archive.line(manifest(first, last).document());
            archive.begin(Member.KEYS);
            for (String statement : custody.lines(tx.handle())) {
                archive.line(oneLine(statement));
            }
            writeCheckpoints(archive, first, last);
            archive.begin(Member.ENTRIES);
            writeEntries(archive, first, last, steps);
            archive.begin(Member.RESPONSES);
            responses.batches(caller, tx.workspace(), first, last, batch -> {
                write(archive, batch);
                steps.advance(batch.ids().size());
            });
            archive.begin(Member.STRAYS);
            for (String stray : responses.strays(caller, tx.workspace(), MOST_STRAYS)) {
                archive.line(stray);
            }
            archive.seal(tx.workspace().toString(), custody.current());
        }
    }

    private long boundary(String which, String condition, Instant time, long otherwise) {
        return tx.handle()
                .createQuery("select " + which + "(sequence) from history_entry where workspace_id = :workspace and "
                        + condition)
                .bind("workspace", tx.workspace().value())
                .bind("time", time.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .findOne()
                .orElse(otherwise);
    }

    private Manifest manifest(long first, long last) {
        Hash head = Hash.ZERO;
        List<Hash> front = List.of();
        if (first > 1) {
            try {
                head = EntryRows.find(tx, first - 1).orElseThrow().hash();
                front = HistoryTree.of(tx).front(first - 1).parts();
            } catch (Malformed | IllegalStateException | java.util.NoSuchElementException spoilt) {
                // Told by the verifier: nothing connects these entries with what came before.
                front = List.of();
            }
        }
        return new Manifest(tx.workspace().toString(), madeAt, first, last, head, front);
    }

    private void writeCheckpoints(ArchiveWriter archive, long first, long last) throws IOException {
        archive.begin(Member.CHECKPOINTS);
        for (long after = 0; ; ) {
            List<CheckpointRows.Row> page = CheckpointRows.following(tx, after, PAGE);
            for (CheckpointRows.Row row : page) {
                archive.line(line(row));
                after = row.size();
            }
            if (page.isEmpty()) {
                break;
            }
        }
        archive.begin(Member.CONSISTENCY);
        long before = 0;
        for (long after = 0; ; ) {
            List<CheckpointRows.Row> page = CheckpointRows.following(tx, after, PAGE);
            for (CheckpointRows.Row row : page) {
                after = row.size();
                if (before > 0 && (before < first - 1 || after > last)) {
                    writeConsistency(archive, before, after);
                }
                before = after;
            }
            if (page.isEmpty()) {
                return;
            }
        }
    }

    /** The line as it is kept; where the row is filed under another size than it states, one that no verifier takes. */
    private static String line(CheckpointRows.Row row) {
        try {
            byte[] bytes = row.line().getBytes(StandardCharsets.UTF_8);
            if (SignedCheckpoint.parse(bytes).checkpoint().size() == row.size()) {
                return row.line();
            }
        } catch (Malformed spoilt) {
            return oneLine(row.line());
        }
        return "{\"filed\":" + row.size() + "}";
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private void writeConsistency(ArchiveWriter archive, long before, long after) throws IOException {
        try {
            ObjectNode line = Canonical.object();
            line.put("from", before).put("to", after);
            ArrayNode proof = line.putArray("proof");
            Merkle.consistency(HistoryTree.of(tx), before, after).forEach(hash -> proof.add(hash.hex()));
            archive.line(line);
        } catch (Malformed | IllegalStateException spoilt) {
            // Entries are missing or spoilt; the verifier misses the proof and says so.
            return;
        }
    }

    private void writeEntries(ArchiveWriter archive, long first, long last, Steps steps) throws IOException {
        try (PreparedStatement statement = tx.connection().prepareStatement("""
                select sequence, at, actor, action, subject, entry, hash from history_entry
                where workspace_id = ? and sequence >= ? and sequence <= ? order by sequence""")) {
            statement.setFetchSize(FETCH);
            statement.setObject(1, tx.workspace().value());
            statement.setLong(2, first);
            statement.setLong(3, last);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    archive.entry(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant().toString(),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7));
                    steps.advance(1);
                }
            }
        } catch (SQLException failure) {
            throw new ResultSetException("The history could not be read", failure, null);
        }
    }

    private static void write(ArchiveWriter archive, SealedResponses.SealedBatch batch) {
        try {
            archive.batch(batch.sequence(), batch.ids(), batch.leaves(), batch.withdrawn());
            for (int i = 0; i < batch.ids().size(); i++) {
                Optional<String> form = batch.forms().get(i);
                if (form.isPresent()) {
                    archive.line(form.get());
                } else {
                    archive.missing(batch.ids().get(i));
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
