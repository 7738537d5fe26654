package org.entezar.workspace;

import java.util.List;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.SignIns;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Work;

/** A person's own sessions and factors, in no matter which workspaces they are. Nobody sees another's. */
public final class OwnAccount {

    private final Work work;
    private final SignIns signIns;

    public OwnAccount(Work work, SignIns signIns) {
        this.work = work;
        this.signIns = signIns;
    }

    /**
     * The caller's open sessions, the latest used first.
     *
     * @throws Problem {@link ErrorCode#UNAUTHENTICATED} to anything but a person who signed in,
     *     {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public List<SignIns.Session> sessions(Caller caller) {
        return signIns.sessions(subject(caller));
    }

    /** Ends one of the caller's sessions, at once; no other person's. Errors as {@link #sessions}. */
    public void end(Caller caller, String session) {
        signIns.end(subject(caller), session);
        note(caller, "account.session-ended");
    }

    /** Ends all of the caller's sessions, this one included, at once. Errors as {@link #sessions}. */
    public void endAll(Caller caller) {
        signIns.endAll(subject(caller));
        note(caller, "account.sessions-ended");
    }

    /** What the caller signs in with, the oldest first. Errors as {@link #sessions}. */
    public List<SignIns.Factor> factors(Caller caller) {
        return signIns.factors(subject(caller));
    }

    /** In the history of the installation: an account belongs to no workspace. */
    private void note(Caller caller, String action) {
        work.change(
                Caller.product("account", WorkspaceId.INSTALLATION),
                WorkspaceId.INSTALLATION,
                Permission.WORKSPACE_READ,
                tx -> tx.record(Change.noted(action, "person/" + caller.subject())));
    }

    private static String subject(Caller caller) {
        if (caller.kind() != Caller.Kind.PERSON || !caller.isSignedIn()) {
            throw new Problem(ErrorCode.UNAUTHENTICATED);
        }
        return caller.subject();
    }
}
