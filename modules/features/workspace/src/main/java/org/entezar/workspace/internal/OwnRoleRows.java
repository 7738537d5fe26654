package org.entezar.workspace.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.workspace.OwnRole;
import org.entezar.workspace.OwnRoles;

/** Roles of a workspace's own and who holds them, in their tables. */
public final class OwnRoleRows {

    private static final String SELECT = "select key, name::text as name, permissions, revision, changed_at, changed_by"
            + " from own_role where workspace_id = :workspace order by key collate \"C\"";

    /** All, by key. */
    public List<OwnRole> all(Tx tx) {
        return roles(tx, SELECT);
    }

    /** All, by key; until the end of the transaction nobody else changes, gives or takes one. */
    public List<OwnRole> lock(Tx tx) {
        return roles(tx, SELECT + " for update");
    }

    private static List<OwnRole> roles(Tx tx, String sql) {
        return tx.handle()
                .createQuery(sql)
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> role(row))
                .list();
    }

    private static OwnRole role(ResultSet row) throws SQLException {
        return new OwnRole(
                row.getString("key"),
                Json.read(row.getString("name"), LocalizedText.class),
                permissions(row.getString("permissions")),
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    /** What can be given of what is written; a name that is none gives nothing. */
    private static Set<Permission> permissions(String names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Set<String> written = Set.copyOf(Arrays.asList(names.split(",")));
        OwnRoles.GRANTABLE.stream()
                .filter(permission -> written.contains(permission.name()))
                .forEach(permissions::add);
        return permissions;
    }

    public void insert(Tx tx, OwnRole role) {
        bound(tx, role, """
                insert into own_role (workspace_id, key, name, permissions, revision, changed_at, changed_by)
                values (:workspace, :key, cast(:name as jsonb), :permissions, :revision, :at, :by)""");
    }

    public void update(Tx tx, OwnRole role) {
        bound(tx, role, """
                update own_role set name = cast(:name as jsonb), permissions = :permissions, revision = :revision,
                    changed_at = :at, changed_by = :by
                where workspace_id = :workspace and key = :key""");
    }

    private static void bound(Tx tx, OwnRole role, String sql) {
        tx.handle()
                .createUpdate(sql)
                .bind("workspace", tx.workspace().value())
                .bind("key", role.key())
                .bind("name", Json.write(role.name()))
                .bind(
                        "permissions",
                        role.permissions().stream()
                                .sorted()
                                .map(Permission::name)
                                .collect(Collectors.joining(",")))
                .bind("revision", role.revision())
                .bind("at", role.changedAt().atOffset(ZoneOffset.UTC))
                .bind("by", role.changedBy())
                .execute();
    }

    /** Deletes a role and takes it from everybody who holds it. */
    public void delete(Tx tx, String key) {
        ofKey(
                tx,
                "delete from own_role_holder where workspace_id = :workspace and role = :key" + " and ended_at is null",
                key);
        ofKey(tx, "delete from own_role where workspace_id = :workspace and key = :key", key);
    }

    private static void ofKey(Tx tx, String sql, String key) {
        tx.handle()
                .createUpdate(sql)
                .bind("workspace", tx.workspace().value())
                .bind("key", key)
                .execute();
    }

    /** Keys of the roles that people hold, by subject. */
    public Map<String, Set<String>> holders(Tx tx) {
        Map<String, Set<String>> holders = new HashMap<>();
        tx.handle()
                .createQuery("select subject, role from own_role_holder where workspace_id = :workspace"
                        + " and ended_at is null")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> Map.entry(row.getString("subject"), row.getString("role")))
                .forEach(one -> holders.computeIfAbsent(one.getKey(), subject -> new TreeSet<>())
                        .add(one.getValue()));
        return holders;
    }

    /** What a person holds. */
    public Set<String> of(Tx tx, String subject) {
        return Optional.ofNullable(holders(tx).get(subject)).orElse(Set.of());
    }

    /** Lets a person hold these, who held none. */
    public void hold(Tx tx, String subject, Set<String> keys) {
        keys.forEach(key -> tx.handle()
                .createUpdate("insert into own_role_holder (workspace_id, subject, role, given_at, given_by)"
                        + " values (:workspace, :subject, :role, :at, :by)")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .bind("role", key)
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .bind("by", tx.caller().subject())
                .execute());
    }

    /** Ends what a person holds who is removed. */
    public void end(Tx tx, String subject) {
        tx.handle()
                .createUpdate("update own_role_holder set ended_at = :at"
                        + " where workspace_id = :workspace and subject = :subject and ended_at is null")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Whose holding was ended since then. */
    public List<String> ended(Tx tx, Instant since) {
        return tx.handle()
                .createQuery("select distinct subject from own_role_holder"
                        + " where workspace_id = :workspace and ended_at > :since")
                .bind("workspace", tx.workspace().value())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .list();
    }

    /** Takes all from a person, and forgets whose holding was ended before then. */
    public void forget(Tx tx, String subject, Instant before) {
        forget(tx, subject);
        tx.handle()
                .createUpdate("delete from own_role_holder where workspace_id = :workspace and ended_at < :before")
                .bind("workspace", tx.workspace().value())
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Forgets what was ended of somebody who comes in again. */
    public void forgetEnded(Tx tx, String subject) {
        tx.handle()
                .createUpdate("delete from own_role_holder"
                        + " where workspace_id = :workspace and subject = :subject and ended_at is not null")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .execute();
    }

    /** Takes all from a person. */
    public void forget(Tx tx, String subject) {
        tx.handle()
                .createUpdate("delete from own_role_holder where workspace_id = :workspace and subject = :subject")
                .bind("workspace", tx.workspace().value())
                .bind("subject", subject)
                .execute();
    }
}
