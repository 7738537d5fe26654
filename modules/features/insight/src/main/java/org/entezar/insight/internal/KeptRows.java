package org.entezar.insight.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.insight.KeptInsightId;
import org.entezar.platform.tenancy.Tx;

/** Where kept insights stand in history. */
public final class KeptRows {

    private KeptRows() {}

    public static void insert(Tx tx, KeptInsightId id, CampaignId campaign, long sequence) {
        tx.handle()
                .createUpdate("""
                        insert into kept_insight (workspace_id, id, campaign_id, sequence)
                        values (:workspace, :id, :campaign, :sequence)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("campaign", campaign.value())
                .bind("sequence", sequence)
                .execute();
    }

    /** The sequence of the entry that keeps it. */
    public static Optional<Long> find(Tx tx, KeptInsightId id) {
        return tx.handle()
                .createQuery("select sequence from kept_insight where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne();
    }

    /**
     * Sequences below one, the highest first.
     *
     * @param campaign of one; of all when empty
     * @param among only of these campaigns; of all when empty
     */
    public static List<Long> list(
            Tx tx, Optional<CampaignId> campaign, Optional<Set<UUID>> among, long below, int limit) {
        return tx.handle()
                .createQuery("""
                        select sequence from kept_insight
                        where workspace_id = :workspace and sequence < :below
                          and (cast(:campaign as uuid) is null or campaign_id = cast(:campaign as uuid))
                          and (:all or campaign_id = any(:among))
                        order by sequence desc limit :limit""")
                .bind("workspace", tx.workspace().value())
                .bind("below", below)
                .bind("campaign", campaign.map(CampaignId::toString).orElse(null))
                .bind("all", among.isEmpty())
                .bindArray("among", UUID.class, List.copyOf(among.orElse(Set.of())))
                .bind("limit", limit)
                .mapTo(Long.class)
                .list();
    }
}
