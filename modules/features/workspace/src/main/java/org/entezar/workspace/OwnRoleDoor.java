package org.entezar.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.OwnRoleRows;

/**
 * What people may do who hold a role of their workspace's own, looked up for every request. Such a role takes the place
 * of what the built-in one gives. It opens nothing to somebody without a built-in role (suspended, or not in the
 * workspace any more), takes nothing from an owner, and gives an auditor nothing beyond what an auditor may.
 */
public final class OwnRoleDoor {

    /** For how long another server may still go by what was there before. */
    public static final Duration KEPT = Duration.ofSeconds(10);

    /** Longer than a token goes on telling that somebody is a member who was removed. */
    static final Duration LONGEST_TOKEN = Duration.ofMinutes(15);

    private static final int MOST = 10_000;

    private final Work work;
    private final OwnRoleRows rows = new OwnRoleRows();
    private final Cache<WorkspaceId, Map<String, Set<Permission>>> held =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    public OwnRoleDoor(Work work) {
        this.work = work;
    }

    /** The caller with what own roles leave or give; asked after the bounds of engagements. */
    public Caller admit(Caller caller) {
        return caller.kind() == Caller.Kind.PERSON
                ? caller.withEach((workspace, membership) -> admit(caller.subject(), workspace, membership))
                : caller;
    }

    private Caller.Membership admit(String subject, WorkspaceId workspace, Caller.Membership membership) {
        Set<Role> roles = membership.roles();
        if (roles.isEmpty()
                || roles.contains(Role.OWNER)
                || membership.permissions().isEmpty()) {
            return membership;
        }
        Set<Permission> own = held(workspace).get(subject);
        if (own == null) {
            return membership;
        }
        Set<Permission> permissions = EnumSet.of(Permission.WORKSPACE_READ);
        permissions.addAll(own);
        if (roles.contains(Role.AUDITOR)) {
            permissions.retainAll(membership.permissions());
        }
        return new Caller.Membership(membership.alias(), roles, permissions);
    }

    private Map<String, Set<Permission>> held(WorkspaceId workspace) {
        return held.get(
                workspace,
                unknown ->
                        work.read(Caller.product("door", workspace), workspace, Permission.WORKSPACE_READ, this::held));
    }

    private Map<String, Set<Permission>> held(Tx tx) {
        Map<String, Set<String>> holders = rows.holders(tx);
        Map<String, Set<Permission>> permissions = new HashMap<>();
        rows.ended(tx, tx.now().minus(LONGEST_TOKEN)).forEach(subject -> permissions.put(subject, Set.of()));
        if (!holders.isEmpty()) {
            Map<String, OwnRole> roles = rows.all(tx).stream().collect(Collectors.toMap(OwnRole::key, role -> role));
            holders.forEach((subject, keys) -> permissions.put(subject, OwnRoles.permissions(roles, keys)));
        }
        return Map.copyOf(permissions);
    }

    /** What was read of the workspace holds no more. */
    void forget(WorkspaceId workspace) {
        held.invalidate(workspace);
    }
}
