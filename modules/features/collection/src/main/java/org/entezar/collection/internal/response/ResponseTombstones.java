package org.entezar.collection.internal.response;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entezar.collection.ResponseId;
import org.entezar.evidence.Entry;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;

/**
 * Erases responses whole. What stays of one is its row without answers, context or language: nobody can hand in another
 * under its id, and it is still known when it came and which entry sealed its leaf. The entry that names the erased ones
 * is what lets a verifier tell an erasure from a theft.
 */
public final class ResponseTombstones {

    private ResponseTombstones() {}

    /**
     * Erases the responses and records it.
     *
     * @param told what the entry says beside the ids
     * @param reason why, for history
     */
    public static void erase(
            Tx tx, String subject, List<ResponseId> responses, Map<String, Object> told, String reason) {
        UUID[] ids = responses.stream().map(ResponseId::value).toArray(UUID[]::new);
        update(tx, ids, """
            update response_key set sealed_key = null, erased_at = :now
            where workspace_id = :workspace and response_id = any (:ids) and erased_at is null\
            """);
        update(tx, ids, "select erase_responses(:workspace, :ids, :now)");
        tx.handle()
                .createUpdate("""
                    delete from response_vector v using response r
                    where v.workspace_id = :workspace and r.workspace_id = :workspace and r.id = any (:ids)
                      and v.campaign_id = r.campaign_id and v.response_id = r.id
                      and v.submitted_ms = floor(extract(epoch from r.submitted_at) * 1000)::bigint\
                    """)
                .bind("workspace", tx.workspace().value())
                .bindArray("ids", UUID.class, (Object[]) ids)
                .execute();
        Map<String, Object> said = new java.util.LinkedHashMap<>(told);
        said.put("responses", responses);
        tx.record(Change.created(Entry.RESPONSES_ERASED, subject, said), reason);
    }

    private static void update(Tx tx, UUID[] ids, String sql) {
        tx.handle()
                .createUpdate(sql)
                .bind("workspace", tx.workspace().value())
                .bindArray("ids", UUID.class, (Object[]) ids)
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
