package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.insight.Insights;
import org.jspecify.annotations.Nullable;

/** Campaigns and what can be found out of each. In views: {@code insightList}. */
@Named
@RequestScoped
public class InsightList {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Insights insights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    /** Views ask several times in a request. */
    private @Nullable List<Line> lines;

    /**
     * A campaign.
     *
     * @param name of the campaign
     * @param responses that count today
     * @param simulated whether a simulator answered
     * @param methods that its questionnaire asks for
     */
    public record Line(String name, long responses, boolean simulated, List<Link> methods) {}

    /** A method and where its page is. */
    public record Link(String label, String address) {}

    /** All campaigns, the newest first. */
    public List<Line> getLines() {
        if (lines == null) {
            lines = campaigns.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                    .map(this::line)
                    .toList();
        }
        return lines;
    }

    private Line line(Campaign campaign) {
        return new Line(
                text.best(campaign.name()),
                campaign.responses(),
                campaign.simulated(),
                insights.methods(visitor.getCaller(), place.getWorkspaceId(), campaign.id()).stream()
                        .map(method -> new Link(
                                text.get("insight.method." + method.key()),
                                place.to("insights", campaign.id(), method.key())))
                        .toList());
    }
}
