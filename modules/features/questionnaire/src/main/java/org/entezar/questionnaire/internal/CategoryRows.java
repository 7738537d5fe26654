package org.entezar.questionnaire.internal;

import java.time.ZoneOffset;
import java.util.Optional;
import org.entezar.platform.json.Etags;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.CurrentCategories;

/** A workspace's tree of categories: one document. */
public final class CategoryRows {

    private static final String ETAG_OF_START = Etags.of(Json.write(CategoryTree.SERVICE_QUALITY));

    /** The tree as it stands, which is the start until it was replaced once. */
    public CurrentCategories current(Tx tx) {
        return find(tx, "").orElse(new CurrentCategories(CategoryTree.SERVICE_QUALITY, ETAG_OF_START));
    }

    /** The same, locked until the transaction ends where it is stored already. */
    public CurrentCategories lock(Tx tx) {
        return find(tx, " for update").orElse(new CurrentCategories(CategoryTree.SERVICE_QUALITY, ETAG_OF_START));
    }

    private static Optional<CurrentCategories> find(Tx tx, String locking) {
        return tx.handle()
                .createQuery("select document, etag from category_tree where workspace_id = :workspace" + locking)
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> new CurrentCategories(
                        Json.read(row.getString("document"), CategoryTree.class), row.getString("etag")))
                .findOne();
    }

    /** Stores the tree and gives its new state. */
    public CurrentCategories replace(Tx tx, CategoryTree tree) {
        String document = Json.write(tree);
        String etag = Etags.of(document);
        tx.handle()
                .createUpdate("insert into category_tree (workspace_id, document, etag, changed_at)"
                        + " values (:workspace, cast(:document as jsonb), :etag, :at)"
                        + " on conflict (workspace_id) do update set document = excluded.document,"
                        + " etag = excluded.etag, changed_at = excluded.changed_at")
                .bind("workspace", tx.workspace().value())
                .bind("document", document)
                .bind("etag", etag)
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
        return new CurrentCategories(tree, etag);
    }
}
