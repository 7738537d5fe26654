package org.entezar.platform.tenancy;

import java.util.Map;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/**
 * The installation itself as a place of rows and history that belong to no workspace: who wants one, what mail went out
 * for that, what operators did. Nobody is a member of it; operators work on it as far as this says.
 */
public final class Installation {

    private static final Set<Permission> OPERATOR = Set.of(
            Permission.WORKSPACE_CREATE,
            Permission.WORKSPACE_READ,
            Permission.MEMBER_READ,
            Permission.MEMBER_EDIT,
            Permission.HISTORY_READ);

    private Installation() {}

    /**
     * An operator as somebody who may work on {@link WorkspaceId#INSTALLATION}.
     *
     * @throws Problem {@link ErrorCode#UNAUTHENTICATED} to somebody who did not sign in, {@link ErrorCode#FORBIDDEN} to
     *     anybody else who is no operator
     */
    public static Caller operating(Caller operator) {
        if (!operator.isOperator()) {
            throw new Problem(
                    operator.isSignedIn() ? ErrorCode.FORBIDDEN : ErrorCode.UNAUTHENTICATED,
                    Permission.WORKSPACE_CREATE.name());
        }
        return new Caller(
                operator.kind(),
                operator.subject(),
                operator.displayName(),
                operator.platformRoles(),
                Map.of(WorkspaceId.INSTALLATION, new Caller.Membership("", Set.of(), OPERATOR)));
    }
}
