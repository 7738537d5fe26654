package org.entezar.commitment;

import java.util.List;
import org.entezar.commitment.internal.Kept;
import org.entezar.commitment.internal.Kind;
import org.entezar.commitment.internal.Register;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Moment;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.workspace.Workspaces;

/** A workspace's service standards. Each change is an entry of history with the whole terms. */
public final class Standards {

    /** Takes any state as the one that was loaded. */
    public static final String ANY_STATE = Register.ANY_STATE;

    /** Most that a workspace keeps. */
    public static final int MOST = Register.MOST;

    private final Work work;
    private final Register<StandardTerms> register;

    public Standards(Work work, Workspaces workspaces, Categories categories, Uuids ids) {
        this.work = work;
        this.register = new Register<>(Kind.STANDARD, workspaces, categories, ids);
    }

    /** All that stand, those of days to come and those that are over included. Needs {@link Permission#COMMITMENT_READ}. */
    public List<Standard> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.COMMITMENT_READ, register::all).stream()
                .map(Standards::told)
                .toList();
    }

    /**
     * All as they were known at a moment of the past, read from history; what was withdrawn by then is absent. Needs
     * {@link Permission#COMMITMENT_READ}.
     */
    public List<Standard> list(Caller caller, WorkspaceId workspace, Moment moment) {
        return work.read(caller, workspace, Permission.COMMITMENT_READ, tx -> register.all(tx, moment)).stream()
                .map(Standards::told)
                .toList();
    }

    /**
     * One. Needs {@link Permission#COMMITMENT_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public Standard find(Caller caller, WorkspaceId workspace, StandardId id) {
        return told(work.read(caller, workspace, Permission.COMMITMENT_READ, tx -> register.get(tx, id.value())));
    }

    /**
     * Sets a standard. Needs {@link Permission#COMMITMENT_EDIT}.
     *
     * @throws Problem {@link ErrorCode#INVALID} with the faults; also when there are {@value #MOST} already
     */
    public Standard create(Caller caller, WorkspaceId workspace, StandardTerms terms) {
        return told(work.change(caller, workspace, Permission.COMMITMENT_EDIT, tx -> register.begin(tx, terms)));
    }

    /**
     * Replaces what it says. Needs {@link Permission#COMMITMENT_EDIT}.
     *
     * @param ifMatch the state that was loaded, or {@value #ANY_STATE}
     * @throws Problem {@link ErrorCode#INVALID} with the faults, {@link ErrorCode#STALE}, {@link ErrorCode#NOT_FOUND}
     */
    public Standard change(Caller caller, WorkspaceId workspace, StandardId id, StandardTerms terms, String ifMatch) {
        return told(work.change(
                caller, workspace, Permission.COMMITMENT_EDIT, tx -> register.change(tx, id.value(), terms, ifMatch)));
    }

    /**
     * Takes one out that was entered by mistake; one that holds no longer is given its last day instead. Needs {@link Permission#COMMITMENT_EDIT}.
     *
     * @param ifMatch the state that was loaded, or {@value #ANY_STATE}
     * @param reason why, for history
     * @return what it was
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} without a reason of at most 1,000 characters,
     *     {@link ErrorCode#STALE}, {@link ErrorCode#NOT_FOUND}
     */
    public Standard withdraw(Caller caller, WorkspaceId workspace, StandardId id, String ifMatch, String reason) {
        return told(work.change(
                caller,
                workspace,
                Permission.COMMITMENT_EDIT,
                tx -> register.withdraw(tx, id.value(), ifMatch, reason)));
    }

    private static Standard told(Kept<StandardTerms> kept) {
        return new Standard(new StandardId(kept.id()), kept.terms(), kept.etag());
    }
}
