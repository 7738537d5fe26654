package org.entezar.workspace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Caller.Membership;
import org.entezar.kernel.Caller.Shared;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.internal.SharingRows;

/**
 * What people may do who see only the campaigns that are shared with them, looked up for every request. What concerns
 * campaigns is taken out of what they may do in the workspace and given back for those campaigns alone, so that whatever
 * does not ask for a campaign refuses them. Takes nothing from owners and administrators, and gives nobody anything.
 */
public final class SharingDoor {

    /** What can be done with a campaign that is shared. */
    public static final Set<Permission> WITH_CAMPAIGNS = Set.of(
            Permission.CAMPAIGN_READ,
            Permission.RESPONSE_READ,
            Permission.INSIGHT_READ,
            Permission.INSIGHT_KEEP,
            Permission.CASE_READ,
            Permission.CASE_WORK);

    /** What concerns no campaign. All else that a role may give is nothing for somebody who is bound. */
    private static final Set<Permission> BESIDE_CAMPAIGNS =
            Set.of(Permission.WORKSPACE_READ, Permission.QUESTIONNAIRE_READ, Permission.COMMITMENT_READ);

    private static final int MOST = 10_000;

    private final Work work;
    private final SharingRows rows = new SharingRows();
    private final Cache<WorkspaceId, Map<String, Set<UUID>>> bound = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(OwnRoleDoor.KEPT)
            .build();

    public SharingDoor(Work work) {
        this.work = work;
    }

    /** The caller with what is left; asked after own roles. */
    public Caller admit(Caller caller) {
        return caller.kind() == Caller.Kind.PERSON
                ? caller.withEach((workspace, membership) -> admit(caller.subject(), workspace, membership))
                : caller;
    }

    private Membership admit(String subject, WorkspaceId workspace, Membership membership) {
        Set<Role> roles = membership.roles();
        if (roles.isEmpty()
                || roles.contains(Role.OWNER)
                || roles.contains(Role.ADMINISTRATOR)
                || membership.permissions().isEmpty()) {
            return membership;
        }
        Set<UUID> campaigns = bound(workspace).get(subject);
        return campaigns == null
                ? membership
                : new Membership(
                        membership.alias(),
                        roles,
                        among(membership, BESIDE_CAMPAIGNS),
                        new Shared(campaigns, among(membership, WITH_CAMPAIGNS)));
    }

    private static Set<Permission> among(Membership membership, Set<Permission> some) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        permissions.addAll(some);
        permissions.retainAll(membership.permissions());
        return permissions;
    }

    private Map<String, Set<UUID>> bound(WorkspaceId workspace) {
        return bound.get(
                workspace,
                unknown -> work.read(
                        Caller.product("door", workspace),
                        workspace,
                        Permission.WORKSPACE_READ,
                        tx -> rows.all(tx, tx.now().minus(OwnRoleDoor.LONGEST_TOKEN))));
    }

    /** What was read of the workspace holds no more. */
    void forget(WorkspaceId workspace) {
        bound.invalidate(workspace);
    }
}
