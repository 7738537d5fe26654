package org.entezar.platform.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.jdbi.v3.core.result.ResultSetException;

/**
 * Notes who looked at personal data: one entry for each reader, thing and hour, so that turning pages does not bury what
 * is looked at. Parts of the product at work without a person leave none.
 */
public final class Looks {

    private static final Duration ONE_LOOK = Duration.ofHours(1);

    private Looks() {}

    /**
     * Notes a look unless one stands there already; in a transaction of its own, before what is looked at is read.
     *
     * @param permission that the look needs, with all or with what is shared with the caller; that the very thing is
     *     shared is asked by whoever lets it be looked at
     * @param action such as {@code responses.read}
     * @param subject what is looked at
     */
    public static void note(
            Work work, Caller caller, WorkspaceId workspace, Permission permission, String action, String subject) {
        if (!caller.isSignedIn()) {
            return;
        }
        boolean noted = work.readOfSome(
                caller,
                workspace,
                permission,
                tx -> isThereSince(tx, action, subject, tx.now().minus(ONE_LOOK)));
        if (!noted) {
            work.changeOfSome(caller, workspace, permission, tx -> tx.record(Change.noted(action, subject)));
        }
    }

    private static boolean isThereSince(Tx tx, String action, String subject, Instant since) {
        try (PreparedStatement statement = tx.connection().prepareStatement("""
                select at from history_entry where workspace_id = ? and subject = ? and action = ? and actor = ?
                order by sequence desc limit 1""")) {
            statement.setObject(1, tx.workspace().value());
            statement.setString(2, subject);
            statement.setString(3, action);
            statement.setString(4, tx.caller().subject());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        && !rows.getObject(1, OffsetDateTime.class).toInstant().isBefore(since);
            }
        } catch (SQLException failure) {
            throw new ResultSetException("Entries could not be read", failure, null);
        }
    }
}
