package org.entezar.audit.internal.checkpoint;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entezar.evidence.Hash;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.evidence.TreeFront;
import org.entezar.platform.tenancy.Tx;

/** Checkpoints in their table. */
public final class CheckpointRows {

    private static final String COLUMNS = "select line, front from history_checkpoint where workspace_id = :workspace";

    private CheckpointRows() {}

    /**
     * A checkpoint as it is kept.
     *
     * @param signed the checkpoint
     * @param front what the tree goes on from, as text
     */
    public record Kept(SignedCheckpoint signed, String front) {

        TreeFront tree() {
            return TreeFront.of(
                    signed.checkpoint().size(),
                    Arrays.stream(front.split(" ", -1)).map(Hash::parse).toList());
        }
    }

    /** The latest. */
    public static Optional<Kept> latest(Tx tx) {
        return tx.handle()
                .createQuery(COLUMNS + " order by size desc limit 1")
                .bind("workspace", tx.workspace().value())
                .map((rows, context) -> kept(rows))
                .findOne();
    }

    /** The one of exactly that size. */
    public static Optional<SignedCheckpoint> ofSize(Tx tx, long size) {
        return tx.handle()
                .createQuery(COLUMNS + " and size = :size")
                .bind("workspace", tx.workspace().value())
                .bind("size", size)
                .map((rows, context) -> kept(rows).signed())
                .findOne();
    }

    /** The first that covers the entry. */
    public static Optional<SignedCheckpoint> covering(Tx tx, long sequence) {
        return tx.handle()
                .createQuery(COLUMNS + " and size >= :sequence order by size limit 1")
                .bind("workspace", tx.workspace().value())
                .bind("sequence", sequence)
                .map((rows, context) -> kept(rows).signed())
                .findOne();
    }

    /** The newest first, those smaller than {@code before}. */
    public static List<SignedCheckpoint> page(Tx tx, long before, int limit) {
        return tx.handle()
                .createQuery(COLUMNS + " and size < :before order by size desc limit :limit")
                .bind("workspace", tx.workspace().value())
                .bind("before", before)
                .bind("limit", limit)
                .map((rows, context) -> kept(rows).signed())
                .list();
    }

    /** A row as it stands, whatever became of it. */
    public record Row(long size, String line) {}

    /** The smallest first, those larger than {@code after}. */
    public static List<Row> following(Tx tx, long after, int limit) {
        return tx.handle()
                .createQuery("""
                        select size, line from history_checkpoint
                        where workspace_id = :workspace and size > :after order by size limit :limit""")
                .bind("workspace", tx.workspace().value())
                .bind("after", after)
                .bind("limit", limit)
                .map((rows, context) -> new Row(rows.getLong(1), rows.getString(2)))
                .list();
    }

    /** Entries that the newest checkpoint is over; 0 when there is none. */
    public static long newestSize(Tx tx) {
        return tx.handle()
                .createQuery("select coalesce(max(size), 0) from history_checkpoint where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .mapTo(Long.class)
                .one();
    }

    /** Entries that the first checkpoint over this one is over; empty when none is. */
    public static Optional<Long> coveringSize(Tx tx, long sequence) {
        return tx.handle()
                .createQuery("""
                        select min(size) from history_checkpoint
                        where workspace_id = :workspace and size >= :sequence having count(*) > 0""")
                .bind("workspace", tx.workspace().value())
                .bind("sequence", sequence)
                .mapTo(Long.class)
                .findOne();
    }

    /** Keeps one unless one of its size is there; whether it was kept. */
    static boolean insert(Tx tx, SignedCheckpoint signed, TreeFront front) {
        return tx.handle()
                        .createUpdate("""
                        insert into history_checkpoint (workspace_id, size, line, front)
                        values (:workspace, :size, :line, :front) on conflict (workspace_id, size) do nothing""")
                        .bind("workspace", tx.workspace().value())
                        .bind("size", signed.checkpoint().size())
                        .bind("line", signed.line())
                        .bind("front", front.parts().stream().map(Hash::hex).collect(Collectors.joining(" ")))
                        .execute()
                == 1;
    }

    static void insertPart(Tx tx, int level, long place, Hash root) {
        tx.handle()
                .createUpdate("""
                        insert into history_part (workspace_id, level, place, root)
                        values (:workspace, :level, :place, :root) on conflict (workspace_id, level, place) do nothing""")
                .bind("workspace", tx.workspace().value())
                .bind("level", level)
                .bind("place", place)
                .bind("root", root.hex())
                .execute();
    }

    private static Kept kept(ResultSet rows) throws SQLException {
        return new Kept(SignedCheckpoint.parse(rows.getString(1).getBytes(StandardCharsets.UTF_8)), rows.getString(2));
    }
}
