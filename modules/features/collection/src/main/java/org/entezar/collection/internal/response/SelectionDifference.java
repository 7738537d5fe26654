package org.entezar.collection.internal.response;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ImportId;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.SelectionChanges;
import org.entezar.collection.internal.sealing.BatchReader;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;

/** Tells which responses of a selection one time knows and the other does not. */
public final class SelectionDifference {

    private static final String JOINED = " from response_vector v join response r"
            + " on r.workspace_id = v.workspace_id and r.id = v.response_id"
            + " where v.workspace_id = ? and v.campaign_id = ?";
    private static final String ARRIVED =
            " and v.received_ms > ? and v.received_ms <= ?" + " and (v.withdrawn_ms is null or v.withdrawn_ms > ?)";
    /** Corrections of what was known are told with what they correct. */
    private static final String OWN = " and (r.supersedes is null or not exists (select 1 from response o"
            + " where o.workspace_id = r.workspace_id and o.id = r.supersedes"
            + " and floor(extract(epoch from o.received_at) * 1000) <= ?))";

    private static final String GONE = " and v.received_ms <= ? and v.withdrawn_ms > ? and v.withdrawn_ms <= ?";

    private static final String CORRECTING =
            " left join response c on c.workspace_id = r.workspace_id and c.supersedes = r.id";

    private SelectionDifference() {}

    /**
     * What changed between the two times.
     *
     * @param selection period and segment; its time is not looked at
     */
    public static SelectionChanges between(
            Tx tx, CampaignId campaign, ResponseSelection selection, Instant then, Instant now) {
        ResponseSelection where =
                new ResponseSelection(selection.from(), selection.to(), selection.segment(), Optional.empty());
        try {
            return new SelectionChanges(
                    arrived(tx, campaign, where, then.toEpochMilli(), now.toEpochMilli()),
                    gone(tx, campaign, where, then.toEpochMilli(), now.toEpochMilli()),
                    seals(tx, campaign, where, then.toEpochMilli(), now.toEpochMilli()));
        } catch (SQLException failure) {
            throw new ResultSetException("Responses could not be compared", failure, null);
        }
    }

    private static List<SelectionChanges.Arrived> arrived(
            Tx tx, CampaignId campaign, ResponseSelection where, long then, long now) throws SQLException {
        String sql = "select r.import_id, count(*) filter (where v.submitted_ms <= ?),"
                + " count(*) filter (where v.submitted_ms > ?)" + JOINED + VectorReader.within(where) + ARRIVED + OWN
                + " group by r.import_id order by r.import_id nulls first";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setLong(1, then);
            statement.setLong(2, then);
            bind(statement, 3, tx, campaign, where, then, now, now, then);
            List<SelectionChanges.Arrived> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new SelectionChanges.Arrived(importId(rows), rows.getLong(2), rows.getLong(3)));
                }
            }
            return found;
        }
    }

    private static List<SelectionChanges.Gone> gone(
            Tx tx, CampaignId campaign, ResponseSelection where, long then, long now) throws SQLException {
        String sql = "select import_id, count(*), corrected, min(id::text) filter (where first = 1),"
                + " min(id::text) filter (where last = 1) from (select g.*,"
                + " row_number() over (partition by corrected order by withdrawn_ms, id) as first,"
                + " row_number() over (partition by corrected order by withdrawn_ms desc, id desc) as last from ("
                + "select r.id, v.withdrawn_ms, c.id is not null as corrected,"
                + " case when c.id is null then r.import_id end as import_id"
                + JOINED.replace(" where ", CORRECTING + " where ") + VectorReader.within(where) + GONE
                + ") g) placed group by import_id, corrected order by corrected, import_id nulls first";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            bind(statement, 1, tx, campaign, where, then, then, now);
            List<SelectionChanges.Gone> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new SelectionChanges.Gone(
                            rows.getBoolean(3) ? firstAndLast(rows) : List.of(), importId(rows), rows.getLong(2)));
                }
            }
            return found;
        }
    }

    private static List<ResponseId> firstAndLast(ResultSet rows) throws SQLException {
        return Stream.of(rows.getString(4), rows.getString(5))
                .distinct()
                .map(ResponseId::parse)
                .toList();
    }

    private static List<Long> seals(Tx tx, CampaignId campaign, ResponseSelection where, long then, long now)
            throws SQLException {
        List<Long> seals = new ArrayList<>();
        for (String direction : List.of("", " desc")) {
            String sql = "select v.response_id" + JOINED + VectorReader.within(where) + ARRIVED
                    + " order by v.received_ms" + direction + ", v.response_id" + direction + " limit 1";
            try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                bind(statement, 1, tx, campaign, where, then, now, now);
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        BatchReader.place(tx, new ResponseId(rows.getObject(1, UUID.class)))
                                .flatMap(place -> place.batch())
                                .map(batch -> batch.sequence())
                                .filter(sequence -> !seals.contains(sequence))
                                .ifPresent(seals::add);
                    }
                }
            }
        }
        return seals;
    }

    private static void bind(
            PreparedStatement statement, int start, Tx tx, CampaignId campaign, ResponseSelection where, long... times)
            throws SQLException {
        int at = VectorReader.bind(statement, start, tx, campaign, where);
        for (long time : times) {
            statement.setLong(at++, time);
        }
    }

    private static Optional<ImportId> importId(ResultSet rows) throws SQLException {
        return Optional.ofNullable(rows.getObject(1, UUID.class)).map(ImportId::new);
    }
}
