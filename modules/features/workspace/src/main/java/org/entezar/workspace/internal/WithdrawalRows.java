package org.entezar.workspace.internal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.workspace.Withdrawal;
import org.entezar.workspace.Withdrawal.Kind;
import org.jdbi.v3.core.Handle;

/** What is withdrawn, in its table, which is global. */
public final class WithdrawalRows {

    private WithdrawalRows() {}

    /** All of a kind, by id. */
    public static List<Withdrawal> all(Handle handle, Kind kind) {
        return handle.createQuery("select id, reason, withdrawn_by, withdrawn_at from withdrawal"
                        + " where kind = :kind order by id collate \"C\"")
                .bind("kind", kind)
                .map((row, context) -> new Withdrawal(
                        kind,
                        row.getString("id"),
                        row.getString("reason"),
                        row.getString("withdrawn_by"),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Their ids. */
    public static Set<String> ids(Handle handle, Kind kind) {
        return all(handle, kind).stream().map(Withdrawal::id).collect(Collectors.toUnmodifiableSet());
    }

    public static void insert(Handle handle, Withdrawal withdrawal) {
        handle.createUpdate("insert into withdrawal (kind, id, reason, withdrawn_by, withdrawn_at)"
                        + " values (:kind, :id, :reason, :by, :at)")
                .bind("kind", withdrawal.kind())
                .bind("id", withdrawal.id())
                .bind("reason", withdrawal.reason())
                .bind("by", withdrawal.withdrawnBy())
                .bind("at", withdrawal.withdrawnAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Whether there was one. */
    public static boolean delete(Handle handle, Kind kind, String id) {
        return handle.createUpdate("delete from withdrawal where kind = :kind and id = :id")
                        .bind("kind", kind)
                        .bind("id", id)
                        .execute()
                > 0;
    }
}
