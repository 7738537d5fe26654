package org.entezar.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Import;
import org.entezar.collection.ImportState;
import org.entezar.collection.Imports;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.entezar.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/** The files that were brought, and the long work of the workspace. In views: {@code importList}. */
@Named("importList")
@RequestScoped
public class ImportList {

    @Inject
    Imports imports;

    @Inject
    Campaigns campaigns;

    @Inject
    Jobs jobs;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    private @Nullable List<Import> all;
    private @Nullable List<Job> work;
    private @Nullable Map<CampaignId, Campaign> known;

    public List<Import> getAll() {
        if (all == null) {
            all = imports.list(visitor.getCaller(), place.getWorkspaceId());
        }
        return all;
    }

    /** The name of the campaign that the rows go into; empty while that is not decided. */
    public String campaign(Import one) {
        return one.campaign()
                .flatMap(id -> Optional.ofNullable(known().get(id)))
                .map(campaign -> text.best(campaign.name()))
                .orElse("");
    }

    private Map<CampaignId, Campaign> known() {
        if (known == null) {
            known = new HashMap<>();
            if (visitor.may(Permission.CAMPAIGN_READ.name())) {
                for (Campaign one : campaigns.list(visitor.getCaller(), place.getWorkspaceId())) {
                    known.put(one.id(), one);
                }
            }
        }
        return known;
    }

    /** The kind of badge that the state is shown with. */
    public String badge(ImportState state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED -> "bad";
            case CHECKING, RUNNING -> "brand";
            case READY, CHECKED -> "warn";
            case UNDONE -> "";
        };
    }

    /** The latest jobs, the newest first. */
    public List<Job> getJobs() {
        if (work == null) {
            work = jobs.list(visitor.getCaller(), place.getWorkspaceId());
        }
        return work;
    }

    public boolean isWorking() {
        return getJobs().stream().anyMatch(job -> !job.state().isEnd());
    }

    public String jobBadge(JobState state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED -> "bad";
            case RUNNING, QUEUED -> "brand";
        };
    }

    /** What a job does, in words: {@code Reading answers.csv in}. */
    public String doing(Job job) {
        boolean dry = job.input().path("dryRun").asBoolean();
        return file(job)
                .map(one -> text.of(dry ? "imports.job.check" : "imports.job.read", one.fileName()))
                .orElse(job.kind());
    }

    /** Where the thing is that the job works on; empty when it is none that a page shows. */
    public String address(Job job) {
        return file(job).map(one -> place.to("imports", one.id())).orElse("");
    }

    private Optional<Import> file(Job job) {
        String id = job.input().path("import").asText();
        return getAll().stream().filter(one -> one.id().toString().equals(id)).findFirst();
    }

    /** Why a job failed; empty for others. */
    public String failure(Job job) {
        return job.state() == JobState.FAILED
                ? job.result().map(result -> text.problem(problem(result))).orElse("")
                : "";
    }

    static Problem problem(com.fasterxml.jackson.databind.JsonNode result) {
        Object[] arguments =
                org.entezar.platform.json.Json.mapper().convertValue(result.path("arguments"), Object[].class);
        return new Problem(
                org.entezar.kernel.ErrorCode.valueOf(result.path("code").asText("INTERNAL")),
                arguments == null ? new Object[0] : arguments);
    }
}
