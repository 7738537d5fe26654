package org.entezar.collection.internal.response;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.ImportId;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseFilter;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseMark;
import org.entezar.collection.ResponsePage;
import org.entezar.collection.StoredResponse;
import org.entezar.collection.internal.campaign.CampaignRow;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;

/** Reads responses page by page in the order of submission. */
public final class ResponseReader {

    static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private ResponseReader() {}

    /** The last response of a page, which the next page starts after. */
    private record Place(long submitted, UUID id) {

        static final Place START = new Place(Long.MIN_VALUE, new UUID(0, 0));

        String written() {
            String text = submitted + "." + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        }

        static Place read(String after) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII);
                int dot = text.indexOf('.');
                return new Place(Long.parseLong(text.substring(0, dot)), Uuids.parse(text.substring(dot + 1)));
            } catch (IllegalArgumentException | IndexOutOfBoundsException | Problem malformed) {
                throw new Problem(ErrorCode.MALFORMED_PARAMETER, "after", after);
            }
        }
    }

    /** The responses after the place, at most as many as the limit. */
    public static ResponsePage page(
            Tx tx, PersonalKeys keys, CampaignRow campaign, ResponseFilter filter, Optional<String> after, int limit) {
        Place place = after.map(Place::read).orElse(Place.START);
        List<StoredResponse> found = tx.handle()
                .createQuery("""
                        select r.id, r.submitted_at, r.received_at, r.language, r.context::text as context,
                               r.answers::text as answers, r.import_id, k.sealed_key, r.supersedes, r.withdrawn_at,
                               c.id as superseded_by
                        from response_vector v
                        join response r on r.workspace_id = v.workspace_id and r.id = v.response_id
                        left join response_key k on k.workspace_id = v.workspace_id and k.response_id = r.id
                        left join response c on c.workspace_id = v.workspace_id and c.supersedes = r.id
                        where v.workspace_id = :workspace and r.workspace_id = :workspace
                          and v.campaign_id = :campaign and (v.submitted_ms, v.response_id) > (:submitted, :id)
                        """ + "and " + condition(filter, campaign)
                        + " order by v.submitted_ms, v.response_id limit :limit")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.id().value())
                .bind("submitted", place.submitted())
                .bind("id", place.id())
                .bind("limit", limit + 1)
                .map((rows, context) -> response(keys, campaign, rows))
                .list();
        if (found.size() <= limit) {
            return new ResponsePage(found, Optional.empty());
        }
        StoredResponse last = found.get(limit - 1);
        Place next = new Place(last.submittedAt().toEpochMilli(), last.id().value());
        return new ResponsePage(found.subList(0, limit), Optional.of(next.written()));
    }

    private static String condition(ResponseFilter filter, CampaignRow campaign) {
        return switch (filter) {
            case COUNTED -> "v.withdrawn_ms is null";
            case ALL -> "true";
            case LATE ->
                campaign.simulated()
                        ? "false"
                        : "v.received_ms - v.submitted_ms > " + ResponseMark.LATE_AFTER.toMillis();
            case IMPORTED -> "r.import_id is not null";
            case CORRECTION -> "r.supersedes is not null";
            case SUPERSEDED -> "v.withdrawn_ms is not null and c.id is not null";
            case UNDONE -> "v.withdrawn_ms is not null and c.id is null";
        };
    }

    private static List<ResponseMark> marks(CampaignRow campaign, ResultSet rows) throws SQLException {
        return ResponseMark.of(
                ResponseMark.isLate(
                        rows.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        rows.getObject("received_at", OffsetDateTime.class).toInstant(),
                        campaign.simulated()),
                rows.getObject("import_id") != null,
                rows.getObject("supersedes") != null,
                rows.getObject("superseded_by") != null,
                rows.getObject("withdrawn_at") != null,
                false);
    }

    /** The response of that campaign, when there is one that counts. */
    public static Optional<StoredResponse> one(Tx tx, PersonalKeys keys, CampaignRow campaign, ResponseId response) {
        return tx.handle()
                .createQuery("""
                        select r.id, r.submitted_at, r.received_at, r.language, r.context::text as context,
                               r.answers::text as answers, r.import_id, k.sealed_key, r.supersedes, r.withdrawn_at,
                               null::uuid as superseded_by
                        from response r
                        left join response_key k on k.workspace_id = r.workspace_id and k.response_id = r.id
                        where r.workspace_id = :workspace and r.id = :id
                          and r.campaign_id = :campaign and r.withdrawn_at is null""")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.id().value())
                .bind("id", response.value())
                .map((rows, context) -> response(keys, campaign, rows))
                .findOne();
    }

    private static StoredResponse response(PersonalKeys keys, CampaignRow campaign, ResultSet rows)
            throws SQLException {
        ResponseId id = new ResponseId(rows.getObject("id", UUID.class));
        ObjectNode answers = (ObjectNode) Json.parse(rows.getString("answers"));
        return new StoredResponse(
                id,
                rows.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                rows.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getString("language")),
                Json.mapper().convertValue(Json.parse(rows.getString("context")), TEXTS),
                keys.open(id, answers, Optional.ofNullable(rows.getBytes("sealed_key"))),
                Optional.ofNullable(rows.getObject("import_id", UUID.class)).map(ImportId::new),
                marks(campaign, rows),
                Optional.ofNullable(rows.getObject("supersedes", UUID.class)).map(ResponseId::new),
                Optional.ofNullable(rows.getObject("superseded_by", UUID.class)).map(ResponseId::new),
                Optional.ofNullable(rows.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
