package org.entezar.console.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.CampaignSharing;
import org.entezar.collection.Campaigns;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.jspecify.annotations.Nullable;

/** Which campaigns a member sees. In views: {@code sharingForm}. */
@Named("sharingForm")
@RequestScoped
public class SharingForm {

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignSharing sharing;

    @Inject
    MemberForm form;

    @Inject
    MemberSharing deeds;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    HttpServletRequest request;

    private @Nullable List<Campaign> all;
    private @Nullable Optional<Set<CampaignId>> shared;

    /** All campaigns, the newest first; none to somebody who may not see them. */
    public List<Campaign> getAll() {
        if (all == null) {
            all = visitor.may("CAMPAIGN_READ")
                    ? campaigns.list(visitor.getCaller(), place.getWorkspaceId())
                    : List.of();
        }
        return all;
    }

    private Optional<Set<CampaignId>> shared() {
        if (shared == null) {
            shared = sharing.of(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    form.getMember().subject());
        }
        return shared;
    }

    /** Whether the member sees only what is shared with them. */
    public boolean isOnlyShared() {
        return shared().isPresent();
    }

    public boolean isShared(CampaignId campaign) {
        return shared().filter(some -> some.contains(campaign)).isPresent();
    }

    /** Whether the member has a role that sees all, always. */
    public boolean isUnbound() {
        return CampaignSharing.UNBOUND.stream().anyMatch(form::has);
    }

    /** Binds the member to what is ticked, or frees them; without a choice nothing changes. */
    public void save() throws IOException {
        String sees = request.getParameter("sees");
        String[] ticked = request.getParameterValues("campaign");
        if ("shared".equals(sees)) {
            deeds.set(form.getMember(), Optional.of(ticked == null ? List.of() : Arrays.asList(ticked)));
        } else if ("all".equals(sees)) {
            deeds.set(form.getMember(), Optional.empty());
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.getHere());
    }
}
