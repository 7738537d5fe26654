package org.entezar.platform.tenancy;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Shareable;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * The only way to the tables of a workspace. A piece of work names who acts, the workspace and the permission it needs;
 * it is authorised first, then runs as one transaction in which PostgreSQL's row-level security shows that workspace
 * alone. Work begun inside other work of the same workspace on the same thread joins its transaction; work in another
 * workspace there is refused.
 */
public final class Work {

    private static final String READ_ONLY = "set transaction read only";

    private final Database database;
    private final Clock clock;
    private final Gate gate;
    private final ThreadLocal<@Nullable Tx> current = new ThreadLocal<>();

    /** Work that passes no gate. */
    public Work(Database database, Clock clock) {
        this(database, clock, Gate.OPEN);
    }

    /** @param gate passed by all work in workspaces, so that it holds for what nobody thought of */
    public Work(Database database, Clock clock, Gate gate) {
        this.database = database;
        this.clock = clock;
        this.gate = gate;
    }

    /** Reads. The transaction is read-only in the database too, unless it joins one that changes. */
    public <T> T read(Caller caller, WorkspaceId workspace, Permission permission, Function<Tx, T> body) {
        caller.require(workspace, permission);
        return run(caller, workspace, permission, Mode.READ, body);
    }

    /** Reads of one thing only, which it is enough to share with the caller. */
    public <T> T read(
            Caller caller, WorkspaceId workspace, Permission permission, Shareable thing, Function<Tx, T> body) {
        caller.require(workspace, permission, thing);
        return run(caller, workspace, permission, Mode.READ, body);
    }

    /** Reads of what is shared with the caller, of all where nothing binds them: the body sees to it. */
    public <T> T readOfSome(Caller caller, WorkspaceId workspace, Permission permission, Function<Tx, T> body) {
        caller.requireWithSome(workspace, permission);
        return run(caller, workspace, permission, Mode.READ, body);
    }

    /**
     * Changes something and leaves an entry of history in the same transaction.
     *
     * @throws IllegalStateException when the body recorded nothing; the transaction is then rolled back
     */
    public <T> T change(Caller caller, WorkspaceId workspace, Permission permission, Function<Tx, T> body) {
        caller.require(workspace, permission);
        return run(caller, workspace, permission, Mode.CHANGE, body);
    }

    /** Changes what concerns one thing only, which it is enough to share with the caller; throws as the above. */
    public <T> T change(
            Caller caller, WorkspaceId workspace, Permission permission, Shareable thing, Function<Tx, T> body) {
        caller.require(workspace, permission, thing);
        return run(caller, workspace, permission, Mode.CHANGE, body);
    }

    /** Changes within what is shared with the caller, as {@link #readOfSome} reads; throws as {@link #change}. */
    public <T> T changeOfSome(Caller caller, WorkspaceId workspace, Permission permission, Function<Tx, T> body) {
        caller.requireWithSome(workspace, permission);
        return run(caller, workspace, permission, Mode.CHANGE, body);
    }

    /**
     * Adds responses, or progress of a job: high-volume facts that history covers by sealing them in batches rather
     * than one entry each.
     */
    public <T> T append(Caller caller, WorkspaceId workspace, Permission permission, Function<Tx, T> body) {
        caller.require(workspace, permission);
        return run(caller, workspace, permission, Mode.APPEND, body);
    }

    /** Works on global tables only: no workspace is set, so every tenant table looks empty. */
    public <T> T global(Function<Handle, T> body) {
        if (current.get() != null) {
            throw new IllegalStateException("Global work cannot be begun inside a workspace's transaction");
        }
        return inTransaction("", body);
    }

    /** What the workspace may use of it. */
    public long limit(WorkspaceId workspace, Quota quota) {
        return gate.limit(workspace, quota);
    }

    /**
     * Lets one more of something pass while the workspace has room for it.
     *
     * @param used how many there are already
     * @throws Problem with the quota's own code and its limit
     */
    public void requireRoom(WorkspaceId workspace, Quota quota, long used) {
        long limit = limit(workspace, quota);
        if (used >= limit) {
            throw new Problem(quota.refusal(), limit);
        }
    }

    private <T> T run(Caller caller, WorkspaceId workspace, Permission permission, Mode mode, Function<Tx, T> body) {
        Tx outer = current.get();
        if (outer != null) {
            if (!outer.workspace().equals(workspace)) {
                throw new IllegalStateException("Work in one workspace cannot reach into another");
            }
            return guarded(outer, mode, body);
        }
        try (Passage passage = gate.pass(caller, workspace, permission)) {
            return begin(caller, workspace, mode, body);
        }
    }

    private <T> T begin(Caller caller, WorkspaceId workspace, Mode mode, Function<Tx, T> body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Takes no bind parameter; the text comes out of a parsed UUID.
        String begin = "set local app.workspace_id = '" + workspace.value() + "'";
        return inTransaction(mode == Mode.READ ? READ_ONLY + ";" + begin : begin, handle -> {
            Tx tx = new Tx(handle, workspace, caller, now);
            current.set(tx);
            try {
                T result = guarded(tx, mode, body);
                tx.end();
                return result;
            } finally {
                current.remove();
            }
        });
    }

    private static <T> T guarded(Tx tx, Mode mode, Function<Tx, T> body) {
        int before = tx.recorded();
        T result = body.apply(tx);
        if (mode == Mode.CHANGE && tx.recorded() == before) {
            throw new IllegalStateException("A change was not recorded in history");
        }
        return result;
    }

    private <T> T inTransaction(String begin, Function<Handle, T> body) {
        try (Handle handle = database.jdbi().open()) {
            handle.begin();
            try {
                if (!begin.isEmpty()) {
                    execute(handle, begin);
                }
                T result = body.apply(handle);
                handle.commit();
                return result;
            } catch (Throwable failure) {
                rollback(handle, failure);
                throw failure;
            }
        } catch (RuntimeException failure) {
            if (!(failure instanceof Problem) && Database.isUnreachable(failure)) {
                Problem problem = new Problem(ErrorCode.DATABASE_UNAVAILABLE);
                problem.initCause(failure);
                throw problem;
            }
            throw failure;
        }
    }

    /** Straight to the driver, which sends this together with the beginning of the transaction. */
    private static void execute(Handle handle, String sql) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new UnableToExecuteStatementException("A transaction could not be begun", failure, null);
        }
    }

    private static void rollback(Handle handle, Throwable failure) {
        try {
            handle.rollback();
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private enum Mode {
        READ,
        CHANGE,
        APPEND
    }
}
