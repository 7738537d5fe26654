package org.entezar.workspace.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.workspace.DirectoryEntry;
import org.entezar.workspace.Workspace;
import org.jdbi.v3.core.Handle;

/** The directory of workspaces, which is global, and the settings of each, which are its own. */
public final class WorkspaceRows {

    private static final String ACTIVE = "ACTIVE";
    private static final String DELETED = "DELETED";

    /** Enters a workspace; the unique alias is the database's to keep. */
    public void enter(Handle handle, WorkspaceId id, String alias, Instant at) {
        handle.createUpdate("insert into workspace_directory (id, alias, state, created_at)"
                        + " values (:id, :alias, :state, :at)")
                .bind("id", id.value())
                .bind("alias", alias)
                .bind("state", ACTIVE)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The workspace of that alias. */
    public Optional<WorkspaceId> byAlias(Handle handle, String alias) {
        return handle.createQuery("select id from workspace_directory where alias = :alias and state = :state")
                .bind("alias", alias)
                .bind("state", ACTIVE)
                .mapTo(UUID.class)
                .findOne()
                .map(WorkspaceId::new);
    }

    /** All workspaces, by alias. */
    public List<DirectoryEntry> all(Handle handle) {
        return handle.createQuery("select id, alias, created_at from workspace_directory where state = :state"
                        + " order by alias")
                .bind("state", ACTIVE)
                .map((row, context) -> new DirectoryEntry(
                        new WorkspaceId(row.getObject("id", UUID.class)),
                        row.getString("alias"),
                        instant(row, "created_at")))
                .list();
    }

    /** Ids of all that ever were, in whatever state. */
    public Set<WorkspaceId> known(Handle handle) {
        return Set.copyOf(handle.createQuery("select id from workspace_directory")
                .map((row, context) -> new WorkspaceId(row.getObject("id", UUID.class)))
                .list());
    }

    /** Nobody finds it any more; its alias becomes its id, so that it is free for others. */
    public int close(Handle handle, WorkspaceId id) {
        return handle.createUpdate("update workspace_directory set state = :state, alias = :alias where id = :id")
                .bind("id", id.value())
                .bind("alias", id.toString())
                .bind("state", DELETED)
                .execute();
    }

    /** Stores the first settings of a workspace. */
    public void insert(Tx tx, Settings settings) {
        tx.handle()
                .createUpdate("insert into workspace_settings (workspace_id, settings, changed_at)"
                        + " values (:workspace, cast(:settings as jsonb), :at)")
                .bind("workspace", tx.workspace().value())
                .bind("settings", Json.write(settings))
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Replaces the settings. */
    public void update(Tx tx, Settings settings) {
        tx.handle()
                .createUpdate("update workspace_settings set settings = cast(:settings as jsonb), changed_at = :at"
                        + " where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .bind("settings", Json.write(settings))
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The settings, locked until the transaction ends so that two changes do not undo each other. */
    public Optional<Settings> lock(Tx tx) {
        return tx.handle()
                .createQuery("select settings from workspace_settings where workspace_id = :workspace for update")
                .bind("workspace", tx.workspace().value())
                .mapTo(String.class)
                .findOne()
                .map(settings -> Json.read(settings, Settings.class));
    }

    /** The workspace of this transaction. */
    public Optional<Workspace> find(Tx tx) {
        return tx.handle()
                .createQuery("select d.alias, d.created_at, s.settings from workspace_settings s"
                        + " join workspace_directory d on d.id = s.workspace_id"
                        + " where s.workspace_id = :workspace and d.state = :state")
                .bind("workspace", tx.workspace().value())
                .bind("state", ACTIVE)
                .map((row, context) -> workspace(tx.workspace(), row))
                .findOne();
    }

    private static Workspace workspace(WorkspaceId id, ResultSet row) throws SQLException {
        Settings settings = Json.read(row.getString("settings"), Settings.class);
        return new Workspace(
                id,
                row.getString("alias"),
                settings.name(),
                settings.languages(),
                settings.timeZone(),
                settings.minimumGroup(),
                settings.plugins(),
                settings.chosenCalendar().key(),
                instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
