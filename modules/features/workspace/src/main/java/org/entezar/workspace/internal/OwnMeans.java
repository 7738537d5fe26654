package org.entezar.workspace.internal;

import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;

/**
 * The rule that nobody gives away what they do not hold, nor takes it from others: everybody touches only roles that they
 * could fill themselves. So owners alone name auditors, who read what administrators do not, and unname them. Owners are
 * {@link OwnersOnly}.
 */
public final class OwnMeans {

    private OwnMeans() {}

    /**
     * Lets the caller pass who may give and take these roles.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#FORBIDDEN}
     */
    public static void mayTouch(Caller caller, WorkspaceId workspace, Set<Role> roles) {
        OwnersOnly.mayTouch(caller, workspace, roles);
        roles.forEach(role -> holds(caller, workspace, role.permissions()));
    }

    /** Whether {@link #mayTouch(Caller, WorkspaceId, Set)} lets the caller pass. */
    public static boolean mayTouch(Caller caller, WorkspaceId workspace, Role role) {
        return role == Role.OWNER
                ? caller.roles(workspace).contains(Role.OWNER)
                : role.permissions().stream().allMatch(permission -> caller.may(workspace, permission));
    }

    /**
     * Lets the caller pass who holds all of these.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#FORBIDDEN} naming one that they lack
     */
    public static void holds(Caller caller, WorkspaceId workspace, Set<Permission> permissions) {
        permissions.stream().sorted().forEach(permission -> caller.require(workspace, permission));
    }
}
