package org.entezar.workspace.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Quota;
import org.entezar.workspace.Standing;
import org.jdbi.v3.core.Handle;

/** Standings in the directory of workspaces, which is global. */
public final class StandingRows {

    private static final String SELECT =
            "select id, alias, created_at, suspended_at, suspended_reason, quotas::text as quotas from workspace_directory";
    private static final TypeReference<Map<Quota, Long>> QUOTAS = new TypeReference<>() {};

    private StandingRows() {}

    public static Optional<Standing> find(Handle handle, WorkspaceId id) {
        return handle.createQuery(SELECT + " where id = :id")
                .bind("id", id.value())
                .map((row, context) -> standing(row))
                .findOne();
    }

    /** All, by alias. */
    public static List<Standing> all(Handle handle) {
        return handle.createQuery(SELECT + " order by alias collate \"C\"")
                .map((row, context) -> standing(row))
                .list();
    }

    /** Suspends with a reason, or resumes without one. */
    public static void suspend(Handle handle, WorkspaceId id, Optional<Instant> at, Optional<String> reason) {
        handle.createUpdate("update workspace_directory set suspended_at = :at, suspended_reason = :reason"
                        + " where id = :id")
                .bind("id", id.value())
                .bind("at", at.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null))
                .bind("reason", reason.orElse(null))
                .execute();
    }

    public static void quotas(Handle handle, WorkspaceId id, Map<Quota, Long> own) {
        handle.createUpdate("update workspace_directory set quotas = cast(:quotas as jsonb) where id = :id")
                .bind("id", id.value())
                .bind("quotas", Json.write(own))
                .execute();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        OffsetDateTime suspended = row.getObject("suspended_at", OffsetDateTime.class);
        return new Standing(
                new WorkspaceId(row.getObject("id", UUID.class)),
                row.getString("alias"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(suspended).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("suspended_reason")),
                Json.mapper().convertValue(Json.parse(row.getString("quotas")), QUOTAS));
    }
}
