package org.entezar.collection.internal.sealing;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.SealedSelection;
import org.entezar.collection.VectorVisitor;
import org.entezar.collection.internal.response.VectorReader;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Merkle;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.tenancy.Tx;
import org.jdbi.v3.core.result.ResultSetException;
import org.postgresql.PGStatement;

/**
 * The responses of a selection as a tree of their leaves. Ids are held in their order and leaves beside them, 48 bytes a
 * response; batches pass by one at a time.
 */
public final class SelectionTree {

    private static final int FETCH = 10_000;
    private static final int BATCHES = 20;
    private static final int ID = 16;
    private static final int MOST_ATTEMPTS = 5;
    private static final int RETRY_SECONDS = 5;

    private byte[] ids = new byte[ID * 1024];
    private int count;
    private byte[] leaves = new byte[0];
    private boolean[] sealed = new boolean[0];

    private SelectionTree() {}

    /**
     * Hands the vectors of those responses to the visitor that the entries up to a sequence seal, and tells the root over
     * their leaves.
     */
    public static SealedSelection read(
            Tx tx, CampaignId campaign, ResponseSelection selection, long upTo, Supplier<VectorVisitor> visitors) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<SealedSelection> read = attempt(tx, campaign, selection, upTo, visitors.get());
            if (read.isPresent()) {
                return read.get();
            }
        }
        throw new Problem(ErrorCode.OVERLOADED, RETRY_SECONDS);
    }

    /** Empty when responses came or went between the statements. */
    private static Optional<SealedSelection> attempt(
            Tx tx, CampaignId campaign, ResponseSelection selection, long upTo, VectorVisitor visitor) {
        SelectionTree tree = new SelectionTree();
        try {
            tree.readIds(tx, campaign, selection);
            tree.readLeaves(tx, upTo);
            int missing = tree.dropUnsealed();
            long visited = missing == 0
                    ? VectorReader.read(tx, campaign, selection, visitor)
                    : tree.readVectors(tx, campaign, selection, visitor);
            return visited == tree.count
                    ? Optional.of(new SealedSelection(tree.root().hex(), tree.count, missing))
                    : Optional.empty();
        } catch (SQLException failure) {
            throw new ResultSetException("Sealed responses could not be read", failure, null);
        }
    }

    private void readIds(Tx tx, CampaignId campaign, ResponseSelection selection) throws SQLException {
        String sql = "select v.response_id from response_vector v where v.workspace_id = ? and v.campaign_id = ?"
                + VectorReader.conditions(selection) + " order by v.response_id";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            VectorReader.bind(statement, 1, tx, campaign, selection);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    if ((count + 1) * ID > ids.length) {
                        ids = Arrays.copyOf(ids, ids.length * 2);
                    }
                    ByteBuffer.wrap(ids, count * ID, ID)
                            .putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits());
                    count++;
                }
            }
        }
        leaves = new byte[count * Hash.LENGTH];
        sealed = new boolean[count];
    }

    private void readLeaves(Tx tx, long upTo) throws SQLException {
        String sql = "select response_ids, leaves from response_batch where workspace_id = ? and sequence <= ?";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            statement.setFetchSize(BATCHES);
            statement.setObject(1, tx.workspace().value());
            statement.setLong(2, upTo);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    take(rows.getBytes(1), rows.getBytes(2));
                }
            }
        }
    }

    private void take(byte[] batchIds, byte[] batchLeaves) {
        for (int i = 0; (i + 1) * ID <= batchIds.length && (i + 1) * Hash.LENGTH <= batchLeaves.length; i++) {
            int place = find(batchIds, i * ID);
            if (place >= 0) {
                System.arraycopy(batchLeaves, i * Hash.LENGTH, leaves, place * Hash.LENGTH, Hash.LENGTH);
                sealed[place] = true;
            }
        }
    }

    private int find(byte[] wanted, int offset) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(ids, middle * ID, (middle + 1) * ID, wanted, offset, offset + ID);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Closes the gaps of what is not sealed; returns how many those were. */
    private int dropUnsealed() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (sealed[i]) {
                System.arraycopy(ids, i * ID, ids, kept * ID, ID);
                System.arraycopy(leaves, i * Hash.LENGTH, leaves, kept * Hash.LENGTH, Hash.LENGTH);
                kept++;
            }
        }
        int dropped = count - kept;
        count = kept;
        return dropped;
    }

    private long readVectors(Tx tx, CampaignId campaign, ResponseSelection selection, VectorVisitor visitor)
            throws SQLException {
        String sql = "select v.codes, v.submitted_ms, v.response_id from response_vector v"
                + " where v.workspace_id = ? and v.campaign_id = ?" + VectorReader.conditions(selection);
        byte[] id = new byte[ID];
        long visited = 0;
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            VectorReader.bind(statement, 1, tx, campaign, selection);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID response = rows.getObject(3, UUID.class);
                    ByteBuffer.wrap(id)
                            .putLong(response.getMostSignificantBits())
                            .putLong(response.getLeastSignificantBits());
                    if (find(id, 0) >= 0) {
                        byte[] codes = rows.getBytes(1);
                        visitor.visit(codes, 0, codes.length, rows.getLong(2));
                        visited++;
                    }
                }
            }
        }
        return visited;
    }

    private Hash root() {
        return Merkle.root(this::full, 0, count);
    }

    private Hash full(long start, long size) {
        if (size == 1) {
            int at = (int) start * Hash.LENGTH;
            return Hash.of(Arrays.copyOfRange(leaves, at, at + Hash.LENGTH));
        }
        long half = size / 2;
        return Merkle.node(full(start, half), full(start + half, half));
    }
}
