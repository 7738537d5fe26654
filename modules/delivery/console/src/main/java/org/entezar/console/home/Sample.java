package org.entezar.console.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.jspecify.annotations.Nullable;

/** What the first page offers about sample data, to those who may bring it in and out. In views: {@code sample}. */
@Named("sample")
@RequestScoped
public class Sample {

    @Inject
    SampleYear year;

    @Inject
    Home home;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    private @Nullable Optional<Job> job;

    private Optional<Job> job() {
        if (job == null) {
            job = isAllowed() ? year.latest(visitor.getCaller(), place.getWorkspaceId()) : Optional.empty();
        }
        return job;
    }

    private boolean isAllowed() {
        return visitor.may("PACK_INSTALL") && visitor.may("CAMPAIGN_RUN");
    }

    /** Whether the workspace is being filled now. */
    public boolean isRunning() {
        return job().filter(each -> !each.state().isEnd()).isPresent();
    }

    public long getDone() {
        return job().map(Job::done).orElse(0L);
    }

    public long getTotal() {
        return job().map(Job::total).orElse(0L);
    }

    /** Whether the workspace is empty, so that a year could fill it. */
    public boolean isOffered() {
        return isAllowed() && !isRunning() && home.getResponseCount() == 0 && getThere() == 0;
    }

    /** The plugin whose year would fill it; empty where none is on. */
    public String getPlugin() {
        return year.plugin(visitor.getCaller(), place.getWorkspaceId()).orElse("");
    }

    /** How many simulated campaigns can be taken out. */
    public long getThere() {
        return isAllowed() && !isRunning()
                ? home.getCampaigns().stream().filter(Campaign::simulated).count()
                : 0;
    }

    /** The code of the fault that ended the last filling early; empty when none did. */
    public String getFault() {
        return job().filter(each -> each.state() == JobState.FAILED)
                .flatMap(Job::result)
                .map(result -> result.path("code").asText())
                .orElse("");
    }
}
