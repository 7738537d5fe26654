package org.entezar.workspace.internal;

import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;

/** The rule that only an owner makes, invites or unmakes owners. */
public final class OwnersOnly {

    private OwnersOnly() {}

    /** Throws {@link ErrorCode#FORBIDDEN} when the roles name the owner and the caller is none. */
    public static void mayTouch(Caller caller, WorkspaceId workspace, Set<Role> roles) {
        if (roles.contains(Role.OWNER) && !caller.roles(workspace).contains(Role.OWNER)) {
            throw new Problem(ErrorCode.FORBIDDEN, Role.OWNER.key());
        }
    }
}
