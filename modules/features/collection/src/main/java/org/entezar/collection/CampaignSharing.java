package org.entezar.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entezar.collection.internal.campaign.CampaignRow;
import org.entezar.collection.internal.campaign.CampaignStore;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.tenancy.Work;
import org.entezar.workspace.Sharing;

/** Who sees only the campaigns that are shared with them, as {@link Sharing} keeps it, in campaigns that there are. */
public final class CampaignSharing {

    /** Roles whose holders see all campaigns, always. */
    public static final List<Role> UNBOUND = Sharing.UNBOUND;

    private final Work work;
    private final Sharing sharing;

    CampaignSharing(Work work, Sharing sharing) {
        this.work = work;
        this.sharing = sharing;
    }

    /** Who is bound, by subject, and what is shared with them. Needs {@link Permission#MEMBER_READ}. */
    public Map<String, Set<CampaignId>> all(Caller caller, WorkspaceId workspace) {
        return sharing.all(caller, workspace).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, bound -> named(bound.getValue())));
    }

    /**
     * What is shared with a member. Needs {@link Permission#MEMBER_READ}.
     *
     * @return empty for somebody who is not bound
     * @throws Problem {@link ErrorCode#NOT_FOUND} when the subject is no member
     */
    public Optional<Set<CampaignId>> of(Caller caller, WorkspaceId workspace, String subject) {
        return sharing.of(caller, workspace, subject).map(CampaignSharing::named);
    }

    private static Set<CampaignId> named(Set<UUID> ids) {
        return ids.stream().map(CampaignId::new).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Lets a member see only these campaigns. Needs {@link Permission#MEMBER_EDIT}, {@link Permission#CAMPAIGN_READ} and
     * all that the member may do.
     *
     * @param campaigns none for somebody who is to see none so far
     * @throws Problem as {@link Sharing#share}; {@link ErrorCode#INVALID} naming a campaign that is not there
     */
    public void share(Caller caller, WorkspaceId workspace, String subject, List<CampaignId> campaigns) {
        caller.require(workspace, Permission.MEMBER_EDIT);
        Set<CampaignId> there = there(caller, workspace);
        Problem.throwIfAny(IntStream.range(0, campaigns.size())
                .filter(index -> !there.contains(campaigns.get(index)))
                .mapToObj(index -> Violation.at("/campaigns/" + index, ErrorCode.NOT_AN_OPTION, campaigns.get(index)))
                .toList());
        sharing.share(
                caller,
                workspace,
                subject,
                campaigns.stream().map(CampaignId::value).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Shares one campaign with exactly these of the members who see only what is shared with them. One after the other:
     * what fails leaves those before it done.
     *
     * @param subjects others than those who are bound change nothing
     * @throws Problem as {@link #share}
     */
    public void shareWith(Caller caller, WorkspaceId workspace, CampaignId campaign, Set<String> subjects) {
        all(caller, workspace).forEach((subject, shared) -> {
            boolean wanted = subjects.contains(subject);
            if (wanted != shared.contains(campaign)) {
                Set<CampaignId> there = there(caller, workspace);
                List<CampaignId> others = shared.stream()
                        .filter(id -> !id.equals(campaign) && there.contains(id))
                        .toList();
                share(
                        caller,
                        workspace,
                        subject,
                        wanted
                                ? Stream.concat(others.stream(), Stream.of(campaign))
                                        .toList()
                                : others);
            }
        });
    }

    private Set<CampaignId> there(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.CAMPAIGN_READ, tx -> CampaignStore.all(tx).stream()
                .map(CampaignRow::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Lets a member see all campaigns again; needs and throws what {@link Sharing#free} does. */
    public void free(Caller caller, WorkspaceId workspace, String subject) {
        sharing.free(caller, workspace, subject);
    }
}
