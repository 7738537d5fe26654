package org.entezar.platform.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;

/** Jobs in their table. */
final class JobRows {

    private static final String COLUMNS = "id, kind, state, done, total, input::text as input, result::text as result,"
            + " created_at, created_by, ended_at";

    private JobRows() {}

    static void insert(Tx tx, Job job) {
        tx.handle()
                .createUpdate("""
                        insert into job (workspace_id, id, kind, state, done, total, input, created_at, created_by)
                        values (:workspace, :id, :kind, :state, :done, :total, :input::jsonb, :createdAt, :createdBy)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", job.id().value())
                .bind("kind", job.kind())
                .bind("state", job.state().name())
                .bind("done", job.done())
                .bind("total", job.total())
                .bind("input", Json.write(job.input()))
                .bind("createdAt", job.createdAt().atOffset(ZoneOffset.UTC))
                .bind("createdBy", job.createdBy())
                .execute();
    }

    static Optional<Job> find(Tx tx, JobId id) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from job where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((rows, context) -> job(rows))
                .findOne();
    }

    static List<Job> latest(Tx tx, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from job where workspace_id = :workspace order by created_at desc, id desc limit :limit")
                .bind("workspace", tx.workspace().value())
                .bind("limit", limit)
                .map((rows, context) -> job(rows))
                .list();
    }

    static List<Job> unfinished(Tx tx) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from job where workspace_id = :workspace and state in ('QUEUED', 'RUNNING')"
                        + " order by created_at, id")
                .bind("workspace", tx.workspace().value())
                .map((rows, context) -> job(rows))
                .list();
    }

    /** Those that have not ended or were made since then, the newest first. */
    static List<Job> recent(Tx tx, Instant since, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from job where workspace_id = :workspace and (state in ('QUEUED', 'RUNNING')"
                        + " or created_at >= :since) order by created_at desc, id desc limit :limit")
                .bind("workspace", tx.workspace().value())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((rows, context) -> job(rows))
                .list();
    }

    static void running(Tx tx, JobId id) {
        tx.handle()
                .createUpdate("update job set state = 'RUNNING' where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .execute();
    }

    static void progress(Tx tx, JobId id, JobRun.Progress progress) {
        tx.handle()
                .createUpdate(
                        "update job set done = :done, total = :total where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("done", progress.done())
                .bind("total", progress.total())
                .execute();
    }

    static void end(Tx tx, JobId id, JobState state, JsonNode result) {
        tx.handle()
                .createUpdate("""
                        update job set state = :state, result = :result::jsonb, ended_at = :now
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("state", state.name())
                .bind("result", Json.write(result))
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Job job(ResultSet rows) throws SQLException {
        return new Job(
                new JobId(rows.getObject("id", UUID.class)),
                rows.getString("kind"),
                JobState.valueOf(rows.getString("state")),
                rows.getLong("done"),
                rows.getLong("total"),
                Json.parse(rows.getString("input")),
                Optional.ofNullable(rows.getString("result")).map(Json::parse),
                time(rows, "created_at").orElseThrow(),
                rows.getString("created_by"),
                time(rows, "ended_at"));
    }

    private static Optional<Instant> time(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
