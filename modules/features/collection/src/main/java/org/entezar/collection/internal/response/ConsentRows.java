package org.entezar.collection.internal.response;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;
import org.entezar.platform.tenancy.Tx;

/** Withdrawals of consents, and how many agreed. What was agreed to stands in the responses themselves. */
public final class ConsentRows {

    private ConsentRows() {}

    /** When consents of the response were withdrawn, by item. */
    public static Map<String, Instant> withdrawn(Tx tx, ResponseId response) {
        Map<String, Instant> withdrawn = new HashMap<>();
        tx.handle()
                .createQuery("select item, withdrawn_at from consent_withdrawal"
                        + " where workspace_id = :workspace and response_id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", response.value())
                .map((rows, context) -> Map.entry(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant()))
                .forEach(found -> withdrawn.put(found.getKey(), found.getValue()));
        return withdrawn;
    }

    /** Whether it was not withdrawn before. */
    public static boolean withdraw(Tx tx, ResponseId response, String item, String reason) {
        return tx.handle()
                        .createUpdate("insert into consent_withdrawal (workspace_id, response_id, item, withdrawn_at,"
                                + " withdrawn_by, reason) values (:workspace, :id, :item, :at, :by, :reason)"
                                + " on conflict do nothing")
                        .bind("workspace", tx.workspace().value())
                        .bind("id", response.value())
                        .bind("item", item)
                        .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                        .bind("by", tx.caller().displayName())
                        .bind("reason", reason)
                        .execute()
                > 0;
    }

    /** How many agreed in one language, and how many of them withdrew. */
    public record Group(Optional<String> language, long agreed, long withdrawn) {}

    /** Those who agreed to the item in responses that count, by language. */
    public static List<Group> groups(Tx tx, CampaignId campaign, String item) {
        return tx.handle()
                .createQuery("""
                    select r.language, count(*), count(w.item)
                    from response r left join consent_withdrawal w
                      on w.workspace_id = :workspace and w.response_id = r.id and w.item = :item
                    where r.workspace_id = :workspace and r.campaign_id = :campaign and r.withdrawn_at is null
                      and r.answers -> :item = 'true'::jsonb
                    group by r.language order by r.language\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("item", item)
                .map((rows, context) ->
                        new Group(Optional.ofNullable(rows.getString(1)), rows.getLong(2), rows.getLong(3)))
                .list();
    }

    /** The campaign of a response that was not erased. */
    public static Optional<CampaignId> campaign(Tx tx, ResponseId response) {
        return tx.handle()
                .createQuery("select campaign_id from response"
                        + " where workspace_id = :workspace and id = :id and erased_at is null")
                .bind("workspace", tx.workspace().value())
                .bind("id", response.value())
                .map((rows, context) -> new CampaignId(rows.getObject(1, UUID.class)))
                .findOne();
    }

    /** Whether the response agreed to the item. */
    public static boolean agreed(Tx tx, ResponseId response, String item) {
        return tx.handle()
                .createQuery("select answers -> :item = 'true'::jsonb from response"
                        + " where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", response.value())
                .bind("item", item)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }
}
