package org.entezar.collection.internal.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.FileShape;
import org.entezar.collection.Import;
import org.entezar.collection.ImportFault;
import org.entezar.collection.ImportId;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.ImportState;
import org.entezar.collection.RefusedRow;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.jobs.JobId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.jspecify.annotations.Nullable;

/** Imports, their files and their refused rows in their tables. */
public final class ImportRows {

    private static final String COLUMNS = "id, campaign_id, file_name, bytes, shape::text as shape,"
            + " mapping::text as mapping, state, job_id, read_rows, accepted, duplicates, refused, created_at, created_by";
    private static final TypeReference<List<ImportFault>> FAULTS = new TypeReference<>() {};

    private ImportRows() {}

    public static void insert(Tx tx, Import made, String sha256) {
        tx.handle()
                .createUpdate("""
                        insert into response_import (workspace_id, id, campaign_id, file_name, bytes, sha256, shape,
                            mapping, state, read_rows, accepted, duplicates, refused, created_at, created_by)
                        values (:workspace, :id, :campaign::uuid, :fileName, :bytes, :sha256, :shape::jsonb, :mapping::jsonb,
                            :state, 0, 0, 0, 0, :createdAt, :createdBy)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", made.id().value())
                .bind("campaign", value(made.campaign()))
                .bind("fileName", made.fileName())
                .bind("bytes", made.bytes())
                .bind("sha256", sha256)
                .bind("shape", Json.write(made.shape()))
                .bind("mapping", Json.write(made.mapping()))
                .bind("state", made.state().name())
                .bind("createdAt", made.createdAt().atOffset(ZoneOffset.UTC))
                .bind("createdBy", made.createdBy())
                .execute();
    }

    public static void update(Tx tx, Import changed) {
        tx.handle()
                .createUpdate("""
                        update response_import set campaign_id = :campaign::uuid, shape = :shape::jsonb,
                            mapping = :mapping::jsonb, state = :state, job_id = :job::uuid, read_rows = :read,
                            accepted = :accepted, duplicates = :duplicates, refused = :refused
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", changed.id().value())
                .bind("campaign", value(changed.campaign()))
                .bind("shape", Json.write(changed.shape()))
                .bind("mapping", Json.write(changed.mapping()))
                .bind("state", changed.state().name())
                .bind("job", changed.job().map(JobId::value).orElse(null))
                .bind("read", changed.counts().read())
                .bind("accepted", changed.counts().accepted())
                .bind("duplicates", changed.counts().duplicates())
                .bind("refused", changed.counts().refused())
                .execute();
    }

    private static @Nullable UUID value(Optional<CampaignId> campaign) {
        return campaign.map(CampaignId::value).orElse(null);
    }

    public static Import get(Tx tx, ImportId id) {
        return find(tx, id, "").orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    public static Import lock(Tx tx, ImportId id) {
        return find(tx, id, " for update").orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static Optional<Import> find(Tx tx, ImportId id, String lock) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from response_import where workspace_id = :workspace and id = :id"
                        + lock)
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((rows, context) -> row(rows))
                .findOne();
    }

    public static List<Import> all(Tx tx) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from response_import where workspace_id = :workspace order by created_at desc, id desc")
                .bind("workspace", tx.workspace().value())
                .map((rows, context) -> row(rows))
                .list();
    }

    /** Another import of the same bytes into the same campaign whose rows count, or are about to. */
    public static Optional<String> sameFile(Tx tx, Import wanted) {
        return tx.handle()
                .createQuery("""
                        select other.file_name from response_import other
                        join response_import this on this.workspace_id = other.workspace_id
                            and this.sha256 = other.sha256 and this.campaign_id = other.campaign_id
                        where this.workspace_id = :workspace and other.workspace_id = :workspace
                          and this.id = :id and other.id <> :id and other.state in ('RUNNING', 'DONE', 'FAILED')
                        limit 1""")
                .bind("workspace", tx.workspace().value())
                .bind("id", wanted.id().value())
                .mapTo(String.class)
                .findOne();
    }

    public static void insertChunk(Tx tx, ImportId id, int number, byte[] bytes) {
        tx.handle()
                .createUpdate("""
                        insert into import_chunk (workspace_id, import_id, number, bytes)
                        values (:workspace, :id, :number, :bytes)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("number", number)
                .bind("bytes", bytes)
                .execute();
    }

    public static Optional<byte[]> chunk(Tx tx, ImportId id, int number) {
        return tx.handle()
                .createQuery("""
                        select bytes from import_chunk
                        where workspace_id = :workspace and import_id = :id and number = :number""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("number", number)
                .map((rows, context) -> rows.getBytes(1))
                .findOne();
    }

    public static void insertRefusal(Tx tx, ImportId id, RefusedRow row) {
        tx.handle()
                .createUpdate("""
                        insert into import_refusal (workspace_id, import_id, line, faults)
                        values (:workspace, :id, :line, :faults::jsonb)
                        on conflict (workspace_id, import_id, line) do nothing""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("line", row.line())
                .bind("faults", Json.write(row.faults()).replace("\\u0000", "\\uFFFD"))
                .execute();
    }

    public static void clearRefusals(Tx tx, ImportId id) {
        tx.handle()
                .createUpdate("delete from import_refusal where workspace_id = :workspace and import_id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .execute();
    }

    public static List<RefusedRow> refusals(Tx tx, ImportId id, long afterLine, int limit) {
        return tx.handle()
                .createQuery("""
                        select line, faults::text from import_refusal
                        where workspace_id = :workspace and import_id = :id and line > :after
                        order by line limit :limit""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("after", afterLine)
                .bind("limit", limit)
                .map((rows, context) -> new RefusedRow(
                        rows.getLong(1), Json.mapper().convertValue(Json.parse(rows.getString(2)), FAULTS)))
                .list();
    }

    /** Marks all responses of the import as withdrawn; returns how many. */
    public static int withdraw(Tx tx, ImportId id) {
        int count = tx.handle()
                .createUpdate("""
                        update response set withdrawn_at = :now
                        where workspace_id = :workspace and import_id = :id and withdrawn_at is null""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
        tx.handle()
                .createUpdate("""
                        update response_vector v set withdrawn_ms = :now
                        from response r
                        where v.workspace_id = :workspace and r.workspace_id = :workspace and r.import_id = :id
                          and v.campaign_id = r.campaign_id and v.response_id = r.id and v.withdrawn_ms is null""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("now", tx.now().toEpochMilli())
                .execute();
        return count;
    }

    /** The bytes of a file, a chunk in memory at a time. */
    public static InputStream stream(java.util.function.IntFunction<Optional<byte[]>> chunks) {
        return new ChunkStream(chunks);
    }

    private static Import row(ResultSet rows) throws SQLException {
        return new Import(
                new ImportId(rows.getObject("id", UUID.class)),
                Optional.ofNullable(rows.getObject("campaign_id", UUID.class)).map(CampaignId::new),
                rows.getString("file_name"),
                rows.getLong("bytes"),
                Json.read(rows.getString("shape"), FileShape.class),
                Json.read(rows.getString("mapping"), ImportMapping.class),
                ImportState.valueOf(rows.getString("state")),
                Optional.ofNullable(rows.getObject("job_id", UUID.class)).map(JobId::new),
                new Import.Counts(
                        rows.getLong("read_rows"),
                        rows.getLong("accepted"),
                        rows.getLong("duplicates"),
                        rows.getLong("refused")),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                rows.getString("created_by"));
    }
}
