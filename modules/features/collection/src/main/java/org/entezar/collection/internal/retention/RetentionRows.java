package org.entezar.collection.internal.retention;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ImportId;
import org.entezar.collection.ResponseId;
import org.entezar.collection.RetentionRules;
import org.entezar.platform.tenancy.Tx;

/** The rules in their table, and what is old enough. Ages are read from the vectors, which stand in their order. */
public final class RetentionRows {

    private RetentionRows() {}

    /** The rules. */
    public static RetentionRules rules(Tx tx) {
        return tx.handle()
                .createQuery("select response_months, word_months from retention_rule where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> new RetentionRules(months(row, 1), months(row, 2)))
                .findOne()
                .orElse(RetentionRules.NONE);
    }

    private static Optional<Integer> months(ResultSet row, int column) throws java.sql.SQLException {
        int months = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(months);
    }

    public static void set(Tx tx, RetentionRules rules) {
        tx.handle()
                .createUpdate("insert into retention_rule (workspace_id, response_months, word_months, changed_at)"
                        + " values (:workspace, :responses, :words, :at) on conflict (workspace_id) do update set"
                        + " response_months = excluded.response_months, word_months = excluded.word_months,"
                        + " changed_at = excluded.changed_at")
                .bind("workspace", tx.workspace().value())
                .bindByType("responses", rules.responseMonths().orElse(null), Integer.class)
                .bindByType("words", rules.wordMonths().orElse(null), Integer.class)
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** All campaigns. */
    public static List<CampaignId> campaigns(Tx tx) {
        return tx.handle()
                .createQuery("select id from campaign where workspace_id = :workspace order by id")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> new CampaignId(row.getObject(1, UUID.class)))
                .list();
    }

    /** How many responses of the campaign were handed in before. */
    public static long countResponses(Tx tx, CampaignId campaign, Instant before) {
        return tx.handle()
                .createQuery("select count(*) from response_vector where workspace_id = :workspace"
                        + " and campaign_id = :campaign and submitted_ms < :before")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /** How many responses of the campaign, handed in between, have words that can still be read. */
    public static long countWords(Tx tx, CampaignId campaign, Instant from, Instant before) {
        return tx.handle()
                .createQuery("select count(*) from response_vector v join response_key k on k.workspace_id = :workspace"
                        + " and k.response_id = v.response_id and k.sealed_key is not null"
                        + " where v.workspace_id = :workspace and v.campaign_id = :campaign"
                        + " and v.submitted_ms >= :from and v.submitted_ms < :before")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("from", from.toEpochMilli())
                .bind("before", before.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    /** The oldest responses of the campaign that were handed in before. */
    public static List<ResponseId> responses(Tx tx, CampaignId campaign, Instant before, int most) {
        return tx.handle()
                .createQuery("select response_id from response_vector where workspace_id = :workspace"
                        + " and campaign_id = :campaign and submitted_ms < :before"
                        + " order by submitted_ms, response_id limit :most")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("before", before.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new ResponseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Responses of the campaign, handed in before, with words that can still be read. */
    public static List<ResponseId> words(Tx tx, CampaignId campaign, Instant before, int most) {
        return tx.handle()
                .createQuery("select v.response_id from response_key k join response_vector v"
                        + " on v.workspace_id = :workspace and v.response_id = k.response_id"
                        + " and v.campaign_id = :campaign and v.submitted_ms < :before"
                        + " where k.workspace_id = :workspace and k.sealed_key is not null"
                        + " order by v.submitted_ms, v.response_id limit :most")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("before", before.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new ResponseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Imports whose uploaded file is older and still there, of campaigns that are not in the list. */
    public static List<ImportId> files(Tx tx, Instant before, List<CampaignId> held) {
        return tx.handle()
                .createQuery("select i.id from response_import i where i.workspace_id = :workspace"
                        + " and i.created_at < :before and (i.campaign_id is null or i.campaign_id <> all (:held))"
                        + " and exists (select 1 from import_chunk c where c.workspace_id = :workspace"
                        + " and c.import_id = i.id) order by i.id")
                .bind("workspace", tx.workspace().value())
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bindArray(
                        "held", UUID.class, held.stream().map(CampaignId::value).toArray())
                .map((row, context) -> new ImportId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Erases an uploaded file. */
    public static void eraseFile(Tx tx, ImportId id) {
        tx.handle()
                .createUpdate("delete from import_chunk where workspace_id = :workspace and import_id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .execute();
    }
}
