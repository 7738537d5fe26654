package org.entezar.workspace.internal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.workspace.WithdrawnPlugin;
import org.jdbi.v3.core.Handle;

/** Plugins that are withdrawn, in their table, which is global. */
public final class WithdrawnPluginRows {

    private WithdrawnPluginRows() {}

    /** All, by id. */
    public static List<WithdrawnPlugin> all(Handle handle) {
        return handle.createQuery("select plugin, reason, withdrawn_by, withdrawn_at from withdrawn_plugin"
                        + " order by plugin collate \"C\"")
                .map((row, context) -> new WithdrawnPlugin(
                        row.getString("plugin"),
                        row.getString("reason"),
                        row.getString("withdrawn_by"),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Their ids. */
    public static Set<String> ids(Handle handle) {
        return all(handle).stream().map(WithdrawnPlugin::plugin).collect(Collectors.toUnmodifiableSet());
    }

    public static void insert(Handle handle, WithdrawnPlugin withdrawn) {
        handle.createUpdate("insert into withdrawn_plugin (plugin, reason, withdrawn_by, withdrawn_at)"
                        + " values (:plugin, :reason, :by, :at)")
                .bind("plugin", withdrawn.plugin())
                .bind("reason", withdrawn.reason())
                .bind("by", withdrawn.withdrawnBy())
                .bind("at", withdrawn.withdrawnAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Whether there was one. */
    public static boolean delete(Handle handle, String plugin) {
        return handle.createUpdate("delete from withdrawn_plugin where plugin = :plugin")
                        .bind("plugin", plugin)
                        .execute()
                > 0;
    }
}
