package org.entezar.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.SharingRows;

/**
 * Who sees only the campaigns that are shared with them ({@link SharingDoor}); everybody else sees all that their role
 * lets them see. Owners, administrators and auditors cannot be bound. It ends with the membership. What the ids name is
 * for the feature to say that has the campaigns.
 *
 * <p>A change holds for the next request on this server, and within {@link OwnRoleDoor#KEPT} on others.
 */
public final class Sharing {

    /** Roles whose holders cannot be bound. */
    public static final List<Role> UNBOUND = List.of(Role.OWNER, Role.ADMINISTRATOR, Role.AUDITOR);

    private final Work work;
    private final Members members;
    private final OwnRoles ownRoles;
    private final SharingDoor door;
    private final SharingRows rows = new SharingRows();

    public Sharing(Work work, Members members, OwnRoles ownRoles, SharingDoor door) {
        this.work = work;
        this.members = members;
        this.ownRoles = ownRoles;
        this.door = door;
    }

    /** Who is bound, by subject, and the ids of what is shared with them. Needs {@link Permission#MEMBER_READ}. */
    public Map<String, Set<UUID>> all(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.MEMBER_READ, tx -> rows.all(tx));
    }

    /**
     * What is shared with a member. Needs {@link Permission#MEMBER_READ}.
     *
     * @return empty for somebody who is not bound
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member
     */
    public Optional<Set<UUID>> of(Caller caller, WorkspaceId workspace, String subject) {
        members.get(caller, workspace, subject);
        return work.read(caller, workspace, Permission.MEMBER_READ, tx -> rows.of(tx, subject));
    }

    /**
     * Lets a member see only these campaigns. Needs {@link Permission#MEMBER_EDIT} and all that the member may do.
     *
     * @param campaigns none for somebody who is to see none so far
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member, {@link ErrorCode#FORBIDDEN},
     *     {@link ErrorCode#NOT_ONESELF}, {@link ErrorCode#STATE} for an owner, an administrator or an auditor
     */
    public void share(Caller caller, WorkspaceId workspace, String subject, Set<UUID> campaigns) {
        Member member = member(caller, workspace, subject);
        UNBOUND.stream().filter(member.roles()::contains).findFirst().ifPresent(role -> {
            throw new Problem(ErrorCode.STATE, role.name());
        });
        put(caller, workspace, member, Optional.of(campaigns));
    }

    /**
     * Lets a member see all campaigns again. Needs what {@link #share} needs and throws as it does, save
     * {@link ErrorCode#STATE}.
     */
    public void free(Caller caller, WorkspaceId workspace, String subject) {
        put(caller, workspace, member(caller, workspace, subject), Optional.empty());
    }

    /** The member with the roles that they have, or get back. */
    private Member member(Caller caller, WorkspaceId workspace, String subject) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        Member known = members.get(caller, workspace, subject);
        Set<Role> roles = members.suspended(caller, workspace).getOrDefault(subject, known.roles());
        ownRoles.requireAllOf(caller, workspace, subject, roles);
        return new Member(subject, known.login(), known.displayName(), known.email(), roles);
    }

    private void put(Caller caller, WorkspaceId workspace, Member member, Optional<Set<UUID>> wanted) {
        boolean differs = work.read(caller, workspace, Permission.MEMBER_EDIT, tx -> !rows.of(tx, member.subject())
                .equals(wanted));
        if (differs) {
            work.change(caller, workspace, Permission.MEMBER_EDIT, tx -> put(tx, member, wanted));
            door.forget(workspace);
        }
    }

    private Optional<Set<UUID>> put(Tx tx, Member member, Optional<Set<UUID>> wanted) {
        Optional<Set<UUID>> before = rows.lock(tx, member.subject());
        wanted.ifPresentOrElse(
                campaigns -> rows.put(tx, member.subject(), campaigns), () -> rows.remove(tx, member.subject()));
        tx.record(Change.changed("member.campaigns-shared", "member/" + member.login(), told(before), told(wanted)));
        return wanted;
    }

    /** {@code ALL} for somebody who is not bound, else the ids in their order. */
    static Map<String, Object> told(Optional<Set<UUID>> campaigns) {
        return Map.of(
                "campaigns",
                campaigns
                        .<Object>map(some ->
                                some.stream().map(UUID::toString).sorted().toList())
                        .orElse("ALL"));
    }
}
