package org.entezar.workspace;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.database.Database;
import org.entezar.platform.history.Change;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.InvitationLetter;
import org.entezar.workspace.internal.InvitationRows;
import org.entezar.workspace.internal.OwnMeans;
import org.entezar.workspace.internal.Ticket;
import org.entezar.workspace.internal.WorkspaceRows;

/**
 * Lets people in by mail. An invitation is open for {@value #DAYS} days; its link carries a secret of which only a hash
 * is kept. Sending it again makes a new link, and the old one is worth nothing; so does revoking. Whether somebody has
 * an account is never told to who invites. {@link Admission} is the other side.
 */
public final class MemberInvitations {

    /** Days for which a link works. */
    public static final int DAYS = 7;

    /** Open invitations that a workspace may have at a time, so that it sends no mail to the whole world. */
    public static final int MOST_OPEN = 200;

    private static final int MOST_LISTED = 500;
    private static final Duration REST = Duration.ofMinutes(1);

    private final Work work;
    private final Directory directory;
    private final Outbox outbox;
    private final Uuids ids;
    private final URI publicUrl;
    private final InvitationRows rows = new InvitationRows();
    private final WorkspaceRows workspaces = new WorkspaceRows();

    /** @param publicUrl where browsers reach the product, without a slash at the end */
    public MemberInvitations(Work work, Directory directory, Outbox outbox, Uuids ids, URI publicUrl) {
        this.work = work;
        this.directory = directory;
        this.outbox = outbox;
        this.ids = ids;
        this.publicUrl = publicUrl;
    }

    /** The latest invitations, the newest first. Needs {@link Permission#MEMBER_READ}. */
    public List<MemberInvitation> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.MEMBER_READ, tx -> rows.latest(tx, MOST_LISTED).stream()
                .map(invitation -> invitation.at(tx.now()))
                .toList());
    }

    /** How many invitations are open. Needs {@link Permission#WORKSPACE_READ}. */
    public long open(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, rows::open);
    }

    /**
     * One invitation. Needs {@link Permission#MEMBER_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public MemberInvitation get(Caller caller, WorkspaceId workspace, MemberInvitationId id) {
        return work.read(caller, workspace, Permission.MEMBER_READ, tx -> rows.find(tx, id)
                .map(invitation -> invitation.at(tx.now()))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
    }

    /**
     * Invites somebody. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#INVALID} for an address that is none, {@link ErrorCode#ALREADY_EXISTS} when the
     *     address is a member's or has an open invitation, {@link ErrorCode#TOO_MANY} when {@value #MOST_OPEN} are open,
     *     {@link ErrorCode#FORBIDDEN} to somebody who is no owner and invites one
     */
    public MemberInvitation invite(Caller caller, WorkspaceId workspace, String typed, Role role, Language language) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        OwnMeans.mayTouch(caller, workspace, Set.of(role));
        MailAddress email = MailAddress.of(typed.toLowerCase(java.util.Locale.ROOT))
                .orElseThrow(() -> new Problem(List.of(Violation.at("/email", ErrorCode.WRONG_TYPE, "e-mail"))));
        List<Directory.Member> members = directory.members(workspace);
        if (members.stream().anyMatch(member -> member.email().equalsIgnoreCase(email.value()))) {
            throw new Problem(ErrorCode.ALREADY_EXISTS, email.value());
        }
        try {
            MemberInvitation invitation = work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                work.requireRoom(workspace, Quota.MEMBERS, members.size() + rows.open(tx));
                return enter(tx, email, role, language);
            });
            outbox.begin(workspace, invitation.mail());
            return invitation;
        } catch (RuntimeException failure) {
            throw Database.isDuplicate(failure) ? new Problem(ErrorCode.ALREADY_EXISTS, email.value()) : failure;
        }
    }

    private MemberInvitation enter(Tx tx, MailAddress email, Role role, Language language) {
        rows.expire(tx, email);
        if (rows.open(tx) >= MOST_OPEN) {
            throw new Problem(ErrorCode.TOO_MANY, MOST_OPEN);
        }
        MemberInvitationId id = new MemberInvitationId(ids.next());
        Ticket ticket = Ticket.issue(tx.workspace(), id.value());
        Instant until = tx.now().plus(Duration.ofDays(DAYS));
        MemberInvitation draft = new MemberInvitation(
                id,
                email,
                role,
                language,
                MemberInvitation.State.OPEN,
                tx.caller().displayName(),
                tx.now(),
                tx.now(),
                until,
                new MailId(id.value()),
                Optional.empty());
        MemberInvitation invitation = withMail(draft, write(tx, draft, ticket));
        rows.insert(tx, invitation, ticket.hash());
        tx.record(Change.created("invitation.created", subject(id), told(invitation)));
        return invitation;
    }

    private MailId write(Tx tx, MemberInvitation invitation, Ticket ticket) {
        Workspace workspace = workspaces.find(tx).orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_NOT_FOUND));
        URI link = URI.create(publicUrl + "/join/" + ticket.letters());
        return outbox.write(
                tx,
                "invitation",
                invitation.email(),
                InvitationLetter.of(workspace, invitation, link, DAYS),
                tx.now().plus(Duration.ofDays(DAYS)));
    }

    private static MemberInvitation withMail(MemberInvitation draft, MailId mail) {
        return new MemberInvitation(
                draft.id(),
                draft.email(),
                draft.role(),
                draft.language(),
                draft.state(),
                draft.invitedBy(),
                draft.createdAt(),
                draft.sentAt(),
                draft.expiresAt(),
                mail,
                draft.endedAt());
    }

    /**
     * Sends it again, with a new link and {@value #DAYS} new days. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it was accepted or revoked,
     *     {@link ErrorCode#TOO_MANY_REQUESTS} within a minute of the last time, {@link ErrorCode#FORBIDDEN} to somebody
     *     who is no owner when it invites one
     */
    public MemberInvitation resend(Caller caller, WorkspaceId workspace, MemberInvitationId id) {
        MemberInvitation sent = work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            MemberInvitation before = locked(tx, id);
            if (before.state() != MemberInvitation.State.OPEN && before.state() != MemberInvitation.State.EXPIRED) {
                throw new Problem(ErrorCode.STATE, before.state());
            }
            Duration rest = Duration.between(tx.now(), before.sentAt().plus(REST));
            if (!rest.isNegative() && !rest.isZero()) {
                throw new Problem(ErrorCode.TOO_MANY_REQUESTS, rest.toSeconds() + 1);
            }
            Ticket ticket = Ticket.issue(workspace, id.value());
            outbox.cancel(tx, before.mail());
            MailId mail = write(tx, before, ticket);
            rows.renew(tx, id, ticket.hash(), tx.now().plus(Duration.ofDays(DAYS)), mail);
            MemberInvitation after = rows.find(tx, id).orElseThrow();
            tx.record(Change.changed("invitation.resent", subject(id), told(before), told(after)));
            return after;
        });
        outbox.begin(workspace, sent.mail());
        return sent;
    }

    /**
     * Takes it back; its link is worth nothing from now on. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STATE} when it was accepted or revoked,
     *     {@link ErrorCode#FORBIDDEN} to somebody who is no owner when it invites one
     */
    public void revoke(Caller caller, WorkspaceId workspace, MemberInvitationId id) {
        work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            MemberInvitation before = locked(tx, id);
            if (before.state() != MemberInvitation.State.OPEN && before.state() != MemberInvitation.State.EXPIRED) {
                throw new Problem(ErrorCode.STATE, before.state());
            }
            rows.put(tx, id, MemberInvitation.State.REVOKED);
            outbox.cancel(tx, before.mail());
            tx.record(Change.ended("invitation.revoked", subject(id), told(before)));
            return id;
        });
    }

    private MemberInvitation locked(Tx tx, MemberInvitationId id) {
        MemberInvitation invitation = rows.lock(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        OwnMeans.mayTouch(tx.caller(), tx.workspace(), Set.of(invitation.role()));
        return invitation.at(tx.now());
    }

    static String subject(MemberInvitationId id) {
        return "invitation/" + id;
    }

    static Map<String, Object> told(MemberInvitation invitation) {
        return Map.of(
                "name", invitation.email().value(),
                "role", invitation.role().key(),
                "language", invitation.language().tag(),
                "expiresAt", invitation.expiresAt());
    }
}
