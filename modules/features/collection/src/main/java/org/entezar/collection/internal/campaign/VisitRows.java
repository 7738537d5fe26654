package org.entezar.collection.internal.campaign;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.entezar.collection.CampaignId;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Counts of visits by day and section, in their table. */
public final class VisitRows {

    private VisitRows() {}

    /** Where visits that began on a day stand. */
    public record Place(CampaignId campaign, LocalDate day, String section) {}

    /** Adds to the counts; what is taken away is negative. Rows are taken in one order, so that nobody waits crosswise. */
    public static void add(Tx tx, Map<Place, Long> counts) {
        PreparedBatch batch = tx.handle().prepareBatch("""
                        insert into campaign_visit (workspace_id, campaign_id, day, section, visits)
                        values (:workspace, :campaign, :day, :section, :by)
                        on conflict (workspace_id, campaign_id, day, section)
                        do update set visits = campaign_visit.visits + :by""");
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Place::toString)))
                .forEach(entry -> batch.bind("workspace", tx.workspace().value())
                        .bind("campaign", entry.getKey().campaign().value())
                        .bind("day", entry.getKey().day())
                        .bind("section", entry.getKey().section())
                        .bind("by", entry.getValue())
                        .add());
        batch.execute();
    }

    /** Visits by section, of all days. */
    public static Map<String, Long> standing(Tx tx, CampaignId campaign) {
        Map<String, Long> standing = new HashMap<>();
        tx.handle()
                .createQuery("""
                        select section, sum(visits) as visits from campaign_visit
                        where workspace_id = :workspace and campaign_id = :campaign group by section""")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .map((rows, context) -> standing.put(rows.getString(1), rows.getLong(2)))
                .list();
        return standing;
    }
}
