package org.entezar.questionnaire.internal;

import java.util.List;
import java.util.Locale;
import org.entezar.kernel.LocalizedText;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.BankItem;
import org.entezar.questionnaire.CategoryUse;
import org.entezar.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/** Looks into the documents of all questionnaires of a workspace at once. */
public final class ItemBank {

    /** Letters that Persian writes in two ways stand for each other, and the narrow space for none. */
    private static final String ALIKE = "translate(lower(%s), 'يكةۀ' || chr(8204), 'یکهه')";

    /** Items whose text, in some language, or whose key has the wanted words. */
    public List<BankItem> items(Tx tx, String wanted, int limit) {
        String sought = wanted.strip().toLowerCase(Locale.ROOT);
        String pattern = "%" + sought.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return tx.handle()
                .createQuery("select d.key, d.document -> 'title' as title, i.item"
                        + " from questionnaire_draft d,"
                        + " jsonb_array_elements(coalesce(d.document -> 'sections', '[]')) with ordinality s(section, at),"
                        + " jsonb_array_elements(coalesce(s.section -> 'items', '[]')) with ordinality i(item, place)"
                        + " where d.workspace_id = :workspace and (:sought = '' or i.item ->> 'key' = :sought"
                        + " or exists (select 1 from jsonb_each_text(coalesce(i.item -> 'text', '{}')) t where "
                        + ALIKE.formatted("t.value") + " like " + ALIKE.formatted(":pattern") + "))"
                        + " order by d.changed_at desc, d.key, s.at, i.place limit :limit")
                .bind("workspace", tx.workspace().value())
                .bind("sought", sought)
                .bind("pattern", pattern)
                .bind("limit", limit)
                .map((row, context) -> new BankItem(
                        row.getString("key"),
                        text(row.getString("title")),
                        Json.read(row.getString("item"), Item.class)))
                .list();
    }

    /** How many items of each draft and each latest version stand under each category. */
    public List<CategoryUse> uses(Tx tx) {
        String counted =
                " select %1$s.workspace_id, %1$s.key, i ->> 'category' as category, count(*) as items from %2$s"
                        + " %1$s, jsonb_array_elements(coalesce(%1$s.document -> 'sections', '[]')) s,"
                        + " jsonb_array_elements(coalesce(s -> 'items', '[]')) i"
                        + " where %1$s.workspace_id = :workspace and i ->> 'category' is not null%3$s group by 1, 2, 3";
        String latest = " and v.number = (select max(o.number) from questionnaire_version o"
                + " where o.workspace_id = :workspace and o.key = v.key)";
        return tx.handle()
                .createQuery(
                        "with drafted as (" + counted.formatted("d", "questionnaire_draft", "") + "), published as ("
                                + counted.formatted("v", "questionnaire_version", latest) + "), used as ("
                                + " select coalesce(drafted.category, published.category) as category,"
                                + " coalesce(drafted.key, published.key) as key, coalesce(drafted.items, 0) as drafted,"
                                + " coalesce(published.items, 0) as published from drafted full join published"
                                + " on drafted.workspace_id = published.workspace_id and drafted.key = published.key"
                                + " and drafted.category = published.category)"
                                + " select u.category, u.key, u.drafted, u.published, exists (select 1 from questionnaire_draft d"
                                + " where d.workspace_id = :workspace and d.key = u.key) as has_draft, coalesce((select d.document -> 'title'"
                                + " from questionnaire_draft d where d.workspace_id = :workspace and d.key = u.key),"
                                + " (select v.document -> 'title' from questionnaire_version v where v.workspace_id = :workspace"
                                + " and v.key = u.key order by v.number desc limit 1)) as title"
                                + " from used u order by u.category, u.key")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> new CategoryUse(
                        row.getString("category"),
                        row.getString("key"),
                        text(row.getString("title")),
                        row.getBoolean("has_draft"),
                        row.getInt("drafted"),
                        row.getInt("published")))
                .list();
    }

    private static LocalizedText text(@Nullable String json) {
        return json == null ? LocalizedText.EMPTY : Json.read(json, LocalizedText.class);
    }
}
