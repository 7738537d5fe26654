package org.entezar.api;

import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;

/** Reads the {@code {ws}} of a path: the alias or the id of a workspace in which the caller has a role. */
public final class WorkspacePath {

    private WorkspacePath() {}

    /**
     * The workspace that the path names.
     *
     * @throws Problem {@link ErrorCode#UNAUTHENTICATED} to a caller who did not sign in,
     *     {@link ErrorCode#WORKSPACE_NOT_FOUND} when the caller is in no workspace of that name
     */
    public static WorkspaceId resolve(Caller caller, String path) {
        if (!caller.isSignedIn()) {
            throw new Problem(ErrorCode.UNAUTHENTICATED);
        }
        return caller.workspace(path)
                .or(() -> caller.memberships().keySet().stream()
                        .filter(workspace -> workspace.toString().equals(path))
                        .findFirst())
                .orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_NOT_FOUND));
    }

    /** An id inside a path; what is no id cannot name anything. */
    public static java.util.UUID id(String path) {
        try {
            return Uuids.parse(path);
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND);
        }
    }
}
