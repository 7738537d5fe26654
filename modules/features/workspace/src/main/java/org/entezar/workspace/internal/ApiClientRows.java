package org.entezar.workspace.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entezar.kernel.Permission;
import org.entezar.platform.tenancy.Tx;
import org.entezar.workspace.ApiClient;
import org.entezar.workspace.ApiClientId;

/** API clients in their table. */
public final class ApiClientRows {

    private static final String COLUMNS =
            "id, client_id, name, permissions, created_by, created_at, rotated_at," + " last_used_at, revoked_at";

    public void insert(Tx tx, ApiClient client, String subject) {
        tx.handle()
                .createUpdate("""
                        insert into api_client (workspace_id, id, client_id, subject, name, permissions, created_by,
                            created_at)
                        values (:workspace, :id, :clientId, :subject, :name, :permissions, :createdBy, :createdAt)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", client.id().value())
                .bind("clientId", client.clientId())
                .bind("subject", subject)
                .bind("name", client.name())
                .bind(
                        "permissions",
                        client.permissions().stream()
                                .sorted()
                                .map(Permission::name)
                                .collect(Collectors.joining(",")))
                .bind("createdBy", client.createdBy())
                .bind("createdAt", utc(client.createdAt()))
                .execute();
    }

    /** All, the newest first. */
    public List<ApiClient> all(Tx tx) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from api_client where workspace_id = :workspace"
                        + " order by created_at desc, id desc")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> client(row))
                .list();
    }

    /** How many can be used. */
    public int usable(Tx tx) {
        return tx.handle()
                .createQuery("select count(*) from api_client where workspace_id = :workspace and revoked_at is null")
                .bind("workspace", tx.workspace().value())
                .mapTo(Integer.class)
                .one();
    }

    public Optional<ApiClient> find(Tx tx, ApiClientId id) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from api_client where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((row, context) -> client(row))
                .findOne();
    }

    /** The client whose tokens have this subject. */
    public Optional<ApiClient> bySubject(Tx tx, String subject) {
        return tx.handle()
                .createQuery(
                        "select " + COLUMNS + " from api_client where workspace_id = :workspace and subject = :subject")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .map((row, context) -> client(row))
                .findOne();
    }

    public void rotated(Tx tx, ApiClientId id) {
        tx.handle()
                .createUpdate("update api_client set rotated_at = :now where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("now", utc(tx.now()))
                .execute();
    }

    public void used(Tx tx, ApiClientId id) {
        tx.handle()
                .createUpdate("update api_client set last_used_at = :now where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("now", utc(tx.now()))
                .execute();
    }

    /** Revokes; false when it was revoked before. */
    public boolean revoke(Tx tx, ApiClientId id) {
        return tx.handle()
                        .createUpdate("update api_client set revoked_at = :now"
                                + " where workspace_id = :workspace and id = :id and revoked_at is null")
                        .bind("workspace", tx.workspace().value())
                        .bind("id", id.value())
                        .bind("now", utc(tx.now()))
                        .execute()
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ApiClient client(ResultSet row) throws SQLException {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        // A permission that a later release took away is passed over.
        Set<String> names = Set.of(row.getString("permissions").split(","));
        Arrays.stream(Permission.values())
                .filter(permission -> names.contains(permission.name()))
                .forEach(permissions::add);
        return new ApiClient(
                new ApiClientId(row.getObject("id", UUID.class)),
                row.getString("client_id"),
                row.getString("name"),
                permissions,
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                time(row, "rotated_at"),
                time(row, "last_used_at"),
                time(row, "revoked_at"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
