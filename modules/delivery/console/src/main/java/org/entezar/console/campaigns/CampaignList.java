package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignState;
import org.entezar.collection.Campaigns;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.jspecify.annotations.Nullable;

/** The campaigns of the workspace. In views: {@code campaignList}. */
@Named("campaignList")
@RequestScoped
public class CampaignList {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    private @Nullable List<Campaign> all;

    public List<Campaign> getAll() {
        if (all == null) {
            all = campaigns.list(visitor.getCaller(), place.getWorkspaceId());
        }
        return all;
    }

    /** The kind of badge that the state is shown with. */
    public String badge(CampaignState state) {
        return switch (state) {
            case OPEN -> "good";
            case PAUSED -> "warn";
            case SCHEDULED -> "brand";
            case CLOSED -> "";
        };
    }
}
