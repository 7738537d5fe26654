package org.entezar.collection.internal.sealing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.entezar.collection.ResponseMark;
import org.entezar.collection.internal.response.ResponseRow;
import org.entezar.evidence.Hash;
import org.entezar.platform.tenancy.Tx;

/**
 * Lists responses as waiting to be sealed, in the transaction that stores them. Their leaves are computed here, from
 * what was acknowledged, so that a change to a stored row is found even when it is made before the sealing.
 */
public final class Unsealed {

    /** The statement that {@link #bind} fills. */
    public static final String INSERT =
            "insert into response_unsealed (workspace_id, id, received_from, received_to, imported, late,"
                    + " response_ids, leaves) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private Unsealed() {}

    /** Lists rows that were just stored; one short row for all of them. */
    public static void list(Tx tx, List<ResponseRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = tx.connection().prepareStatement(INSERT)) {
            bind(statement, 1, tx.workspace().value(), rows);
            statement.executeUpdate();
        }
    }

    /** Fills {@link #INSERT} for rows, of which there is at least one, from the parameter on. */
    public static void bind(PreparedStatement statement, int start, UUID workspace, List<ResponseRow> rows)
            throws SQLException {
        List<UUID> ids = new ArrayList<>(rows.size());
        List<Hash> leaves = new ArrayList<>(rows.size());
        Instant from = rows.get(0).receivedAt();
        Instant to = from;
        int imported = 0;
        int late = 0;
        for (ResponseRow row : rows) {
            ids.add(row.id().value());
            leaves.add(ResponseForm.leaf(ResponseForm.of(row)));
            from = row.receivedAt().isBefore(from) ? row.receivedAt() : from;
            to = row.receivedAt().isAfter(to) ? row.receivedAt() : to;
            imported += row.importId().isPresent() ? 1 : 0;
            late += ResponseMark.isLate(row.submittedAt(), row.receivedAt(), row.simulated()) ? 1 : 0;
        }
        int at = start;
        statement.setObject(at++, workspace);
        // A response is stored once, so its id names the group that it came with.
        statement.setObject(at++, ids.get(0));
        statement.setObject(at++, from.atOffset(ZoneOffset.UTC));
        statement.setObject(at++, to.atOffset(ZoneOffset.UTC));
        statement.setInt(at++, imported);
        statement.setInt(at++, late);
        statement.setBytes(at++, Packed.ids(ids));
        statement.setBytes(at, Packed.leaves(leaves));
    }
}
