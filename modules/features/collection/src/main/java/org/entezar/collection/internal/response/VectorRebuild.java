package org.entezar.collection.internal.response;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.collection.internal.answers.AnswerRules;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;

/** Builds the vectors of a campaign again from the documents, which are the truth. */
public final class VectorRebuild {

    private static final int BATCH = 512;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private VectorRebuild() {}

    /** Replaces all vectors of the campaign; returns how many there are now. */
    public static long rebuild(Tx tx, PersonalKeys keys, CampaignId campaign, AnswerRules rules) {
        tx.handle()
                .createUpdate("delete from response_vector where workspace_id = :workspace and campaign_id = :campaign")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .execute();
        long count = 0;
        try (PreparedStatement statement = tx.connection().prepareStatement("""
            select r.id, r.version, r.submitted_at, r.received_at, r.context::text, r.answers::text, k.sealed_key
            from response r left join response_key k on k.workspace_id = ? and k.response_id = r.id
            where r.workspace_id = ? and r.campaign_id = ? and r.erased_at is null\
            """)) {
            statement.setFetchSize(BATCH);
            statement.setObject(1, tx.workspace().value());
            statement.setObject(2, tx.workspace().value());
            statement.setObject(3, campaign.value());
            List<ResponseRow> batch = new ArrayList<>(BATCH);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    batch.add(row(keys, campaign, rules, rows));
                    if (batch.size() == BATCH) {
                        count += flush(tx, batch);
                    }
                }
            }
            count += flush(tx, batch);
        } catch (SQLException failure) {
            throw new ResultSetException("Vectors could not be rebuilt", failure, null);
        }
        tx.handle()
                .createUpdate("""
                    update response_vector v
                    set withdrawn_ms = floor(extract(epoch from r.withdrawn_at) * 1000)::bigint
                    from response r
                    where v.workspace_id = :workspace and v.campaign_id = :campaign
                      and r.workspace_id = :workspace and r.campaign_id = :campaign
                      and r.id = v.response_id and r.withdrawn_at is not null\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .execute();
        return count;
    }

    private static long flush(Tx tx, List<ResponseRow> batch) throws SQLException {
        ResponseStore.insertVectors(tx, batch);
        long size = batch.size();
        batch.clear();
        return size;
    }

    private static ResponseRow row(PersonalKeys keys, CampaignId campaign, AnswerRules rules, ResultSet rows)
            throws SQLException {
        ResponseId id = new ResponseId(rows.getObject(1, UUID.class));
        ObjectNode answers = PersonalKeys.withoutErased(
                keys.open(id, (ObjectNode) Json.parse(rows.getString(6)), Optional.ofNullable(rows.getBytes(7))));
        Map<String, JsonNode> given = new LinkedHashMap<>();
        answers.fields().forEachRemaining(entry -> given.put(entry.getKey(), entry.getValue()));
        return new ResponseRow(
                id,
                campaign,
                rows.getInt(2),
                rows.getObject(3, OffsetDateTime.class).toInstant(),
                true,
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                Optional.empty(),
                Json.mapper().convertValue(Json.parse(rows.getString(5)), TEXTS),
                answers,
                rules.codesOf(given),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
