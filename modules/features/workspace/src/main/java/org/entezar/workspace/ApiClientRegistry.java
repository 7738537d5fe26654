package org.entezar.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ClientPermits;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.ApiClientRows;

/**
 * Says at every request of a program what it may do now, and notes when it was last seen. What was read is kept for a
 * few seconds, since programs ask often.
 */
public final class ApiClientRegistry implements ClientPermits {

    /** How long what was read is taken for true. */
    public static final Duration KEPT = Duration.ofSeconds(10);

    private static final Duration SEEN = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 5_000;

    private record Key(WorkspaceId workspace, String subject) {}

    private record Known(Optional<Set<Permission>> permissions, Instant until) {}

    private final Work work;
    private final Clock clock;
    private final ApiClientRows rows = new ApiClientRows();
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    public ApiClientRegistry(Work work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public Optional<Set<Permission>> of(WorkspaceId workspace, String subject) {
        Key key = new Key(workspace, subject);
        Known kept = known.get(key);
        if (kept != null && clock.instant().isBefore(kept.until())) {
            return kept.permissions();
        }
        Optional<Set<Permission>> permissions = read(workspace, subject);
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        known.put(key, new Known(permissions, clock.instant().plus(KEPT)));
        return permissions;
    }

    private Optional<Set<Permission>> read(WorkspaceId workspace, String subject) {
        Caller door = Caller.product("door", workspace);
        Optional<ApiClient> found =
                work.read(door, workspace, Permission.WORKSPACE_READ, tx -> rows.bySubject(tx, subject));
        found.filter(client -> !client.isRevoked())
                .filter(client -> client.lastUsedAt()
                        .map(seen -> seen.plus(SEEN).isBefore(clock.instant()))
                        .orElse(true))
                .ifPresent(client -> work.append(door, workspace, Permission.WORKSPACE_READ, tx -> {
                    rows.used(tx, client.id());
                    return client;
                }));
        return found.map(client -> client.isRevoked() ? Set.of() : client.permissions());
    }

    /** What was read of the workspace's clients holds no more. */
    void forget(WorkspaceId workspace) {
        known.keySet().removeIf(key -> key.workspace().equals(workspace));
    }
}
