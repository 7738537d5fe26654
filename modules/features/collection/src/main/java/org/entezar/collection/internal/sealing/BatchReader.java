package org.entezar.collection.internal.sealing;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseMark;
import org.entezar.collection.SealedResponses;
import org.entezar.evidence.Malformed;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;

/** Reads sealed batches, and the responses under them as they are stored now. */
public final class BatchReader {

    private static final int FETCH = 2_000;

    private BatchReader() {}

    public static SealedResponses.Counts counts(Tx tx) {
        return tx.handle()
                .createQuery("""
                    select (select coalesce(sum(octet_length(response_ids)), 0) / 16 from response_batch
                            where workspace_id = :workspace),
                           (select coalesce(sum(octet_length(response_ids)), 0) / 16 from response_unsealed
                            where workspace_id = :workspace)\
                    """)
                .bind("workspace", tx.workspace().value())
                .map((rows, context) -> new SealedResponses.Counts(rows.getLong(1), rows.getLong(2)))
                .one();
    }

    public static long count(Tx tx, long from, long to) {
        return tx.handle()
                .createQuery("""
                    select coalesce(sum(octet_length(response_ids)), 0) / 16 from response_batch
                    where workspace_id = :workspace and sequence >= :from and sequence <= :to\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("from", from)
                .bind("to", to)
                .mapTo(Long.class)
                .one();
    }

    public static Optional<SealedResponses.Place> place(Tx tx, ResponseId id) {
        return tx.handle()
                .createQuery("""
                    select r.received_at, r.submitted_at, r.import_id is not null, r.supersedes, c.id, r.withdrawn_at,
                           a.simulated, r.erased_at is not null
                    from response r join campaign a on a.workspace_id = :workspace and a.id = r.campaign_id
                    left join response c on c.workspace_id = :workspace and c.supersedes = r.id
                    where r.workspace_id = :workspace and r.id = :id\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((rows, context) -> place(rows))
                .findOne()
                .map(found -> new SealedResponses.Place(
                        found.receivedAt(),
                        found.submittedAt(),
                        found.marks(),
                        found.supersedes(),
                        found.supersededBy(),
                        found.withdrawnAt(),
                        batch(tx, id, found.receivedAt())));
    }

    private static SealedResponses.Place place(ResultSet rows) throws SQLException {
        Instant received = rows.getObject(1, OffsetDateTime.class).toInstant();
        Instant submitted = rows.getObject(2, OffsetDateTime.class).toInstant();
        Optional<ResponseId> supersedes =
                Optional.ofNullable(rows.getObject(4, UUID.class)).map(ResponseId::new);
        Optional<ResponseId> supersededBy =
                Optional.ofNullable(rows.getObject(5, UUID.class)).map(ResponseId::new);
        Optional<Instant> withdrawn =
                Optional.ofNullable(rows.getObject(6, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        return new SealedResponses.Place(
                received,
                submitted,
                ResponseMark.of(
                        ResponseMark.isLate(submitted, received, rows.getBoolean(7)),
                        rows.getBoolean(3),
                        supersedes.isPresent(),
                        supersededBy.isPresent(),
                        withdrawn.isPresent(),
                        rows.getBoolean(8)),
                supersedes,
                supersededBy,
                withdrawn,
                Optional.empty());
    }

    /** The batch is found by the time of receipt: only those whose time spans it can hold the response. */
    private static Optional<SealedResponses.InBatch> batch(Tx tx, ResponseId id, Instant received) {
        List<Long> candidates = tx.handle()
                .createQuery("""
                    select sequence from response_batch
                    where workspace_id = :workspace and received_to >= :received and received_from <= :received
                    order by sequence\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("received", received.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .list();
        for (long sequence : candidates) {
            Optional<SealedResponses.InBatch> found = tx.handle()
                    .createQuery("""
                        select response_ids, leaves from response_batch
                        where workspace_id = :workspace and sequence = :sequence\
                        """)
                    .bind("workspace", tx.workspace().value())
                    .bind("sequence", sequence)
                    .map((rows, context) -> new SealedResponses.InBatch(
                            sequence, Packed.indexOf(rows.getBytes(1), id.value()), Packed.leaves(rows.getBytes(2))))
                    .findOne()
                    .filter(place ->
                            place.index() >= 0 && place.index() < place.leaves().size());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first batch after a sequence, up to another. */
    public static Optional<SealedResponses.SealedBatch> next(Tx tx, long after, long to) {
        return tx.handle()
                .createQuery("""
                    select sequence, response_ids, leaves from response_batch
                    where workspace_id = :workspace and sequence > :after and sequence <= :to
                    order by sequence limit 1\
                    """)
                .bind("workspace", tx.workspace().value())
                .bind("after", after)
                .bind("to", to)
                .map((rows, context) -> batch(tx, rows))
                .findOne();
    }

    private static SealedResponses.SealedBatch batch(Tx tx, ResultSet rows) throws SQLException {
        List<UUID> ids = Packed.ids(rows.getBytes(2));
        Map<UUID, Row> stored = rows(tx, ids);
        List<Optional<String>> forms = new ArrayList<>(ids.size());
        List<Optional<Instant>> withdrawn = new ArrayList<>(ids.size());
        for (UUID id : ids) {
            Row row = stored.get(id);
            forms.add(Optional.ofNullable(row).filter(there -> !there.erased()).map(Row::form));
            withdrawn.add(
                    Optional.ofNullable(row).filter(there -> !there.erased()).flatMap(Row::withdrawn));
        }
        return new SealedResponses.SealedBatch(rows.getLong(1), ids, Packed.leaves(rows.getBytes(3)), forms, withdrawn);
    }

    private record Row(String form, Optional<Instant> withdrawn, boolean erased) {}

    private static Map<UUID, Row> rows(Tx tx, List<UUID> ids) {
        try (PreparedStatement statement = tx.connection()
                .prepareStatement("select " + ResponseForm.COLUMNS
                        + ", r.withdrawn_at, r.erased_at is not null from response r where r.workspace_id = ?"
                        + " and r.id = any (?)")) {
            statement.setObject(1, tx.workspace().value());
            statement.setArray(2, tx.connection().createArrayOf("uuid", ids.toArray()));
            Map<UUID, Row> found = new HashMap<>(ids.size() * 2);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            rows.getObject(1, UUID.class),
                            new Row(
                                    form(rows),
                                    Optional.ofNullable(rows.getObject(12, OffsetDateTime.class))
                                            .map(OffsetDateTime::toInstant),
                                    rows.getBoolean(13)));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new ResultSetException("Responses could not be read", failure, null);
        }
    }

    /** The form, or for a row that can have none, its id and what is wrong, which no leaf is the hash of. */
    private static String form(ResultSet rows) throws SQLException {
        try {
            return new String(ResponseForm.read(rows), StandardCharsets.UTF_8);
        } catch (Malformed spoilt) {
            return "{\"id\":\"" + rows.getString(1) + "\",\"unreadable\":true}";
        }
    }

    /** Forms of stored responses that no batch and no waiting group lists. */
    public static List<String> strays(Tx tx, int most) {
        Set<UUID> known = new HashSet<>();
        for (String table : List.of("response_batch", "response_unsealed")) {
            tx.handle()
                    .createQuery("select response_ids from " + table + " where workspace_id = :workspace")
                    .bind("workspace", tx.workspace().value())
                    .setFetchSize(FETCH / 100)
                    .map((rows, context) -> Packed.ids(rows.getBytes(1)))
                    .forEach(known::addAll);
        }
        List<UUID> strays = new ArrayList<>();
        tx.handle()
                .createQuery("select id from response where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .setFetchSize(FETCH)
                .map((rows, context) -> rows.getObject(1, UUID.class))
                .forEach(id -> {
                    if (strays.size() < most && !known.contains(id)) {
                        strays.add(id);
                    }
                });
        return rows(tx, strays).values().stream().map(Row::form).sorted().toList();
    }
}
