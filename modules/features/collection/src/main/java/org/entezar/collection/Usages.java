package org.entezar.collection;

import java.util.Arrays;
import java.util.OptionalLong;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.collection.internal.response.Room;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Quota;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.MemberInvitations;
import org.entezar.workspace.Members;
import org.entezar.workspace.Turnstile;

/** How much of what it may use of the installation a workspace has used. Counts and sizes only. */
public final class Usages {

    private final Work work;
    private final Room room;
    private final Members members;
    private final MemberInvitations invitations;
    private final Turnstile turnstile;

    Usages(Work work, Room room, Members members, MemberInvitations invitations, Turnstile turnstile) {
        this.work = work;
        this.room = room;
        this.members = members;
        this.invitations = invitations;
        this.turnstile = turnstile;
    }

    /** Needs {@link Permission#WORKSPACE_CONFIGURE}. */
    public Usage of(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.WORKSPACE_CONFIGURE);
        return new Usage(
                Arrays.stream(Quota.values())
                        .map(quota ->
                                new Usage.Line(quota, used(caller, workspace, quota), work.limit(workspace, quota)))
                        .toList(),
                turnstile.refused(workspace));
    }

    /**
     * The same for operators, who see nothing else of a workspace.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public Usage forOperator(Caller operator, WorkspaceId workspace) {
        Installation.operating(operator);
        return of(Caller.product("usage", workspace), workspace);
    }

    /**
     * What a directory of many workspaces tells of each: what costs little to know.
     *
     * @throws org.entezar.kernel.Problem {@link org.entezar.kernel.ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public Sizes sizes(Caller operator, WorkspaceId workspace) {
        Installation.operating(operator);
        Caller product = Caller.product("usage", workspace);
        return new Sizes(
                used(product, workspace, Quota.CAMPAIGNS).orElse(0),
                used(product, workspace, Quota.RESPONSES_PER_MONTH).orElse(0),
                used(product, workspace, Quota.STORAGE_MEGABYTES).orElse(0));
    }

    /**
     * How big a workspace is.
     *
     * @param responsesThisMonth by UTC
     * @param megabytes that it keeps, as of an hour ago at most
     */
    public record Sizes(long campaigns, long responsesThisMonth, long megabytes) {}

    private OptionalLong used(Caller caller, WorkspaceId workspace, Quota quota) {
        return switch (quota) {
            case REQUESTS_PER_MINUTE, CLIENT_REQUESTS_PER_MINUTE, LINK_RESPONSES_PER_MINUTE -> OptionalLong.empty();
            case RESPONSES_PER_MONTH -> OptionalLong.of(room.monthly().of(workspace));
            case MEMBERS -> OptionalLong.of(members.count(caller, workspace) + invitations.open(caller, workspace));
            case CAMPAIGNS ->
                OptionalLong.of(work.read(caller, workspace, Permission.WORKSPACE_CONFIGURE, CampaignStore::count));
            case STORAGE_MEGABYTES -> OptionalLong.of(room.megabytes(workspace));
        };
    }
}
