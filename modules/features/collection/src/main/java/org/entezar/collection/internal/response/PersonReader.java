package org.entezar.collection.internal.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;

/** Responses of a person as they are stored. */
public final class PersonReader {

    private static final String SELECT = """
        select r.id, r.campaign_id, r.version, r.submitted_at, r.received_at, r.language, r.context::text,
               r.answers::text, r.withdrawn_at, coalesce(r.erased_at, k.erased_at) as erased_at, k.sealed_key,
               k.person
        from response r left join response_key k on k.workspace_id = :workspace and k.response_id = r.id
        where r.workspace_id = :workspace and
        """;

    private PersonReader() {}

    /**
     * One row.
     *
     * @param answers with the words sealed
     * @param key opens them, sealed itself
     * @param person by what the giver is found
     */
    public record Row(
            ResponseId id,
            CampaignId campaign,
            int version,
            Instant submittedAt,
            Instant receivedAt,
            Optional<String> language,
            Map<String, String> context,
            ObjectNode answers,
            Optional<Instant> withdrawnAt,
            Optional<Instant> erasedAt,
            Optional<byte[]> key,
            Optional<byte[]> person) {}

    /** What was handed in under the finder, the oldest first. */
    public static List<Row> of(Tx tx, byte[] finder) {
        return tx.handle()
                .createQuery(SELECT + "k.person = :person order by r.submitted_at, r.id")
                .bind("workspace", tx.workspace().value())
                .bind("person", finder)
                .map((rows, context) -> row(rows))
                .list();
    }

    /** One response. */
    public static Optional<Row> find(Tx tx, ResponseId id) {
        return tx.handle()
                .createQuery(SELECT + "r.id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((rows, context) -> row(rows))
                .findOne();
    }

    /** One response, which nobody else changes until the transaction ends. */
    public static Optional<Row> lock(Tx tx, ResponseId id) {
        return tx.handle()
                .createQuery(SELECT + "r.id = :id for update of r")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((rows, context) -> row(rows))
                .findOne();
    }

    private static Row row(ResultSet rows) throws SQLException {
        Map<String, String> context = new java.util.LinkedHashMap<>();
        Json.parse(rows.getString(7))
                .fields()
                .forEachRemaining(
                        known -> context.put(known.getKey(), known.getValue().asText()));
        return new Row(
                new ResponseId(rows.getObject(1, UUID.class)),
                new CampaignId(rows.getObject(2, UUID.class)),
                rows.getInt(3),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                rows.getObject(5, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getString(6)),
                context,
                (ObjectNode) Json.parse(rows.getString(8)),
                time(rows, 9),
                time(rows, 10),
                Optional.ofNullable(rows.getBytes(11)),
                Optional.ofNullable(rows.getBytes(12)));
    }

    private static Optional<Instant> time(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The response counts no more from now on. */
    public static void withdraw(Tx tx, ResponseId id) {
        tx.handle()
                .createUpdate("update response set withdrawn_at = :now"
                        + " where workspace_id = :workspace and id = :id and withdrawn_at is null")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
        tx.handle()
                .createUpdate("""
                    update response_vector v set withdrawn_ms = :now
                    from response r
                    where v.workspace_id = :workspace and r.workspace_id = :workspace and r.id = :id
                      and v.campaign_id = r.campaign_id and v.response_id = r.id and v.withdrawn_ms is null\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("now", tx.now().toEpochMilli())
                .execute();
    }
}
