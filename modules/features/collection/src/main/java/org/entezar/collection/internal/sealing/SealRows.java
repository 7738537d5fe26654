package org.entezar.collection.internal.sealing;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entezar.collection.ResponseMark;
import org.entezar.evidence.Hash;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;

/** Waiting groups and sealed batches in their tables. */
final class SealRows {

    private SealRows() {}

    /** A group that waits; leaves and counts are empty for responses from before sealing existed. */
    record Group(
            UUID id,
            Instant from,
            Instant to,
            Optional<Integer> imported,
            Optional<Integer> late,
            List<UUID> ids,
            Optional<List<Hash>> leaves) {}

    /**
     * Takes groups out of the waiting table, the oldest first. What somebody else takes at the same time, this does not.
     *
     * @param responses how many responses they shall have together; at least one group is taken
     */
    static List<Group> take(Tx tx, int responses) {
        return tx.handle()
                .createQuery("""
                        with taken as (
                            delete from response_unsealed
                            where workspace_id = :workspace and id in (
                                select id from (
                                    select id, octet_length(response_ids) as bytes,
                                           sum(octet_length(response_ids)) over (order by received_from, id) as total
                                    from response_unsealed where workspace_id = :workspace) waiting
                                where total - bytes < :bytes)
                            returning id, received_from, received_to, imported, late, response_ids, leaves)
                        select * from taken order by received_from, id""")
                .bind("workspace", tx.workspace().value())
                .bind("bytes", responses * 16L)
                .map((rows, context) -> new Group(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, OffsetDateTime.class).toInstant(),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(rows.getObject(4, Integer.class)),
                        Optional.ofNullable(rows.getObject(5, Integer.class)),
                        Packed.ids(rows.getBytes(6)),
                        Optional.ofNullable(rows.getBytes(7)).map(Packed::leaves)))
                .list();
    }

    /** What is stored now under the ids. */
    record Stored(Hash leaf, boolean imported, boolean late) {}

    static Map<UUID, Stored> stored(Tx tx, List<UUID> ids) {
        try (PreparedStatement statement = tx.connection()
                .prepareStatement("select " + ResponseForm.COLUMNS
                        + " from response r where r.workspace_id = ? and r.id = any (?)")) {
            Array wanted = tx.connection().createArrayOf("uuid", ids.toArray());
            statement.setObject(1, tx.workspace().value());
            statement.setArray(2, wanted);
            Map<UUID, Stored> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Instant submitted = rows.getObject(4, OffsetDateTime.class).toInstant();
                    Instant received = rows.getObject(5, OffsetDateTime.class).toInstant();
                    found.put(
                            rows.getObject(1, UUID.class),
                            new Stored(
                                    ResponseForm.leaf(ResponseForm.read(rows)),
                                    rows.getObject(9) != null,
                                    ResponseMark.isLate(submitted, received, false)));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new ResultSetException("Responses could not be read", failure, null);
        }
    }

    static void insert(Tx tx, long sequence, Instant from, Instant to, List<UUID> ids, List<Hash> leaves) {
        tx.handle()
                .createUpdate("""
                        insert into response_batch (workspace_id, sequence, received_from, received_to, response_ids,
                            leaves) values (:workspace, :sequence, :from, :to, :ids, :leaves)""")
                .bind("workspace", tx.workspace().value())
                .bind("sequence", sequence)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .bind("ids", Packed.ids(ids))
                .bind("leaves", Packed.leaves(leaves))
                .execute();
    }

    static boolean isWaiting(Tx tx) {
        return !tx.handle()
                .createQuery("select 1 from response_unsealed where workspace_id = :workspace limit 1")
                .bind("workspace", tx.workspace().value())
                .mapTo(Integer.class)
                .list()
                .isEmpty();
    }

    /** Leaves of the groups, in their order; those without are computed from what is stored. */
    static List<Hash> leaves(Group group, Map<UUID, Stored> stored) {
        if (group.leaves().isPresent()) {
            return group.leaves().get();
        }
        List<Hash> leaves = new ArrayList<>(group.ids().size());
        group.ids()
                .forEach(id -> leaves.add(java.util.Objects.requireNonNull(stored.get(id), "stored")
                        .leaf()));
        return leaves;
    }
}
