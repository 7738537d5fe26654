package org.entezar.audit.internal.proof;

import java.util.ArrayList;
import java.util.List;
import org.entezar.evidence.Entry;
import org.entezar.evidence.Hash;
import org.entezar.evidence.Merkle;
import org.entezar.evidence.TreeFront;
import org.entezar.platform.tenancy.Tx;

/**
 * The Merkle tree over a workspace's entries, read out of the database as far as it is needed: roots of full parts of
 * 256 and 65536 entries are kept, so a proof reads at most a few hundred short rows however long the history is.
 */
public final class HistoryTree implements Merkle.Subtrees {

    private static final int STEP = 8;
    private static final int HIGHEST = 16;

    private final Tx tx;
    private final boolean parts;

    private HistoryTree(Tx tx, boolean parts) {
        this.tx = tx;
        this.parts = parts;
    }

    /** The tree as far as it was signed, by its kept parts. */
    public static HistoryTree of(Tx tx) {
        return new HistoryTree(tx, true);
    }

    /** The tree out of the entries alone: slower, and right even where a kept part is spoilt. */
    public static HistoryTree ofEntries(Tx tx) {
        return new HistoryTree(tx, false);
    }

    /** Whether roots of full parts of this level are kept. */
    public static boolean isKept(int level) {
        return level == STEP || level == HIGHEST;
    }

    /** The front of the tree over the first entries. */
    public TreeFront front(long size) {
        List<Hash> roots = new ArrayList<>();
        long start = 0;
        for (long bit = Long.highestOneBit(size); bit > 0; bit >>= 1) {
            if ((size & bit) != 0) {
                roots.add(full(start, bit));
                start += bit;
            }
        }
        return TreeFront.of(size, roots);
    }

    @Override
    public Hash full(long start, long size) {
        int level = Long.numberOfTrailingZeros(size);
        int base = !parts || level < STEP ? 0 : level < HIGHEST ? STEP : HIGHEST;
        List<Hash> hashes = base == 0 ? leaves(start, size) : kept(base, start >> base, size >> base);
        if (hashes.size() != size >> base) {
            if (base > 0) {
                return ofEntries(tx).full(start, size);
            }
            throw new IllegalStateException("Entries are missing from " + (start + 1) + " on");
        }
        return Merkle.root(hashes);
    }

    private List<Hash> leaves(long start, long size) {
        return tx.handle()
                .createQuery("""
                        select hash from history_entry
                        where workspace_id = :workspace and sequence > :from and sequence <= :to order by sequence""")
                .bind("workspace", tx.workspace().value())
                .bind("from", start)
                .bind("to", start + size)
                .map((rows, context) -> Entry.leaf(Hash.parse(rows.getString(1))))
                .list();
    }

    private List<Hash> kept(int level, long place, long count) {
        return tx.handle()
                .createQuery("""
                        select root from history_part
                        where workspace_id = :workspace and level = :level and place >= :from and place < :to
                        order by place""")
                .bind("workspace", tx.workspace().value())
                .bind("level", level)
                .bind("from", place)
                .bind("to", place + count)
                .map((rows, context) -> Hash.parse(rows.getString(1)))
                .list();
    }
}
