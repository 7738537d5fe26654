package org.entezar.audit.internal.keys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entezar.evidence.KeyStatement;
import org.jdbi.v3.core.Handle;

/** Statements of custody in their global table, so that they are in every backup of the database. */
final class KeyRows {

    private KeyRows() {}

    static List<String> lines(Handle handle) {
        return handle.createQuery("select line from evidence_key order by position")
                .mapTo(String.class)
                .list();
    }

    static List<KeyStatement> all(Handle handle) {
        return handle.createQuery("select line from evidence_key order by position")
                .map((rows, context) -> KeyStatement.parse(rows.getString(1).getBytes(StandardCharsets.UTF_8)))
                .list();
    }

    /** Enters what is missing of the chain. */
    static void enter(Handle handle, List<KeyStatement> chain) {
        for (int i = 0; i < chain.size(); i++) {
            handle.createUpdate("""
                            insert into evidence_key (position, id, line) values (:position, :id, :line)
                            on conflict do nothing""")
                    .bind("position", i + 1)
                    .bind("id", chain.get(i).key().id())
                    .bind("line", chain.get(i).line())
                    .execute();
        }
    }
}
