package org.entezar.audit.internal.checkpoint;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.AnchorState;
import org.entezar.platform.tenancy.Tx;

/** How far checkpoints were handed to places outside, a row for each place. */
public final class AnchorRows {

    private static final int LONGEST_FAILURE = 500;

    private AnchorRows() {}

    /** All places that the workspace's checkpoints were meant for so far. */
    public static List<AnchorState> all(Tx tx) {
        return tx.handle()
                .createQuery("""
                        select target, size, delivered_at, failures, failed_at, failure from history_anchor
                        where workspace_id = :workspace order by target""")
                .bind("workspace", tx.workspace().value())
                .map((rows, context) -> new AnchorState(
                        rows.getString(1),
                        rows.getLong(2),
                        Optional.ofNullable(rows.getObject(3, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        rows.getInt(4),
                        Optional.ofNullable(rows.getObject(5, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(rows.getString(6))))
                .list();
    }

    /** Size of the last checkpoint that is there; 0 for none. */
    static long delivered(Tx tx, String target) {
        return tx.handle()
                .createQuery("""
                        select size from history_anchor where workspace_id = :workspace and target = :target""")
                .bind("workspace", tx.workspace().value())
                .bind("target", target)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    public static void noteDelivery(Tx tx, String target, long size) {
        tx.handle()
                .createUpdate("""
                        insert into history_anchor (workspace_id, target, size, delivered_at, failures)
                        values (:workspace, :target, :size, :now, 0)
                        on conflict (workspace_id, target) do update
                        set size = :size, delivered_at = :now, failures = 0, failed_at = null, failure = null""")
                .bind("workspace", tx.workspace().value())
                .bind("target", target)
                .bind("size", size)
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    static void noteFailure(Tx tx, String target, String why) {
        tx.handle()
                .createUpdate("""
                        insert into history_anchor (workspace_id, target, size, failures, failed_at, failure)
                        values (:workspace, :target, 0, 1, :now, :failure)
                        on conflict (workspace_id, target) do update
                        set failures = history_anchor.failures + 1, failed_at = :now, failure = :failure""")
                .bind("workspace", tx.workspace().value())
                .bind("target", target)
                .bind("failure", why.substring(0, Math.min(why.length(), LONGEST_FAILURE)))
                .bind("now", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
