package org.entezar.workspace;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.Looks;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.OwnMeans;
import org.entezar.workspace.internal.OwnRoleRows;
import org.entezar.workspace.internal.SharingRows;
import org.entezar.workspace.internal.SuspendedRows;
import org.entezar.workspace.internal.Turns;

/**
 * The people of a workspace and the roles they hold. The identity provider keeps them; this is the door to it. Nobody
 * gets in or changes roles unseen: the entry of history is written first, and an identity provider that then refuses is
 * a second entry. Only an owner makes or unmakes owners, and the last one stays; nobody gives away more than they may do.
 *
 * <p>A changed role reaches the person with the next access token, within five minutes.
 */
public final class Members {

    private final Work work;
    private final Directory directory;
    private final SuspendedRows suspended = new SuspendedRows();
    private final OwnRoleRows ownRoles = new OwnRoleRows();
    private final SharingRows sharing = new SharingRows();
    private final Turns turns = new Turns();

    public Members(Work work, Directory directory) {
        this.work = work;
        this.directory = directory;
    }

    /**
     * Notes that the caller came into the workspace with a new sign-in. Needs {@link Permission#WORKSPACE_READ}, as
     * every page does.
     */
    public void entered(Caller caller, WorkspaceId workspace) {
        work.change(
                caller,
                workspace,
                Permission.WORKSPACE_READ,
                tx -> tx.record(Change.noted("member.signed-in", "member/" + caller.subject())));
    }

    /**
     * All members with their roles, by login. That somebody looked at them is noted once an hour.
     *
     * @throws Problem {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public List<Member> list(Caller caller, WorkspaceId workspace) {
        look(caller, workspace);
        return directory.members(workspace);
    }

    /** The same for a page or a search: what changed elsewhere than through Entezar may be some seconds late. */
    public List<Member> recent(Caller caller, WorkspaceId workspace) {
        look(caller, workspace);
        return directory.recentMembers(workspace);
    }

    private void look(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.MEMBER_READ);
        Looks.note(work, caller, workspace, Permission.MEMBER_READ, "members.read", "members");
    }

    /** How many members there are. Needs {@link Permission#WORKSPACE_READ}. */
    public long count(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.WORKSPACE_READ);
        return directory.members(workspace).size();
    }

    /**
     * One member.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member
     */
    public Member get(Caller caller, WorkspaceId workspace, String subject) {
        caller.require(workspace, Permission.MEMBER_READ);
        return member(workspace, subject);
    }

    /** Whether the caller may give and take the role, as far as it depends on what they may do themselves. */
    public static boolean mayTouch(Caller caller, WorkspaceId workspace, Role role) {
        return caller.may(workspace, Permission.MEMBER_EDIT) && OwnMeans.mayTouch(caller, workspace, role);
    }

    /**
     * Lets somebody in.
     *
     * @throws Problem {@link ErrorCode#INVALID} when the login is unknown or a newcomer's is malformed,
     *     {@link ErrorCode#ALREADY_EXISTS} when the person is a member or a newcomer's login or address is taken,
     *     {@link ErrorCode#FORBIDDEN} to somebody who is no owner and names one, {@link ErrorCode#QUOTA_MEMBERS}
     */
    public AddedMember add(Caller caller, WorkspaceId workspace, NewMember newcomer) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        OwnMeans.mayTouch(caller, workspace, Set.of(newcomer.role()));
        return turns.take(workspace, () -> {
            List<Member> members = directory.members(workspace);
            if (members.stream().anyMatch(member -> isNamed(member, newcomer.login()))) {
                throw new Problem(ErrorCode.ALREADY_EXISTS, newcomer.login());
            }
            work.requireRoom(workspace, Quota.MEMBERS, members.size());
            String subject = "member/" + newcomer.login();
            Change change = Change.created("member.added", subject, roles(Set.of(newcomer.role())));
            return told(caller, workspace, change, () -> {
                AddedMember added = enter(workspace, newcomer);
                comeAnew(caller, workspace, added.member());
                return added;
            });
        });
    }

    /** What ended when they left says nothing any more about who comes again before their old token has run out. */
    private void comeAnew(Caller caller, WorkspaceId workspace, Member member) {
        boolean ended = work.read(caller, workspace, Permission.MEMBER_EDIT, tx -> ownRoles.ended(
                        tx, tx.now().minus(OwnRoleDoor.LONGEST_TOKEN))
                .contains(member.subject()));
        if (ended) {
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                ownRoles.forgetEnded(tx, member.subject());
                return tx.record(Change.noted("member.own-roles-withdrawn", "member/" + member.login()));
            });
        }
        boolean wasBound = work.read(
                caller,
                workspace,
                Permission.MEMBER_EDIT,
                tx -> sharing.isEnded(tx, member.subject(), tx.now().minus(OwnRoleDoor.LONGEST_TOKEN)));
        if (wasBound) {
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                sharing.forgetEnded(tx, member.subject());
                return tx.record(Change.noted("member.campaigns-unshared", "member/" + member.login()));
            });
        }
    }

    private AddedMember enter(WorkspaceId workspace, NewMember newcomer) {
        if (newcomer.newcomer().isPresent()) {
            Directory.Welcome welcome =
                    directory.addMember(workspace, newcomer.newcomer().get(), newcomer.role());
            return new AddedMember(welcome.member(), Optional.of(welcome.temporaryPassword()));
        }
        try {
            return new AddedMember(directory.addMember(workspace, newcomer.login(), newcomer.role()), Optional.empty());
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.UNKNOWN_KEY) {
                throw new Problem(List.of(Violation.at("/login", ErrorCode.UNKNOWN_KEY, newcomer.login())));
            }
            throw problem;
        }
    }

    /**
     * Sets the roles of a member to exactly these; without any, the person stays a member who may do nothing.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member, {@link ErrorCode#LAST_OWNER},
     *     {@link ErrorCode#FORBIDDEN} to somebody who is no owner and would make or unmake one, {@link ErrorCode#STATE}
     *     while the access of the member is suspended, or for a new auditor who holds a role of the workspace's own
     */
    public Member assign(Caller caller, WorkspaceId workspace, String subject, Set<Role> roles) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        return turns.take(workspace, () -> {
            Member before = member(workspace, subject);
            if (suspended(caller, workspace).containsKey(subject)) {
                throw new Problem(ErrorCode.STATE, "SUSPENDED");
            }
            Set<Role> changed = EnumSet.noneOf(Role.class);
            changed.addAll(before.roles());
            changed.addAll(roles);
            changed.removeIf(role -> before.roles().contains(role) && roles.contains(role));
            if (changed.isEmpty()) {
                return before;
            }
            OwnMeans.mayTouch(caller, workspace, changed);
            if (changed.contains(Role.AUDITOR) && roles.contains(Role.AUDITOR)) {
                requireNoOwnRole(caller, workspace, subject);
            }
            if (!roles.contains(Role.OWNER)) {
                requireAnotherOwner(workspace, before);
            }
            Change change =
                    Change.changed("member.assigned", "member/" + before.login(), roles(before.roles()), roles(roles));
            return told(caller, workspace, change, () -> directory.assign(workspace, subject, roles));
        });
    }

    /**
     * Whose access is suspended, by subject, with the roles that they get back. Needs {@link Permission#MEMBER_READ}.
     */
    public Map<String, Set<Role>> suspended(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.MEMBER_READ, suspended::all);
    }

    /**
     * Takes all roles from a member until {@link #resume}: they stay a member who may do nothing.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member, {@link ErrorCode#LAST_OWNER},
     *     {@link ErrorCode#FORBIDDEN} to somebody who is no owner and would suspend one, {@link ErrorCode#STATE} when it
     *     is suspended already
     */
    public Member suspend(Caller caller, WorkspaceId workspace, String subject) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        return turns.take(workspace, () -> {
            Member before = member(workspace, subject);
            OwnMeans.mayTouch(caller, workspace, before.roles());
            requireAnotherOwner(workspace, before);
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                if (suspended.find(tx, subject).isPresent()) {
                    throw new Problem(ErrorCode.STATE, "SUSPENDED");
                }
                suspended.insert(tx, subject, before.roles());
                tx.record(Change.changed(
                        "member.suspended", "member/" + before.login(), roles(before.roles()), roles(Set.of())));
                return subject;
            });
            return orElse(
                    () -> directory.assign(workspace, subject, Set.of()),
                    () -> work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                        tx.record(Change.noted("member.suspended.refused", "member/" + before.login()));
                        return suspended.take(tx, subject);
                    }));
        });
    }

    /**
     * Gives a suspended member the roles back.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member, {@link ErrorCode#FORBIDDEN} to somebody
     *     who is no owner and would give an owner back, {@link ErrorCode#STATE} when it is not suspended
     */
    public Member resume(Caller caller, WorkspaceId workspace, String subject) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        return turns.take(workspace, () -> {
            Member before = member(workspace, subject);
            Set<Role> roles = work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                Set<Role> kept = suspended.take(tx, subject).orElseThrow(() -> new Problem(ErrorCode.STATE, "ACTIVE"));
                OwnMeans.mayTouch(caller, workspace, kept);
                tx.record(Change.changed("member.resumed", "member/" + before.login(), roles(Set.of()), roles(kept)));
                return kept;
            });
            return orElse(
                    () -> directory.assign(workspace, subject, roles),
                    () -> work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                        suspended.insert(tx, subject, roles);
                        tx.record(Change.noted("member.resumed.refused", "member/" + before.login()));
                        return roles;
                    }));
        });
    }

    private static <T> T orElse(Supplier<T> deed, Runnable takeBack) {
        try {
            return deed.get();
        } catch (RuntimeException refused) {
            try {
                takeBack.run();
            } catch (RuntimeException alsoFailed) {
                refused.addSuppressed(alsoFailed);
            }
            throw refused;
        }
    }

    /**
     * Ends a membership; the person stays known and keeps other workspaces.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member, {@link ErrorCode#LAST_OWNER},
     *     {@link ErrorCode#FORBIDDEN} to somebody who is no owner and would remove one
     */
    public void remove(Caller caller, WorkspaceId workspace, String subject) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        turns.take(workspace, () -> {
            Member before = member(workspace, subject);
            OwnMeans.mayTouch(caller, workspace, before.roles());
            OwnMeans.mayTouch(caller, workspace, suspended(caller, workspace).getOrDefault(subject, Set.of()));
            requireAnotherOwner(workspace, before);
            Change change = Change.ended("member.removed", "member/" + before.login(), roles(before.roles()));
            return told(caller, workspace, change, () -> {
                directory.removeMember(workspace, subject);
                forget(caller, workspace, before);
                return before;
            });
        });
    }

    private void requireNoOwnRole(Caller caller, WorkspaceId workspace, String subject) {
        if (!work.read(caller, workspace, Permission.MEMBER_EDIT, tx -> ownRoles.of(tx, subject))
                .isEmpty()) {
            throw new Problem(ErrorCode.STATE, "OWN_ROLE");
        }
    }

    /** A member who has gone holds nothing and is not suspended any more, should they ever come again. */
    private void forget(Caller caller, WorkspaceId workspace, Member gone) {
        if (suspended(caller, workspace).containsKey(gone.subject())) {
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                tx.record(Change.noted("member.resumed", "member/" + gone.login()));
                return suspended.take(tx, gone.subject());
            });
        }
        Set<String> held = work.read(caller, workspace, Permission.MEMBER_EDIT, tx -> ownRoles.of(tx, gone.subject()));
        if (!held.isEmpty()) {
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                ownRoles.end(tx, gone.subject());
                return tx.record(
                        Change.ended("member.own-roles-withdrawn", "member/" + gone.login(), Map.of("ownRoles", held)));
            });
        }
        Optional<Set<UUID>> shared =
                work.read(caller, workspace, Permission.MEMBER_EDIT, tx -> sharing.of(tx, gone.subject()));
        if (shared.isPresent()) {
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                sharing.end(tx, gone.subject(), tx.now().minus(OwnRoleDoor.LONGEST_TOKEN));
                return tx.record(
                        Change.ended("member.campaigns-unshared", "member/" + gone.login(), Sharing.told(shared)));
            });
        }
    }

    /** Tells history, then does it; what the identity provider refuses is told as well. */
    private <T> T told(Caller caller, WorkspaceId workspace, Change change, Supplier<T> deed) {
        record(caller, workspace, change);
        return orElse(
                deed, () -> record(caller, workspace, Change.noted(change.action() + ".refused", change.subject())));
    }

    private void record(Caller caller, WorkspaceId workspace, Change change) {
        work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            tx.record(change);
            return change;
        });
    }

    private Member member(WorkspaceId workspace, String subject) {
        return directory.members(workspace).stream()
                .filter(member -> member.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static boolean isNamed(Member member, String login) {
        return member.login().equalsIgnoreCase(login) || member.email().equalsIgnoreCase(login);
    }

    private void requireAnotherOwner(WorkspaceId workspace, Member leaving) {
        boolean isLast = leaving.roles().contains(Role.OWNER)
                && directory.members(workspace).stream()
                        .noneMatch(member -> member.roles().contains(Role.OWNER)
                                && !member.subject().equals(leaving.subject()));
        if (isLast) {
            throw new Problem(ErrorCode.LAST_OWNER, leaving.displayName());
        }
    }

    private static Map<String, Set<String>> roles(Set<Role> roles) {
        Set<String> keys = new TreeSet<>();
        roles.forEach(role -> keys.add(role.key()));
        return Map.of("roles", keys);
    }
}
