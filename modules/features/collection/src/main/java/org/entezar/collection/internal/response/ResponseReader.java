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
import org.entezar.collection.CampaignId;
import org.entezar.collection.ImportId;
import org.entezar.collection.PersonalKeys;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponsePage;
import org.entezar.collection.StoredResponse;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;

/** Reads responses page by page in the order of submission. */
public final class ResponseReader {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

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
    public static ResponsePage page(Tx tx, PersonalKeys keys, CampaignId campaign, Optional<String> after, int limit) {
        Place place = after.map(Place::read).orElse(Place.START);
        List<StoredResponse> found = tx.handle()
                .createQuery("""
                        select r.id, r.submitted_at, r.received_at, r.language, r.context::text as context,
                               r.answers::text as answers, r.import_id, k.sealed_key
                        from response_vector v
                        join response r on r.workspace_id = v.workspace_id and r.id = v.response_id
                        left join response_key k on k.workspace_id = v.workspace_id and k.response_id = r.id
                        where v.workspace_id = :workspace and r.workspace_id = :workspace
                          and v.campaign_id = :campaign and v.withdrawn_ms is null
                          and (v.submitted_ms, v.response_id) > (:submitted, :id)
                        order by v.submitted_ms, v.response_id
                        limit :limit""")
                .bind("workspace", tx.workspace().value())
                .bind("campaign", campaign.value())
                .bind("submitted", place.submitted())
                .bind("id", place.id())
                .bind("limit", limit + 1)
                .map((rows, context) -> response(keys, rows))
                .list();
        if (found.size() <= limit) {
            return new ResponsePage(found, Optional.empty());
        }
        StoredResponse last = found.get(limit - 1);
        Place next = new Place(last.submittedAt().toEpochMilli(), last.id().value());
        return new ResponsePage(found.subList(0, limit), Optional.of(next.written()));
    }

    private static StoredResponse response(PersonalKeys keys, ResultSet rows) throws SQLException {
        ResponseId id = new ResponseId(rows.getObject("id", UUID.class));
        ObjectNode answers = (ObjectNode) Json.parse(rows.getString("answers"));
        return new StoredResponse(
                id,
                rows.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                rows.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getString("language")),
                Json.mapper().convertValue(Json.parse(rows.getString("context")), TEXTS),
                keys.open(id, answers, Optional.ofNullable(rows.getBytes("sealed_key"))),
                Optional.ofNullable(rows.getObject("import_id", UUID.class)).map(ImportId::new));
    }
}
