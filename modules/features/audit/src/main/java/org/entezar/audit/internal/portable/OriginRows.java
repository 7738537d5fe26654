package org.entezar.audit.internal.portable;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entezar.platform.tenancy.Tx;

/** Which id in an archive that was brought in became which id here. */
final class OriginRows {

    private OriginRows() {}

    static void insert(Tx tx, String archive, String kind, String before, String now) {
        tx.handle()
                .createUpdate("insert into archive_origin (workspace_id, archive, kind, old_id, new_id)"
                        + " values (:workspace, :archive, :kind, :old, :new)")
                .bind("workspace", tx.workspace().value())
                .bind("archive", archive)
                .bind("kind", kind)
                .bind("old", before)
                .bind("new", now)
                .execute();
    }

    static Optional<String> find(Tx tx, String archive, String kind, String before) {
        return tx.handle()
                .createQuery("select new_id from archive_origin where workspace_id = :workspace"
                        + " and archive = :archive and kind = :kind and old_id = :old")
                .bind("workspace", tx.workspace().value())
                .bind("archive", archive)
                .bind("kind", kind)
                .bind("old", before)
                .mapTo(String.class)
                .findOne();
    }

    static Map<String, String> all(Tx tx, String archive, String kind) {
        return tx
                .handle()
                .createQuery("select old_id, new_id from archive_origin where workspace_id = :workspace"
                        + " and archive = :archive and kind = :kind order by old_id")
                .bind("workspace", tx.workspace().value())
                .bind("archive", archive)
                .bind("kind", kind)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
