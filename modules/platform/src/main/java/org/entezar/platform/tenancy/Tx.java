package org.entezar.platform.tenancy;

import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.HistoryWriter;
import org.jdbi.v3.core.Handle;

/**
 * One transaction in one workspace. Lives as long as the lambda that got it. Statements on {@link #handle()} and
 * {@link #connection()} see this workspace's rows only, and name {@code workspace_id} all the same: two walls.
 */
public final class Tx {

    private final Handle handle;
    private final WorkspaceId workspace;
    private final Caller caller;
    private final Instant now;
    private final HistoryWriter history;
    private int recorded;

    Tx(Handle handle, WorkspaceId workspace, Caller caller, Instant now, HistoryWriter history) {
        this.handle = handle;
        this.workspace = workspace;
        this.caller = caller;
        this.now = now;
        this.history = history;
    }

    public Handle handle() {
        return handle;
    }

    /** The JDBC connection, for hot paths. Never committed or closed by hand. */
    public Connection connection() {
        return handle.getConnection();
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

    /** Writes an entry of history in this transaction; returns its sequence. */
    public long record(Change change) {
        recorded++;
        return history.append(handle, workspace, caller, now, change, Optional.empty());
    }

    /** Writes an entry of history with the reason that the person gave; returns its sequence. */
    public long record(Change change, String reason) {
        recorded++;
        return history.append(handle, workspace, caller, now, change, Optional.of(reason));
    }

    /**
     * Writes an entry of the workspace's history and one of the operators' acts, both in this transaction: an operator
     * does nothing to a workspace that stands in one of them only.
     */
    public void recordOperatorAct(Change change, Optional<String> reason) {
        recorded++;
        history.append(handle, workspace, caller, now, change, reason);
        see(WorkspaceId.INSTALLATION);
        history.append(handle, WorkspaceId.INSTALLATION, caller, now, change, reason);
        see(workspace);
    }

    /** The text comes out of a parsed UUID. */
    private void see(WorkspaceId seen) {
        handle.execute("set local app.workspace_id = '" + seen.value() + "'");
    }

    int recorded() {
        return recorded;
    }
}
