package org.entezar.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.StandingRows;

/**
 * How workspaces stand, asked at every request and therefore remembered for some seconds. What an operator changes holds
 * on this server at once and on others of the same database after those seconds.
 */
public final class Standings {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int KNOWN = 10_000;

    private final Function<WorkspaceId, Optional<Standing>> found;
    private final Map<Quota, Long> defaults;
    private final Cache<WorkspaceId, Optional<Standing>> known = Caffeine.newBuilder()
            .maximumSize(KNOWN)
            .expireAfterWrite(REMEMBERED)
            .build();

    /**
     * @param work that passes no gate, since the gate asks here
     * @param defaults every quota
     */
    public Standings(Work work, Map<Quota, Long> defaults) {
        this(id -> work.global(handle -> StandingRows.find(handle, id)), defaults);
    }

    /** @param found looks a workspace up */
    public Standings(Function<WorkspaceId, Optional<Standing>> found, Map<Quota, Long> defaults) {
        this.found = found;
        this.defaults = new EnumMap<>(defaults);
        for (Quota quota : Quota.values()) {
            if (!defaults.containsKey(quota)) {
                throw new IllegalArgumentException("No default for " + quota);
            }
        }
    }

    private Optional<Standing> of(WorkspaceId workspace) {
        return Objects.requireNonNull(known.get(workspace, found));
    }

    /** What the workspace may use of it. */
    public long limit(WorkspaceId workspace, Quota quota) {
        return of(workspace).map(Standing::own).map(own -> own.get(quota)).orElseGet(() -> byDefault(quota));
    }

    /** What workspaces may use of it for which nothing else was said. */
    public long byDefault(Quota quota) {
        return Objects.requireNonNull(defaults.get(quota));
    }

    public boolean isSuspended(WorkspaceId workspace) {
        return of(workspace).filter(Standing::isSuspended).isPresent();
    }

    /**
     * Lets callers pass to workspaces that are not suspended; the product's own work goes on in all.
     *
     * @throws Problem {@link ErrorCode#WORKSPACE_SUSPENDED}
     */
    public void requireActive(Caller caller, WorkspaceId workspace) {
        if (caller.kind() != Caller.Kind.PRODUCT && isSuspended(workspace)) {
            throw new Problem(ErrorCode.WORKSPACE_SUSPENDED);
        }
    }

    /** Forgets what was remembered, after a change. */
    void forget(WorkspaceId workspace) {
        known.invalidate(workspace);
    }
}
