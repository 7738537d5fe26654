package org.entezar.platform.fairness;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Gate;
import org.entezar.platform.tenancy.Passage;

/**
 * The part of the pool of connections that one workspace may hold, and the smaller part that its heavy reading may:
 * figures, exports, evidence. What would take more waits for its own workspace to finish something, and after a while is
 * told to come back. The product's own work passes freely: it runs on few threads that must never wait for a workspace.
 */
public final class ConnectionShares implements Gate {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long RETRY_SECONDS = 5;

    /** Reading that goes through many rows. */
    private static final Set<Permission> HEAVY = EnumSet.of(
            Permission.INSIGHT_READ, Permission.INSIGHT_KEEP, Permission.RESPONSE_READ, Permission.HISTORY_READ);

    private final Share<WorkspaceId> all;
    private final Share<WorkspaceId> heavy;

    /**
     * @param all connections that one workspace may hold, of those of the pool
     * @param heavy how many of them heavy reading may hold
     */
    public ConnectionShares(int all, int heavy) {
        this.all = new Share<>(all);
        this.heavy = new Share<>(heavy);
    }

    /** Half of a pool for one workspace, a fifth for its heavy reading. */
    public static ConnectionShares of(int pool) {
        return new ConnectionShares(Math.max(1, pool / 2), Math.max(1, pool / 5));
    }

    @Override
    public Passage pass(Caller caller, WorkspaceId workspace, Permission permission) {
        if (caller.kind() == Caller.Kind.PRODUCT) {
            return Passage.FREE;
        }
        Share<WorkspaceId> share = HEAVY.contains(permission) ? heavy : all;
        return share.enter(workspace, PATIENCE)
                .orElseThrow(() -> new Problem(ErrorCode.TOO_MANY_REQUESTS, RETRY_SECONDS));
    }
}
