package org.entezar.workspace.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.platform.tenancy.Tx;
import org.entezar.workspace.SavedView;
import org.entezar.workspace.SavedViewId;
import org.jdbi.v3.core.mapper.RowMapper;

/** Saved views in their table; every statement names the person besides the workspace. */
public final class SavedViewRows {

    private static final RowMapper<SavedView> VIEW = (row, context) -> new SavedView(
            new SavedViewId(row.getObject("id", UUID.class)),
            row.getString("list"),
            row.getString("name"),
            row.getString("query"));

    public List<SavedView> of(Tx tx, String person, String list) {
        return tx.handle()
                .createQuery("""
                        select id, list, name, query from saved_view
                        where workspace_id = :workspace and person = :person and list = :list order by name""")
                .bind("workspace", tx.workspace().value())
                .bind("person", person)
                .bind("list", list)
                .map(VIEW)
                .list();
    }

    public Optional<SavedView> find(Tx tx, String person, SavedViewId id) {
        return tx.handle()
                .createQuery("""
                        select id, list, name, query from saved_view
                        where workspace_id = :workspace and person = :person and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("person", person)
                .bind("id", id.value())
                .map(VIEW)
                .findOne();
    }

    public void put(Tx tx, String person, SavedView view) {
        tx.handle()
                .createUpdate("""
                        insert into saved_view (workspace_id, id, person, list, name, query, saved_at)
                        values (:workspace, :id, :person, :list, :name, :query, :at)
                        on conflict (workspace_id, person, list, name) do update set query = :query, saved_at = :at""")
                .bind("workspace", tx.workspace().value())
                .bind("id", view.id().value())
                .bind("person", person)
                .bind("list", view.list())
                .bind("name", view.name())
                .bind("query", view.query())
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public void remove(Tx tx, String person, SavedViewId id) {
        tx.handle()
                .createUpdate("""
                        delete from saved_view where workspace_id = :workspace and person = :person and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("person", person)
                .bind("id", id.value())
                .execute();
    }
}
