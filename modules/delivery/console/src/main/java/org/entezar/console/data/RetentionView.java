package org.entezar.console.data;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Hold;
import org.entezar.collection.Holds;
import org.entezar.collection.Retention;
import org.entezar.collection.RetentionForecast;
import org.entezar.collection.RetentionRules;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.entezar.platform.jobs.Job;

/**
 * How long things are kept, what would go and what is held. Rules that were only typed stand in the address
 * ({@code ?responses=&words=}), so that what they would erase can be looked at first. In views: {@code retentionView}.
 */
@Named("retentionView")
@RequestScoped
public class RetentionView {

    private static final int RUNS = 10;

    @Inject
    Retention retention;

    @Inject
    Holds holds;

    @Inject
    Campaigns campaigns;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    @Inject
    HttpServletRequest request;

    private RetentionRules rules = RetentionRules.NONE;

    @SuppressWarnings("NullAway.Init")
    private RetentionForecast forecast;

    private boolean tried;
    private String error = "";

    @PostConstruct
    void begin() {
        rules = retention.rules(visitor.getCaller(), place.getWorkspaceId());
        forecast = retention.forecast(visitor.getCaller(), place.getWorkspaceId());
        if (request.getParameter("words") != null || request.getParameter("responses") != null) {
            try {
                RetentionRules typed = new RetentionRules(
                        Months.read(DataForms.given(request, "responses")),
                        Months.read(DataForms.given(request, "words")));
                forecast = retention.forecast(visitor.getCaller(), place.getWorkspaceId(), typed);
                tried = !typed.equals(rules);
                rules = typed;
            } catch (Problem problem) {
                error = problem.violations().isEmpty()
                        ? text.problem(problem)
                        : text.violation(problem.violations().get(0));
            }
        }
    }

    public String getResponses() {
        return rules.responseMonths().map(format::typed).orElse("");
    }

    public String getWords() {
        return rules.wordMonths().map(format::typed).orElse("");
    }

    public String getError() {
        return error;
    }

    /** Whether the rules shown are not those that are set. */
    public boolean isTried() {
        return tried;
    }

    public boolean isRuled() {
        return !rules.isNone();
    }

    public RetentionForecast getForecast() {
        return forecast;
    }

    /** Names a campaign, as far as the visitor may see it. */
    public String campaign(CampaignId id) {
        return all().stream()
                .filter(campaign -> campaign.id().equals(id))
                .findFirst()
                .map(campaign -> text.best(campaign.name()))
                .orElseGet(id::toString);
    }

    /** What a hold covers, in words. */
    public String covers(Hold hold) {
        return hold.campaign().map(this::campaign).orElseGet(() -> text.get("data.wholeWorkspace"));
    }

    public List<Campaign> getCampaigns() {
        return all();
    }

    private List<Campaign> all() {
        return campaigns.list(visitor.getCaller(), place.getWorkspaceId());
    }

    public List<Hold> getHolds() {
        return holds.list(visitor.getCaller(), place.getWorkspaceId());
    }

    public List<Job> getRuns() {
        return retention.runs(visitor.getCaller(), place.getWorkspaceId()).stream()
                .limit(RUNS)
                .toList();
    }

    public boolean isWorking() {
        return getRuns().stream().anyMatch(job -> !job.state().isEnd());
    }

    /** What a run came to, in words. */
    public String outcome(Job job) {
        return Optional.of(job)
                .filter(ended -> ended.state().isEnd())
                .flatMap(Job::result)
                .filter(result -> result.has("words"))
                .map(result -> text.of(
                        "data.outcome",
                        result.path("responses").asLong(),
                        result.path("words").asLong(),
                        result.path("files").asLong()))
                .orElseGet(() -> job.state().isEnd()
                        ? text.get("data.failed")
                        : text.of("data.progress", job.done(), job.total()));
    }
}
