package org.entezar.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.collection.CampaignId;
import org.entezar.collection.CampaignSharing;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Directory.Member;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.workspace.Members;

/** Says which campaigns a member sees, and offers to take it back. */
@RequestScoped
class MemberSharing {

    /** Below a member's address: where a step back is posted to. */
    static final String BACK = "sharing/back";

    private static final String ALL = "ALL";

    /** An address has its length. */
    private static final int MOST_TO_TAKE_BACK = 40;

    @Inject
    Members members;

    @Inject
    CampaignSharing sharing;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    /**
     * Binds the member to these, or frees them.
     *
     * @param campaigns ids; empty to let the member see all
     */
    void set(Member member, Optional<List<String>> campaigns) {
        try {
            Optional<Set<CampaignId>> before =
                    sharing.of(visitor.getCaller(), place.getWorkspaceId(), member.subject());
            if (campaigns.isPresent()) {
                List<CampaignId> shared =
                        campaigns.get().stream().map(CampaignId::parse).toList();
                sharing.share(visitor.getCaller(), place.getWorkspaceId(), member.subject(), shared);
                notices.done(text.of("people.sharingSaved", member.displayName(), shared.size()), back(member, before));
            } else {
                sharing.free(visitor.getCaller(), place.getWorkspaceId(), member.subject());
                notices.done(text.of("people.sharingFreed", member.displayName()), back(member, before));
            }
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
    }

    private String back(Member member, Optional<Set<CampaignId>> before) {
        if (before.filter(some -> some.size() > MOST_TO_TAKE_BACK).isPresent()) {
            return "";
        }
        String campaigns = before.map(
                        some -> some.stream().map(CampaignId::toString).sorted().collect(Collectors.joining(".")))
                .orElse(ALL);
        return place.to("people/members", member.subject(), BACK) + "?campaigns=" + campaigns;
    }

    /** Lets the member of the address see what they saw before. */
    void takeBack() {
        Member member = members.get(visitor.getCaller(), place.getWorkspaceId(), place.parameter("member"));
        String before = request.getParameter("campaigns");
        if (before == null) {
            notices.failed(text.problem(new Problem(ErrorCode.MALFORMED_PARAMETER, "campaigns", "")));
        } else {
            set(
                    member,
                    before.equals(ALL)
                            ? Optional.empty()
                            : Optional.of(Arrays.stream(before.split("\\."))
                                    .filter(id -> !id.isEmpty())
                                    .toList()));
        }
    }
}
