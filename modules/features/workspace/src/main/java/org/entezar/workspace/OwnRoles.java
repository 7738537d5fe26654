package org.entezar.workspace;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.database.Database;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.OwnMeans;
import org.entezar.workspace.internal.OwnRoleRows;
import org.entezar.workspace.internal.SuspendedRows;

/**
 * Roles that a workspace makes for itself out of permissions, and who holds them. A person's own roles take the place of
 * what the built-in role gives, so that they narrow as well as widen ({@link OwnRoleDoor}); the built-in role stays what
 * the identity provider knows. Whoever makes, changes, gives or takes one holds every permission that somebody has by it
 * before or after, and nobody does so for themselves. Owners and auditors hold none.
 *
 * <p>A change holds for the next request on this server, and within {@link OwnRoleDoor#KEPT} on others.
 */
public final class OwnRoles {

    /** What a role can be made of; that the workspace exists is seen by everybody in it. */
    public static final Set<Permission> GRANTABLE = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(Permission.WORKSPACE_CREATE, Permission.WORKSPACE_READ)));

    /** Stands for any state of a role. */
    public static final String ANY_STATE = "*";

    /** Roles that a workspace may have of its own. */
    public static final int MOST = 30;

    private final Work work;
    private final Directory directory;
    private final OwnRoleDoor door;
    private final OwnRoleRows rows = new OwnRoleRows();
    private final SuspendedRows suspended = new SuspendedRows();

    public OwnRoles(Work work, Directory directory, OwnRoleDoor door) {
        this.work = work;
        this.directory = directory;
        this.door = door;
    }

    /** All, by key. Needs {@link Permission#MEMBER_READ}. */
    public List<OwnRole> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.MEMBER_READ, rows::all);
    }

    /**
     * One. Needs {@link Permission#MEMBER_READ}.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}
     */
    public OwnRole get(Caller caller, WorkspaceId workspace, String key) {
        return work.read(caller, workspace, Permission.MEMBER_READ, tx -> find(rows.all(tx), key));
    }

    /** Keys of the roles that people hold, by subject. Needs {@link Permission#MEMBER_READ}. */
    public Map<String, Set<String>> holders(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.MEMBER_READ, rows::holders);
    }

    /**
     * Makes one. Needs {@link Permission#MEMBER_EDIT} and every permission in it.
     *
     * @throws Problem {@link ErrorCode#INVALID} with the faults, {@link ErrorCode#FORBIDDEN},
     *     {@link ErrorCode#ALREADY_EXISTS}, {@link ErrorCode#TOO_MANY} when there are {@value #MOST}
     */
    public OwnRole create(Caller caller, WorkspaceId workspace, OwnRoleDraft draft) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        draft.check();
        OwnMeans.holds(caller, workspace, draft.permissions());
        try {
            return work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
                List<OwnRole> all = rows.lock(tx);
                if (all.stream().anyMatch(known -> known.key().equals(draft.key()))) {
                    throw new Problem(ErrorCode.ALREADY_EXISTS, draft.key());
                }
                if (all.size() >= MOST) {
                    throw new Problem(ErrorCode.TOO_MANY, MOST);
                }
                OwnRole made = role(tx, draft, 1);
                rows.insert(tx, made);
                tx.record(Change.created("role.created", subject(made.key()), told(made)));
                return made;
            });
        } catch (RuntimeException failure) {
            throw Database.isDuplicate(failure) ? new Problem(ErrorCode.ALREADY_EXISTS, draft.key()) : failure;
        }
    }

    /**
     * Changes one, for everybody who holds it. Needs {@link Permission#MEMBER_EDIT} and every permission in it before and
     * after.
     *
     * @param state that the change is based on, or {@link #ANY_STATE}
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STALE}, {@link ErrorCode#INVALID} with the faults,
     *     {@link ErrorCode#FORBIDDEN}
     */
    public OwnRole put(Caller caller, WorkspaceId workspace, OwnRoleDraft draft, String state) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        OwnRole changed = work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            OwnRole before = find(rows.lock(tx), draft.key());
            draft.check();
            requireState(before, state);
            OwnMeans.holds(caller, workspace, before.permissions());
            OwnMeans.holds(caller, workspace, draft.permissions());
            OwnRole after = role(tx, draft, before.revision() + 1);
            rows.update(tx, after);
            tx.record(Change.changed("role.changed", subject(after.key()), told(before), told(after)));
            return after;
        });
        door.forget(workspace);
        return changed;
    }

    /**
     * Deletes one; whoever held it and no other has what their built-in role gives. Needs {@link Permission#MEMBER_EDIT},
     * every permission in it and all that its holders fall back to.
     *
     * @param state that the deed is based on, or {@link #ANY_STATE}
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#STALE}, {@link ErrorCode#FORBIDDEN},
     *     {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public void delete(Caller caller, WorkspaceId workspace, String key, String state) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        Map<String, Member> members = members(workspace);
        work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> {
            OwnRole role = find(rows.lock(tx), key);
            requireState(role, state);
            OwnMeans.holds(caller, workspace, role.permissions());
            Set<String> logins = new TreeSet<>();
            rows.holders(tx).forEach((subject, keys) -> {
                if (keys.contains(key)) {
                    Optional<Member> holder = Optional.ofNullable(members.get(subject));
                    if (keys.size() == 1) {
                        holder.ifPresent(member -> mayFallBack(tx, member));
                    }
                    logins.add(holder.map(Member::login).orElse(subject));
                }
            });
            rows.delete(tx, key);
            Map<String, Object> told = told(role);
            told.put("holders", logins);
            tx.record(Change.ended("role.deleted", subject(key), told));
            return key;
        });
        door.forget(workspace);
    }

    /**
     * Lets a member hold exactly these. Needs {@link Permission#MEMBER_EDIT} and all that the member may do by own roles
     * before and after; also what the built-in role gives, where the first one comes or the last one goes.
     *
     * @param keys of roles; none gives back what the built-in role gives
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member, {@link ErrorCode#INVALID} naming a role
     *     that is not there, {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#NOT_ONESELF}, {@link ErrorCode#STATE} for an owner, an auditor or somebody whose access is suspended, {@link ErrorCode#IDENTITY_UNAVAILABLE}
     */
    public Set<String> hold(Caller caller, WorkspaceId workspace, String subject, List<String> keys) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        Member member = Optional.ofNullable(members(workspace).get(subject))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        if (caller.subject().equals(subject)) {
            throw new Problem(ErrorCode.NOT_ONESELF);
        }
        Set<String> wanted = new TreeSet<>(keys);
        if (!wanted.isEmpty()) {
            requireHolder(member);
        }
        boolean differs = work.read(caller, workspace, Permission.MEMBER_EDIT, tx -> !rows.of(tx, subject)
                .equals(wanted));
        if (differs) {
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> hold(tx, member, keys, wanted));
            door.forget(workspace);
        }
        return wanted;
    }

    /**
     * Lets the caller pass who holds all that the member may do, by roles of the workspace's own or else by built-in ones:
     * whoever sets bounds to it can take them away. Needs {@link Permission#MEMBER_EDIT}.
     *
     * @param roles built-in ones that the member has, or gets back after a suspension
     * @throws Problem {@link ErrorCode#FORBIDDEN}, {@link ErrorCode#NOT_ONESELF}
     */
    public void requireAllOf(Caller caller, WorkspaceId workspace, String subject, Set<Role> roles) {
        Set<Permission> held = work.read(
                caller,
                workspace,
                Permission.MEMBER_EDIT,
                tx -> permissions(
                        rows.all(tx).stream().collect(Collectors.toMap(OwnRole::key, role -> role)),
                        rows.of(tx, subject)));
        if (caller.subject().equals(subject)) {
            throw new Problem(ErrorCode.NOT_ONESELF);
        }
        OwnMeans.holds(caller, workspace, held);
        OwnMeans.mayTouch(caller, workspace, roles);
    }

    private Set<String> hold(Tx tx, Member member, List<String> keys, Set<String> wanted) {
        Map<String, OwnRole> all = new HashMap<>();
        rows.lock(tx).forEach(role -> all.put(role.key(), role));
        Problem.throwIfAny(java.util.stream.IntStream.range(0, keys.size())
                .filter(index -> !all.containsKey(keys.get(index)))
                .mapToObj(index -> Violation.at("/roles/" + index, ErrorCode.NOT_AN_OPTION, shown(keys.get(index))))
                .toList());
        if (suspended.find(tx, member.subject()).isPresent()) {
            throw new Problem(ErrorCode.STATE, "SUSPENDED");
        }
        Set<String> before = rows.of(tx, member.subject());
        OwnMeans.holds(tx.caller(), tx.workspace(), permissions(all, before));
        OwnMeans.holds(tx.caller(), tx.workspace(), permissions(all, wanted));
        if (before.isEmpty() || wanted.isEmpty()) {
            mayFallBack(tx, member);
        }
        rows.forget(tx, member.subject(), tx.now().minus(OwnRoleDoor.LONGEST_TOKEN));
        rows.hold(tx, member.subject(), wanted);
        tx.record(Change.changed(
                "member.own-roles-assigned",
                "member/" + member.login(),
                Map.of("ownRoles", before),
                Map.of("ownRoles", wanted)));
        return wanted;
    }

    /** What somebody may do by roles of these keys. */
    static Set<Permission> permissions(Map<String, OwnRole> roles, Set<String> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(roles.get(key)).stream())
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An owner's rights never came from an own role; those of others come back with the built-in role. */
    private void mayFallBack(Tx tx, Member member) {
        Set<Role> roles = suspended.find(tx, member.subject()).orElse(member.roles());
        if (!roles.contains(Role.OWNER)) {
            OwnMeans.mayTouch(tx.caller(), tx.workspace(), roles);
        }
    }

    private static void requireHolder(Member member) {
        for (Role role : List.of(Role.OWNER, Role.AUDITOR)) {
            if (member.roles().contains(role)) {
                throw new Problem(ErrorCode.STATE, role.name());
            }
        }
    }

    private Map<String, Member> members(WorkspaceId workspace) {
        return directory.members(workspace).stream().collect(Collectors.toMap(Member::subject, member -> member));
    }

    private static OwnRole find(List<OwnRole> all, String key) {
        return all.stream()
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private static void requireState(OwnRole role, String state) {
        if (!state.equals(ANY_STATE) && !state.equals(role.state())) {
            throw new Problem(ErrorCode.STALE);
        }
    }

    private static OwnRole role(Tx tx, OwnRoleDraft draft, int revision) {
        return new OwnRole(
                draft.key(),
                draft.name(),
                draft.permissions(),
                revision,
                tx.now(),
                tx.caller().displayName());
    }

    private static String shown(String key) {
        return key.length() > 50 ? key.substring(0, 50) : key;
    }

    private static String subject(String key) {
        return "role/" + key;
    }

    private static Map<String, Object> told(OwnRole role) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", role.name().texts());
        told.put(
                "permissions",
                role.permissions().stream().map(Permission::name).sorted().toList());
        return told;
    }
}
