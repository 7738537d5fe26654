package org.entezar.workspace.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.OperatorAccess;
import org.entezar.workspace.OperatorAccessId;
import org.jdbi.v3.core.Handle;

/** Operators' looks into workspaces: a global table, since an operator's request must be known before any workspace is. */
public final class OperatorAccessRows {

    private static final String SELECT =
            "select id, workspace_id, operator, operator_name, reason, asked_at, decided_by,"
                    + " ends_at, ended_at from operator_access";

    private OperatorAccessRows() {}

    public static void insert(Handle handle, OperatorAccess access) {
        handle.createUpdate("insert into operator_access (id, workspace_id, operator, operator_name, reason, asked_at)"
                        + " values (:id, :workspace, :operator, :name, :reason, :at)")
                .bind("id", access.id().value())
                .bind("workspace", access.workspace().value())
                .bind("operator", access.operator())
                .bind("name", access.operatorName())
                .bind("reason", access.reason())
                .bind("at", access.askedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** One of the workspace, locked until the transaction ends. */
    public static Optional<OperatorAccess> lock(Handle handle, WorkspaceId workspace, OperatorAccessId id) {
        return handle.createQuery(SELECT + " where workspace_id = :workspace and id = :id for update")
                .bind("workspace", workspace.value())
                .bind("id", id.value())
                .map((row, context) -> access(row))
                .findOne();
    }

    /** Those of a workspace, the newest first. */
    public static List<OperatorAccess> of(Handle handle, WorkspaceId workspace, int most) {
        return handle.createQuery(SELECT + " where workspace_id = :workspace order by asked_at desc, id limit :most")
                .bind("workspace", workspace.value())
                .bind("most", most)
                .map((row, context) -> access(row))
                .list();
    }

    /** Those of all workspaces, the newest first. */
    public static List<OperatorAccess> all(Handle handle, int most) {
        return handle.createQuery(SELECT + " order by asked_at desc, id limit :most")
                .bind("most", most)
                .map((row, context) -> access(row))
                .list();
    }

    /** Those that let this operator in now. */
    public static List<OperatorAccess> open(Handle handle, String operator, Instant now) {
        return handle.createQuery(SELECT + " where operator = :operator and ends_at > :now and ended_at is null")
                .bind("operator", operator)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> access(row))
                .list();
    }

    public static void grant(Handle handle, OperatorAccessId id, String owner, Instant until) {
        handle.createUpdate("update operator_access set decided_by = :owner, ends_at = :until where id = :id")
                .bind("id", id.value())
                .bind("owner", owner)
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public static void end(Handle handle, OperatorAccessId id, String owner, Instant at) {
        handle.createUpdate("update operator_access set decided_by = coalesce(decided_by, :owner), ended_at = :at"
                        + " where id = :id")
                .bind("id", id.value())
                .bind("owner", owner)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static OperatorAccess access(ResultSet row) throws SQLException {
        return new OperatorAccess(
                new OperatorAccessId(row.getObject("id", UUID.class)),
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                row.getString("operator"),
                row.getString("operator_name"),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getObject("ends_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
