package org.entezar.collection.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entezar.collection.CampaignId;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.collection.VectorCheck;
import org.entezar.collection.VectorFault;
import org.entezar.collection.VectorFault.Kind;
import org.entezar.collection.internal.answers.AnswerRules;
import org.entezar.evidence.Canonical;
import org.entezar.evidence.Malformed;
import org.entezar.kernel.Problem;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;

/**
 * Holds the table that figures are read from against the documents, which are what is sealed. Reads everything once, a
 * part in memory at a time.
 */
public final class VectorComparison {

    private static final int FETCH = 1_000;

    private final Tx tx;
    private final PersonalKeys keys;
    private final Function<CampaignId, AnswerRules> rules;
    private final int most;
    private final List<VectorFault> faults = new ArrayList<>();
    private final Map<UUID, Optional<AnswerRules>> known = new LinkedHashMap<>();
    private long count;

    private VectorComparison(Tx tx, PersonalKeys keys, Function<CampaignId, AnswerRules> rules, int most) {
        this.tx = tx;
        this.keys = keys;
        this.rules = rules;
        this.most = most;
    }

    /**
     * Compares all responses of the workspace.
     *
     * @param rules what the answers of a campaign are coded by
     * @param most how many faults are named at most
     */
    public static VectorCheck run(Tx tx, PersonalKeys keys, Function<CampaignId, AnswerRules> rules, int most) {
        VectorComparison comparison = new VectorComparison(tx, keys, rules, most);
        long responses = comparison.vectors();
        return new VectorCheck(responses, comparison.faults, comparison.count);
    }

    private void add(Kind kind, UUID response) {
        count++;
        if (faults.size() < most) {
            faults.add(new VectorFault(kind, new ResponseId(response)));
        }
    }

    private long vectors() {
        long responses = 0;
        try (PreparedStatement statement = tx.connection().prepareStatement("""
            select r.id, r.campaign_id, r.context ->> 'segment', r.context ->> 'site', r.answers::text,
                   floor(extract(epoch from r.submitted_at) * 1000)::bigint,
                   floor(extract(epoch from r.received_at) * 1000)::bigint,
                   floor(extract(epoch from r.withdrawn_at) * 1000)::bigint,
                   v.response_id, v.campaign_id, v.segment, v.site, v.codes,
                   v.submitted_ms, v.received_ms, v.withdrawn_ms, k.sealed_key
            from (select * from response where workspace_id = ? and erased_at is null) r
            full join (select * from response_vector where workspace_id = ?) v on v.response_id = r.id
            left join response_key k on k.workspace_id = ? and k.response_id = r.id\
            """)) {
            statement.setFetchSize(FETCH);
            statement.setObject(1, tx.workspace().value());
            statement.setObject(2, tx.workspace().value());
            statement.setObject(3, tx.workspace().value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    responses++;
                    compareVector(rows);
                }
            }
            return responses;
        } catch (SQLException failure) {
            throw new ResultSetException("Vectors could not be read", failure, null);
        }
    }

    private void compareVector(ResultSet rows) throws SQLException {
        UUID document = rows.getObject(1, UUID.class);
        UUID vector = rows.getObject(9, UUID.class);
        if (document == null) {
            add(Kind.UNKNOWN, vector);
        } else if (vector == null) {
            add(Kind.MISSING, document);
        } else if (!isSame(rows, 2, 10)
                || !isSame(rows, 3, 11)
                || !isSame(rows, 4, 12)
                || !isSame(rows, 6, 14)
                || !isSame(rows, 7, 15)
                || !isSame(rows, 8, 16)
                || !Arrays.equals(rows.getBytes(13), codes(rows))) {
            add(Kind.ALTERED, document);
        }
    }

    private static boolean isSame(ResultSet rows, int document, int vector) throws SQLException {
        return Objects.equals(rows.getObject(document), rows.getObject(vector));
    }

    /** What the document's answers are coded as; nothing that a vector could be when it belongs to no campaign. */
    private byte[] codes(ResultSet rows) throws SQLException {
        Optional<AnswerRules> own = known.computeIfAbsent(rows.getObject(2, UUID.class), this::rules);
        try {
            Map<String, JsonNode> answers = new LinkedHashMap<>();
            PersonalKeys.withoutErased(keys.open(
                            new ResponseId(rows.getObject(1, UUID.class)),
                            Canonical.readObject(rows.getString(5).getBytes(StandardCharsets.UTF_8)),
                            Optional.ofNullable(rows.getBytes(17))))
                    .fields()
                    .forEachRemaining(answer -> answers.put(answer.getKey(), answer.getValue()));
            return own.map(found -> found.codesOf(answers)).orElse(new byte[0]);
        } catch (Malformed spoilt) {
            return new byte[0];
        }
    }

    private Optional<AnswerRules> rules(UUID campaign) {
        try {
            return Optional.of(rules.apply(new CampaignId(campaign)));
        } catch (Problem noSuchCampaign) {
            return Optional.empty();
        }
    }
}
