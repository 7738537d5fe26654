package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignChange;
import org.entezar.collection.CampaignId;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Campaigns;
import org.entezar.collection.PublicAddress;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** The campaign of the address and what can be decided about it. In views: {@code campaignView}. */
@Named("campaignView")
@RequestScoped
public class CampaignView {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PublicAddress address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Notices notices;

    private @Nullable Campaign campaign;

    public Campaign getCampaign() {
        if (campaign == null) {
            campaign = campaigns.get(visitor.getCaller(), place.getWorkspaceId(), id());
        }
        return campaign;
    }

    private CampaignId id() {
        return CampaignPages.campaign(place);
    }

    public String getPublicUrl() {
        return address.of(getCampaign());
    }

    public boolean isPausable() {
        return getCampaign().state() == CampaignState.OPEN || getCampaign().state() == CampaignState.SCHEDULED;
    }

    public boolean isResumable() {
        return getCampaign().state() == CampaignState.PAUSED;
    }

    public boolean isClosable() {
        return getCampaign().state() != CampaignState.CLOSED;
    }

    public void pause() throws IOException {
        decide(CampaignChange.Step.PAUSE, "campaigns.paused");
    }

    public void resume() throws IOException {
        decide(CampaignChange.Step.RESUME, "campaigns.resumed");
    }

    public void close() throws IOException {
        decide(CampaignChange.Step.CLOSE, "campaigns.closed");
    }

    private void decide(CampaignChange.Step step, String said) throws IOException {
        try {
            campaigns.change(visitor.getCaller(), place.getWorkspaceId(), id(), CampaignChange.to(step));
            notices.done(text.get(said));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        FacesContext.getCurrentInstance().getExternalContext().redirect(place.to("campaigns", id()));
    }
}
