package org.entezar.collection.internal.response;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.VectorVisitor;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;
import org.postgresql.PGStatement;

/** Streams the byte vectors of a campaign out of the side table. */
public final class VectorReader {

    /** Rows that travel together; about a megabyte. */
    private static final int FETCH = 10_000;

    private VectorReader() {}

    /** Hands every vector of the selection to the visitor, in no particular order; returns how many. */
    public static long read(Tx tx, CampaignId campaign, ResponseSelection selection, VectorVisitor visitor) {
        String sql =
                "select v.codes, v.submitted_ms from response_vector v where v.workspace_id = ? and v.campaign_id = ?"
                        + conditions(selection);
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            // Binary from the first execution on: the driver would read text until it has seen five.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setFetchSize(FETCH);
            bind(statement, 1, tx, campaign, selection);
            long count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byte[] codes = rows.getBytes(1);
                    visitor.visit(codes, 0, codes.length, rows.getLong(2));
                    count++;
                }
            }
            return count;
        } catch (SQLException failure) {
            throw new ResultSetException("Vectors could not be read", failure, null);
        }
    }

    /** How many responses of the selection each segment has; those without a segment are under the empty name. */
    public static Map<String, Long> segments(Tx tx, CampaignId campaign, ResponseSelection selection) {
        String sql = "select coalesce(v.segment, ''), count(*) from response_vector v"
                + " where v.workspace_id = ? and v.campaign_id = ?" + conditions(selection) + " group by 1";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            bind(statement, 1, tx, campaign, selection);
            Map<String, Long> counts = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        } catch (SQLException failure) {
            throw new ResultSetException("Segments could not be read", failure, null);
        }
    }

    /** Period and segment of the selection as part of a where clause; the table is called v. */
    static String within(ResponseSelection selection) {
        return (selection.from().isPresent() ? " and v.submitted_ms >= ?" : "")
                + (selection.to().isPresent() ? " and v.submitted_ms < ?" : "")
                + (selection.segment().isPresent() ? " and v.segment = ?" : "");
    }

    /** The part of a where clause that the selection amounts to; the table is called v. */
    public static String conditions(ResponseSelection selection) {
        return within(selection)
                + (selection.asOf().isPresent()
                        ? " and v.received_ms <= ? and (v.withdrawn_ms is null or v.withdrawn_ms > ?)"
                        : " and v.withdrawn_ms is null");
    }

    /** Binds workspace, campaign and selection; returns the place after. */
    public static int bind(
            PreparedStatement statement, int start, Tx tx, CampaignId campaign, ResponseSelection selection)
            throws SQLException {
        int at = start;
        UUID workspace = tx.workspace().value();
        statement.setObject(at++, workspace);
        statement.setObject(at++, campaign.value());
        if (selection.from().isPresent()) {
            statement.setLong(at++, ceiling(selection.from().get()));
        }
        if (selection.to().isPresent()) {
            statement.setLong(at++, ceiling(selection.to().get()));
        }
        if (selection.segment().isPresent()) {
            statement.setString(at++, selection.segment().get());
        }
        if (selection.asOf().isPresent()) {
            long asOf = selection.asOf().get().toEpochMilli();
            statement.setLong(at++, asOf);
            statement.setLong(at++, asOf);
        }
        return at;
    }

    /** The first whole millisecond that is not before the instant, so that bounds between two are exact. */
    static long ceiling(Instant instant) {
        long millis = instant.toEpochMilli();
        return Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis;
    }
}
