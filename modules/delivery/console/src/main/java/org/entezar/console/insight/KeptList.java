package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.past.CauseWords;
import org.entezar.insight.KeptInsight;
import org.entezar.insight.KeptInsights;
import org.jspecify.annotations.Nullable;

/** The kept insights of the workspace, the newest first. In views: {@code keptList}. */
@Named
@RequestScoped
public class KeptList {

    private static final int PAGE = 50;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptInsights insights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptFacts facts;

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
    Format format;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    private @Nullable List<KeptInsight> read;
    private @Nullable List<Line> lines;

    /**
     * A kept insight.
     *
     * @param address of its page
     * @param method its name
     * @param campaign its name
     * @param finding the first sentence
     * @param asOf as known when
     * @param by who kept it
     */
    public record Line(String address, String method, String campaign, String finding, String asOf, String by) {}

    private List<KeptInsight> read() {
        if (read == null) {
            read = insights.list(visitor.getCaller(), place.getWorkspaceId(), Optional.empty(), before(), PAGE + 1);
        }
        return read;
    }

    private Optional<Long> before() {
        return Optional.ofNullable(request.getParameter("before"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    public List<Line> getLines() {
        if (lines == null) {
            Map<CampaignId, String> names = new HashMap<>();
            for (Campaign campaign : campaigns.list(visitor.getCaller(), place.getWorkspaceId())) {
                names.put(campaign.id(), text.best(campaign.name()));
            }
            lines = read().stream()
                    .limit(PAGE)
                    .map(kept -> new Line(
                            place.to("kept-insights", kept.id()),
                            facts.method(kept),
                            names.getOrDefault(kept.campaign(), ""),
                            facts.findings(kept).get(0),
                            format.dateTime(kept.asOf()),
                            CauseWords.person(kept.kept().actor())))
                    .toList();
        }
        return lines;
    }

    /** Where older ones are; empty on the last page. */
    public String getOlder() {
        return read().size() <= PAGE
                ? ""
                : place.to("kept-insights") + "?before="
                        + read().get(PAGE - 1).kept().sequence();
    }
}
