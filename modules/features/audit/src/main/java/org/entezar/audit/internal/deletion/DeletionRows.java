package org.entezar.audit.internal.deletion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.audit.Deletion;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.jdbi.v3.core.Handle;

/** Deletions in their table, which belongs to no workspace: it is what is left of one. */
public final class DeletionRows {

    private static final String SELECT = "select deleted_workspace, alias, name, requested_by, requested_at, due_at,"
            + " cancelled_at, deleted_at, certificate from workspace_deletion ";

    private DeletionRows() {}

    public static void insert(Handle handle, Deletion deletion, byte[] ticket) {
        handle.createUpdate("insert into workspace_deletion (ticket, deleted_workspace, alias, name, requested_by,"
                        + " requested_at, due_at) values (:ticket, :workspace, :alias, cast(:name as jsonb), :by, :at,"
                        + " :due)")
                .bind("ticket", ticket)
                .bind("workspace", deletion.workspace().value())
                .bind("alias", deletion.alias())
                .bind("name", Json.write(deletion.name()))
                .bind("by", deletion.requestedBy())
                .bind("at", utc(deletion.requestedAt()))
                .bind("due", utc(deletion.dueAt()))
                .execute();
    }

    /** The one that is going to happen, if any. */
    public static Optional<Deletion> pending(Handle handle, WorkspaceId workspace) {
        return handle.createQuery(SELECT + "where deleted_workspace = :workspace and cancelled_at is null"
                        + " and deleted_at is null")
                .bind("workspace", workspace.value())
                .map((row, context) -> deletion(row))
                .findOne();
    }

    /** By the hash of what its link carries; the certificate only once everything is gone. */
    public static Optional<Deletion> byTicket(Handle handle, byte[] ticket) {
        return handle.createQuery(SELECT + "where ticket = :ticket")
                .bind("ticket", ticket)
                .map((row, context) -> deletion(row))
                .findOne();
    }

    /** Those whose time has come. */
    public static List<Deletion> due(Handle handle, Instant now) {
        return handle.createQuery(
                        SELECT + "where cancelled_at is null and deleted_at is null and due_at <= :now order by due_at")
                .bind("now", utc(now))
                .map((row, context) -> deletion(row))
                .list();
    }

    /** Those that are done since then and were not looked at again. */
    public static List<WorkspaceId> unswept(Handle handle, Instant before) {
        return handle.createQuery("select deleted_workspace from workspace_deletion"
                        + " where deleted_at < :before and swept_at is null")
                .bind("before", utc(before))
                .map((row, context) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Whether there was one to cancel. */
    public static boolean cancel(Handle handle, WorkspaceId workspace, Instant at) {
        return set(handle, workspace, "cancelled_at = :value", " and deleted_at is null and cancelled_at is null", at);
    }

    public static void done(Handle handle, WorkspaceId workspace, Instant at) {
        set(handle, workspace, "deleted_at = :value", " and deleted_at is null and cancelled_at is null", at);
    }

    public static void swept(Handle handle, WorkspaceId workspace, Instant at) {
        set(handle, workspace, "swept_at = :value", " and deleted_at is not null", at);
    }

    private static boolean set(Handle handle, WorkspaceId workspace, String what, String where, Instant at) {
        return handle.createUpdate("update workspace_deletion set " + what + " where deleted_workspace = :workspace"
                                + where)
                        .bind("workspace", workspace.value())
                        .bind("value", utc(at))
                        .execute()
                > 0;
    }

    public static void certify(Handle handle, WorkspaceId workspace, String certificate) {
        handle.createUpdate("update workspace_deletion set certificate = :certificate"
                        + " where deleted_workspace = :workspace and deleted_at is null and cancelled_at is null")
                .bind("workspace", workspace.value())
                .bind("certificate", certificate)
                .execute();
    }

    /** Asks the database whether it would erase the workspace now; throws as {@link #erase} does when it would not. */
    public static boolean requireErasable(Handle handle, WorkspaceId workspace) {
        return handle.createQuery("select require_erasable(:workspace)")
                .bind("workspace", workspace.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** Erases every row of the workspace; refused by the database when no deletion of it is due. */
    public static long erase(Handle handle, WorkspaceId workspace) {
        return handle.createQuery("select erase_workspace(:workspace)")
                .bind("workspace", workspace.value())
                .mapTo(Long.class)
                .one();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Deletion deletion(ResultSet row) throws SQLException {
        return new Deletion(
                new WorkspaceId(row.getObject("deleted_workspace", UUID.class)),
                row.getString("alias"),
                Json.read(row.getString("name"), LocalizedText.class),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                time(row, "cancelled_at"),
                time(row, "deleted_at"),
                Optional.ofNullable(row.getString("certificate")));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
