package org.entezar.console.campaigns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.entezar.collection.CampaignChange;
import org.entezar.collection.CampaignChange.Step;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;

/** Pauses, resumes and closes a campaign and says so; a pause and its end can be taken back from the notice. */
@RequestScoped
class CampaignSteps {

    /** Below a campaign's address: where its steps are posted to. */
    static final String PAUSE = "steps/pause";

    static final String RESUME = "steps/resume";

    @Inject
    Campaigns campaigns;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Notices notices;

    @Inject
    Text text;

    void take(CampaignId id, Step step) {
        try {
            campaigns.change(visitor.getCaller(), place.getWorkspaceId(), id, CampaignChange.to(step));
            notices.done(
                    switch (step) {
                        case PAUSE -> text.get("campaigns.paused");
                        case RESUME -> text.get("campaigns.resumed");
                        case CLOSE -> text.get("campaigns.closed");
                    },
                    switch (step) {
                        case PAUSE -> place.to("campaigns", id, RESUME);
                        case RESUME -> place.to("campaigns", id, PAUSE);
                        case CLOSE -> "";
                    });
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
    }
}
