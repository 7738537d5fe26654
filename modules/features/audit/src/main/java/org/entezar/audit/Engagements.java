package org.entezar.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.audit.internal.engagement.EngagementRows;
import org.entezar.audit.internal.engagement.RemarkRows;
import org.entezar.audit.internal.reading.EntryRows;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.Members;
import org.entezar.workspace.NewMember;

/**
 * Outside auditors: an owner invites one for a period and a scope, and access ends by itself. What auditors ask and find
 * and what owners answer is kept with the entries that it concerns; all of it is entries of history too. Reading needs
 * {@link Permission#HISTORY_READ}.
 */
public final class Engagements {

    private static final int MOST = 500;
    private static final int LONGEST_TEXT = 4_000;

    private final Work work;
    private final Members members;
    private final Uuids ids;

    public Engagements(Work work, Members members, Uuids ids) {
        this.work = work;
        this.members = members;
        this.ids = ids;
    }

    /**
     * The caller as far as engagements let them: whoever is an auditor by engagements keeps that role while one of them
     * runs and loses it with the end of the last. Called for every request; auditors without any engagement are the
     * workspace's own and pass as they are.
     */
    public Caller admit(Caller caller) {
        if (!caller.isSignedIn()
                || caller.memberships().values().stream()
                        .noneMatch(membership -> membership.roles().contains(Role.AUDITOR))) {
            return caller;
        }
        Map<WorkspaceId, Caller.Membership> admitted = new HashMap<>();
        caller.memberships().forEach((workspace, membership) -> {
            Optional<Caller.Membership> left = membership.roles().contains(Role.AUDITOR)
                    ? admit(caller, workspace, membership)
                    : Optional.of(membership);
            left.ifPresent(kept -> admitted.put(workspace, kept));
        });
        return caller.with(admitted);
    }

    private Optional<Caller.Membership> admit(Caller caller, WorkspaceId workspace, Caller.Membership membership) {
        return work.read(Caller.product("engagements", workspace), workspace, Permission.HISTORY_READ, tx -> {
            List<Engagement> all = EngagementRows.of(tx, caller.subject());
            if (all.isEmpty()) {
                return Optional.of(membership);
            }
            List<Engagement> open =
                    all.stream().filter(one -> one.isOpen(tx.now())).toList();
            Set<Role> others = EnumSet.noneOf(Role.class);
            others.addAll(membership.roles());
            others.remove(Role.AUDITOR);
            if (open.isEmpty()) {
                return others.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Caller.Membership.of(membership.alias(), others));
            }
            if (open.stream().anyMatch(one -> one.scope() == Engagement.Scope.WHOLE)) {
                return Optional.of(membership);
            }
            Set<Permission> permissions = EnumSet.noneOf(Permission.class);
            permissions.addAll(Role.AUDITOR.permissions());
            permissions.remove(Permission.RESPONSE_READ);
            permissions.remove(Permission.CASE_READ);
            others.forEach(role -> permissions.addAll(role.permissions()));
            return Optional.of(new Caller.Membership(membership.alias(), membership.roles(), permissions));
        });
    }

    /**
     * Invites a person who is known on this installation. Needs {@link Permission#MEMBER_EDIT} and the role of an owner.
     *
     * @throws Problem {@link ErrorCode#INVALID} when nobody is known by the login; {@link ErrorCode#FORBIDDEN} to
     *     somebody who is no owner; {@link ErrorCode#ALREADY_EXISTS} when the person is the workspace's own auditor, whom
     *     an engagement would shut out at its end
     */
    public Engagement invite(Caller owner, WorkspaceId workspace, Invitation invitation) {
        requireOwner(owner, workspace, Permission.MEMBER_EDIT);
        Optional<Member> known = members.list(owner, workspace).stream()
                .filter(member -> member.login().equalsIgnoreCase(invitation.login())
                        || member.email().equalsIgnoreCase(invitation.login()))
                .findFirst();
        if (known.isPresent()
                && known.get().roles().contains(Role.AUDITOR)
                && engagementsOf(owner, workspace, known.get()).isEmpty()) {
            throw new Problem(ErrorCode.ALREADY_EXISTS, invitation.login());
        }
        Member auditor = enter(owner, workspace, invitation, known);
        try {
            return open(owner, workspace, invitation, auditor, known.isEmpty());
        } catch (RuntimeException failure) {
            leave(owner, workspace, known, auditor, failure);
            throw failure;
        }
    }

    private List<Engagement> engagementsOf(Caller owner, WorkspaceId workspace, Member member) {
        return work.read(owner, workspace, Permission.HISTORY_READ, tx -> EngagementRows.of(tx, member.subject()));
    }

    private Member enter(Caller owner, WorkspaceId workspace, Invitation invitation, Optional<Member> known) {
        if (known.isEmpty()) {
            return members.add(owner, workspace, new NewMember(invitation.login(), Role.AUDITOR, Optional.empty()))
                    .member();
        }
        Set<Role> roles = EnumSet.of(Role.AUDITOR);
        roles.addAll(known.get().roles());
        return members.assign(owner, workspace, known.get().subject(), roles);
    }

    /** An auditor without an engagement would never lose access, so what let them in is taken back. */
    private void leave(
            Caller owner, WorkspaceId workspace, Optional<Member> before, Member auditor, RuntimeException failure) {
        try {
            if (before.isEmpty()) {
                members.remove(owner, workspace, auditor.subject());
            } else {
                members.assign(owner, workspace, auditor.subject(), before.get().roles());
            }
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** Whoever was removed comes back by this engagement alone: those that were cut short then would let them in too. */
    private Engagement open(Caller owner, WorkspaceId workspace, Invitation invitation, Member auditor, boolean anew) {
        return work.change(owner, workspace, Permission.MEMBER_EDIT, tx -> {
            if (anew) {
                EngagementRows.of(tx, auditor.subject()).stream()
                        .filter(old -> old.state(tx.now()) != Engagement.State.ENDED)
                        .forEach(old -> end(tx, old));
            }
            Engagement engagement = new Engagement(
                    new EngagementId(ids.next()),
                    auditor.subject(),
                    auditor.login(),
                    auditor.displayName(),
                    invitation.purpose(),
                    invitation.scope(),
                    invitation.startsAt().truncatedTo(ChronoUnit.MICROS),
                    invitation.endsAt().truncatedTo(ChronoUnit.MICROS),
                    invitation.checkpointsByMail()
                            ? MailAddress.of(auditor.email()).map(MailAddress::value)
                            : Optional.empty(),
                    owner.displayName(),
                    tx.now());
            EngagementRows.insert(tx, engagement);
            tx.record(Change.created("engagement.opened", subject(engagement.id()), engagement));
            return engagement;
        });
    }

    /** Ends an engagement at once; one that has ended stays as it is. Needs what {@link #invite} needs. */
    public Engagement end(Caller owner, WorkspaceId workspace, EngagementId id) {
        requireOwner(owner, workspace, Permission.MEMBER_EDIT);
        Engagement before = get(owner, workspace, id);
        return work.change(owner, workspace, Permission.MEMBER_EDIT, tx -> end(tx, before));
    }

    private static Engagement end(Tx tx, Engagement before) {
        Instant end = before.endsAt().isBefore(tx.now()) ? before.endsAt() : tx.now();
        EngagementRows.end(tx, before.id(), end);
        Engagement after = EngagementRows.find(tx, before.id()).orElseThrow();
        tx.record(Change.changed("engagement.ended", subject(before.id()), before, after));
        return after;
    }

    /** All engagements, those that end last first. */
    public List<Engagement> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> EngagementRows.all(tx, MOST));
    }

    /**
     * One engagement.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public Engagement get(Caller caller, WorkspaceId workspace, EngagementId id) {
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> engagement(tx, id));
    }

    /** What was asked, found and answered, in the order in which it was written. */
    public List<Remark> remarks(Caller caller, WorkspaceId workspace, EngagementId id) {
        return work.read(
                caller,
                workspace,
                Permission.HISTORY_READ,
                tx -> RemarkRows.of(tx, engagement(tx, id).id(), MOST));
    }

    /** What was asked, found and answered about an entry of history. */
    public List<Remark> about(Caller caller, WorkspaceId workspace, long entry) {
        return work.read(caller, workspace, Permission.HISTORY_READ, tx -> RemarkRows.about(tx, entry, MOST));
    }

    /**
     * Asks a question, or states a finding. For the engagement's own auditor while it runs.
     *
     * @param kind {@link Remark.Kind#QUESTION} or {@link Remark.Kind#FINDING}
     * @param entry sequence of the entry of history that it concerns
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody else, {@link ErrorCode#INVALID} when the text is missing or
     *     too long or there is no such entry
     */
    public Remark remark(
            Caller auditor,
            WorkspaceId workspace,
            EngagementId id,
            Remark.Kind kind,
            Optional<Long> entry,
            String text) {
        if (kind == Remark.Kind.ANSWER) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "kind", kind);
        }
        return work.change(auditor, workspace, Permission.HISTORY_READ, tx -> {
            requireAuditor(tx, engagement(tx, id));
            entry.filter(sequence -> EntryRows.at(tx, sequence).isEmpty()).ifPresent(unknown -> {
                throw new Problem(List.of(Violation.at("/entry", ErrorCode.UNKNOWN_KEY, unknown)));
            });
            boolean found = kind == Remark.Kind.FINDING;
            return write(
                    tx,
                    id,
                    kind,
                    Optional.empty(),
                    entry,
                    text,
                    found ? Optional.of(Remark.Status.OPEN) : Optional.empty());
        });
    }

    /**
     * Answers a question or a finding. For owners.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody else, {@link ErrorCode#NOT_FOUND} when there is no such
     *     remark
     */
    public Remark answer(Caller owner, WorkspaceId workspace, RemarkId to, String text) {
        requireOwner(owner, workspace, Permission.HISTORY_READ);
        return work.change(owner, workspace, Permission.HISTORY_READ, tx -> {
            Remark asked = find(tx, to);
            if (asked.kind() == Remark.Kind.ANSWER) {
                throw new Problem(ErrorCode.NOT_FOUND, to);
            }
            return write(
                    tx, asked.engagement(), Remark.Kind.ANSWER, Optional.of(to), asked.entry(), text, Optional.empty());
        });
    }

    /**
     * Says where a finding stands. For the engagement's own auditor while it runs.
     *
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody else, {@link ErrorCode#NOT_FOUND} when there is no such
     *     finding
     */
    public Remark judge(Caller auditor, WorkspaceId workspace, RemarkId id, Remark.Status status) {
        return work.change(auditor, workspace, Permission.HISTORY_READ, tx -> {
            Remark before = find(tx, id);
            requireAuditor(tx, engagement(tx, before.engagement()));
            if (before.kind() != Remark.Kind.FINDING) {
                throw new Problem(ErrorCode.NOT_FOUND, id);
            }
            RemarkRows.status(tx, id, status);
            Remark after = find(tx, id);
            tx.record(Change.changed("finding.judged", subject(before.engagement()), before, after));
            return after;
        });
    }

    private Remark write(
            Tx tx,
            EngagementId engagement,
            Remark.Kind kind,
            Optional<RemarkId> answers,
            Optional<Long> entry,
            String text,
            Optional<Remark.Status> status) {
        String said = text.strip();
        if (said.isEmpty()) {
            throw new Problem(List.of(Violation.at("/text", ErrorCode.REQUIRED)));
        }
        if (said.length() > LONGEST_TEXT) {
            throw new Problem(List.of(Violation.at("/text", ErrorCode.TOO_LONG, LONGEST_TEXT)));
        }
        Remark remark = new Remark(
                new RemarkId(ids.next()),
                engagement,
                kind,
                answers,
                entry,
                said,
                status,
                tx.caller().displayName(),
                tx.now());
        RemarkRows.insert(tx, remark);
        tx.record(Change.created(
                switch (kind) {
                    case QUESTION -> "question.asked";
                    case ANSWER -> "question.answered";
                    case FINDING -> "finding.stated";
                },
                subject(engagement),
                remark));
        return remark;
    }

    private static Engagement engagement(Tx tx, EngagementId id) {
        return EngagementRows.find(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, id));
    }

    private static Remark find(Tx tx, RemarkId id) {
        return RemarkRows.find(tx, id).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, id));
    }

    private static void requireAuditor(Tx tx, Engagement engagement) {
        if (!tx.caller().subject().equals(engagement.auditor()) || !engagement.isOpen(tx.now())) {
            throw new Problem(ErrorCode.FORBIDDEN, Role.AUDITOR.key());
        }
    }

    private static void requireOwner(Caller caller, WorkspaceId workspace, Permission permission) {
        caller.require(workspace, permission);
        Caller.Membership membership = caller.memberships().get(workspace);
        if (membership == null || !membership.roles().contains(Role.OWNER)) {
            throw new Problem(ErrorCode.FORBIDDEN, Role.OWNER.key());
        }
    }

    private static String subject(EngagementId id) {
        return "engagement/" + id;
    }
}
