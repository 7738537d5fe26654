package org.entezar.platform.tenancy;

import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.NewEntry;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in one workspace. Lives as long as the lambda that got it. Statements on {@link #handle()} and
 * {@link #connection()} see this workspace's rows only, and name {@code workspace_id} all the same: two walls.
 *
 * <p>The last entry recorded waits for the end of the transaction, to be written in one exchange with the commit. Whoever
 * asks for the handle or the connection before has it written first, so that every statement sees what was recorded;
 * therefore a handle is asked for where it is used and not kept.
 */
public final class Tx {

    private final Handle handle;
    private final WorkspaceId workspace;
    private final Caller caller;
    private final Instant now;
    private int recorded;
    private @Nullable NewEntry waiting;

    Tx(Handle handle, WorkspaceId workspace, Caller caller, Instant now) {
        this.handle = handle;
        this.workspace = workspace;
        this.caller = caller;
        this.now = now;
    }

    public Handle handle() {
        writeWaiting();
        return handle;
    }

    /** The JDBC connection, for hot paths. Never committed or closed by hand. */
    public Connection connection() {
        return handle().getConnection();
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    public Caller caller() {
        return caller;
    }

    /** The time of this transaction, in microseconds, the same for everything it writes. */
    public Instant now() {
        return now;
    }

    /** Adds an entry of history to this transaction; returns what it tells. */
    public Change record(Change change) {
        return record(change, Optional.empty());
    }

    /** Adds an entry of history with the reason that the person gave; returns what it tells. */
    public Change record(Change change, String reason) {
        return record(change, Optional.of(reason));
    }

    /** Writes an entry of history at once, for rows that name it; returns its sequence. */
    public long recordNumbered(Change change) {
        recorded++;
        return entry(workspace, change, Optional.empty()).write(handle());
    }

    /**
     * Writes an entry of the workspace's history and one of the operators' acts, both in this transaction: an operator
     * does nothing to a workspace that stands in one of them only.
     */
    public void recordOperatorAct(Change change, Optional<String> reason) {
        recorded++;
        entry(workspace, change, reason).write(handle());
        see(WorkspaceId.INSTALLATION);
        entry(WorkspaceId.INSTALLATION, change, reason).write(handle);
        see(workspace);
    }

    private Change record(Change change, Optional<String> reason) {
        writeWaiting();
        recorded++;
        waiting = entry(workspace, change, reason);
        return change;
    }

    private NewEntry entry(WorkspaceId of, Change change, Optional<String> reason) {
        return new NewEntry(of, caller, now, change, reason);
    }

    private void writeWaiting() {
        NewEntry entry = waiting;
        if (entry != null) {
            waiting = null;
            entry.write(handle);
        }
    }

    /** Writes the entry that waits and commits with it; without one the commit is left to the caller. */
    void end() {
        NewEntry entry = waiting;
        if (entry != null) {
            waiting = null;
            entry.writeAndCommit(handle);
        }
    }

    /** The text comes out of a parsed UUID. */
    private void see(WorkspaceId seen) {
        handle.execute("set local app.workspace_id = '" + seen.value() + "'");
    }

    int recorded() {
        return recorded;
    }
}
