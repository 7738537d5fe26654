package org.entezar.workspace;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.IdentityProviders;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.AccountRules;
import org.entezar.workspace.internal.InvitationRows;
import org.entezar.workspace.internal.OwnRoleRows;
import org.entezar.workspace.internal.SharingRows;
import org.entezar.workspace.internal.SuspendedRows;
import org.entezar.workspace.internal.Ticket;
import org.entezar.workspace.internal.Turns;
import org.entezar.workspace.internal.WorkspaceRows;

/**
 * The door for people with an invitation. Whoever holds its link is whom it was sent to; they come in once, with the
 * account that they are signed in with or with a new one for the address of the mail. An invitation that is unknown,
 * used, revoked or too old gets the same answer, so that nothing can be learned by trying.
 */
public final class Admission {

    private final Work work;
    private final Directory directory;
    private final Outbox outbox;
    private final InvitationRows rows = new InvitationRows();
    private final WorkspaceRows workspaces = new WorkspaceRows();
    private final SuspendedRows suspended = new SuspendedRows();
    private final OwnRoleRows ownRoles = new OwnRoleRows();
    private final SharingRows sharing = new SharingRows();
    private final Turns turns = new Turns();

    public Admission(Work work, Directory directory, Outbox outbox) {
        this.work = work;
        this.directory = directory;
        this.outbox = outbox;
    }

    /**
     * What the link leads to.
     *
     * @param letters what it carries
     * @throws Problem {@link ErrorCode#NOT_FOUND} for whatever does not open a workspace now
     */
    public InvitedTo look(String letters) {
        Ticket ticket = ticket(letters);
        Caller product = Caller.product("admission", ticket.workspace());
        return work.read(product, ticket.workspace(), Permission.WORKSPACE_READ, tx -> {
            MemberInvitation invitation = open(tx, ticket, rows.find(tx, invited(ticket)));
            Workspace workspace = workspaces.find(tx).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
            return new InvitedTo(
                    workspace.alias(),
                    workspace.name(),
                    workspace.defaultLanguage(),
                    invitation.role(),
                    invitation.invitedBy(),
                    invitation.email());
        });
    }

    /**
     * Lets the person in who is signed in.
     *
     * @return the alias of the workspace
     * @throws Problem {@link ErrorCode#NOT_FOUND} as {@link #look}, {@link ErrorCode#FORBIDDEN} to anything but a person
     *     who signed in, {@link ErrorCode#IDENTITY_UNAVAILABLE}: then the invitation stays open;
     *     {@link ErrorCode#STATE} to a member whose access is suspended, {@link ErrorCode#OTHER_SIGN_IN} to somebody
     *     who came by the identity provider of another workspace and would not get in by it
     */
    public String accept(Caller person, String letters) {
        if (person.kind() != Caller.Kind.PERSON) {
            throw new Problem(ErrorCode.FORBIDDEN, Permission.MEMBER_EDIT.name());
        }
        Ticket ticket = ticket(letters);
        String provider = person.signIn().provider();
        if (IdentityProviders.isOfWorkspace(provider) && !provider.equals(IdentityProviders.name(ticket.workspace()))) {
            throw new Problem(ErrorCode.OTHER_SIGN_IN);
        }
        return admit(
                ticket, person, invitation -> directory.join(ticket.workspace(), person.subject(), invitation.role()));
    }

    /**
     * Makes an account for the address of the mail and lets its owner in, who then signs in with it.
     *
     * @return the alias of the workspace
     * @throws Problem {@link ErrorCode#NOT_FOUND} as {@link #look}, {@link ErrorCode#INVALID},
     *     {@link ErrorCode#WEAK_PASSWORD}, {@link ErrorCode#ALREADY_EXISTS} when there is an account for the address:
     *     only who holds the link learns that; {@link ErrorCode#IDENTITY_UNAVAILABLE}. Then the invitation stays open
     */
    public String accept(NewAccount account, String letters) {
        Ticket ticket = ticket(letters);
        InvitedTo invited = look(letters);
        Problem.throwIfAny(AccountRules.faults(account, invited.email()));
        Caller newcomer = new Caller(
                Caller.Kind.PERSON,
                MemberInvitations.subject(invited(ticket)),
                invited.email().value(),
                Set.of(),
                Map.of());
        return admit(
                ticket,
                newcomer,
                invitation -> directory.addMember(
                        ticket.workspace(),
                        new Directory.Newcomer(
                                AccountRules.login(ticket, invitation.email()),
                                invitation.email().value(),
                                account.givenName().strip(),
                                account.familyName().strip(),
                                account.language()),
                        account.password(),
                        invitation.role()));
    }

    /** Marks it as used and tells history first, then lets in; what fails there opens it again. */
    private String admit(Ticket ticket, Caller who, Consumer<MemberInvitation> deed) {
        WorkspaceId workspace = ticket.workspace();
        Caller caller = admitted(who, workspace);
        return turns.take(workspace, () -> {
            Used used = work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                MemberInvitation invitation = open(tx, ticket, rows.lock(tx, invited(ticket)));
                if (suspended.find(tx, who.subject()).isPresent()) {
                    throw new Problem(ErrorCode.STATE, "SUSPENDED");
                }
                String alias =
                        workspaces.find(tx).map(Workspace::alias).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
                ownRoles.forgetEnded(tx, who.subject());
                sharing.forgetEnded(tx, who.subject());
                rows.put(tx, invitation.id(), MemberInvitation.State.ACCEPTED);
                outbox.cancel(tx, invitation.mail());
                tx.record(Change.ended(
                        "invitation.accepted",
                        MemberInvitations.subject(invitation.id()),
                        MemberInvitations.told(invitation)));
                return new Used(invitation, alias);
            });
            try {
                deed.accept(used.invitation());
            } catch (RuntimeException refused) {
                reopen(caller, workspace, used.invitation(), refused);
                throw refused;
            }
            return used.alias();
        });
    }

    private record Used(MemberInvitation invitation, String alias) {}

    private void reopen(Caller caller, WorkspaceId workspace, MemberInvitation invitation, RuntimeException refused) {
        try {
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                rows.put(tx, invitation.id(), MemberInvitation.State.OPEN);
                tx.record(Change.noted("invitation.accepted.refused", MemberInvitations.subject(invitation.id())));
                return invitation;
            });
        } catch (RuntimeException alsoFailed) {
            refused.addSuppressed(alsoFailed);
        }
    }

    private MemberInvitation open(Tx tx, Ticket ticket, Optional<MemberInvitation> found) {
        return found.filter(invitation -> invitation.at(tx.now()).state() == MemberInvitation.State.OPEN)
                .filter(invitation ->
                        rows.hash(tx, invitation.id()).filter(ticket::fits).isPresent())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static MemberInvitationId invited(Ticket ticket) {
        return new MemberInvitationId(ticket.id());
    }

    private static Ticket ticket(String letters) {
        return Ticket.read(letters).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    /** Who comes in, as somebody who may do just that in this one workspace. */
    private static Caller admitted(Caller who, WorkspaceId workspace) {
        return new Caller(
                who.kind(),
                who.subject(),
                who.displayName(),
                Set.of(),
                Map.of(workspace, new Caller.Membership("", Set.of(), Set.of(Permission.MEMBER_EDIT))));
    }
}
