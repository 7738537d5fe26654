package org.entezar.console.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.audit.Deletion;
import org.entezar.audit.Deletions;
import org.entezar.audit.WorkspaceArchives;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Messages;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.jspecify.annotations.Nullable;

/** Archives of the workspace, what was brought in, and the deletion that it waits for. In views: {@code wholeView}. */
@Named("wholeView")
@RequestScoped
public class WholeView {

    private static final int SHOWN = 10;

    @Inject
    WorkspaceArchives archives;

    @Inject
    Deletions deletions;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    private List<Job> jobs = List.of();
    private @Nullable Deletion deletion;

    @PostConstruct
    void begin() {
        jobs = archives.list(visitor.getCaller(), place.getWorkspaceId()).stream()
                .limit(SHOWN)
                .toList();
        deletion =
                deletions.pending(visitor.getCaller(), place.getWorkspaceId()).orElse(null);
    }

    public List<Job> getJobs() {
        return jobs;
    }

    public boolean isWorking() {
        return jobs.stream().anyMatch(job -> !job.state().isEnd());
    }

    public boolean isDone(Job job) {
        return job.state() == JobState.DONE;
    }

    public boolean isBroughtIn(Job job) {
        return job.kind().equals(WorkspaceArchives.BRINGING_IN);
    }

    public long bytes(Job job) {
        return job.result().map(result -> result.path("bytes").asLong()).orElse(0L);
    }

    /** Whether the evidence that came along holds by itself. */
    public boolean holds(Job job) {
        return result(job).path("evidenceHolds").asBoolean();
    }

    private static JsonNode result(Job job) {
        return job.result().orElse(MissingNode.getInstance());
    }

    /** How far a job is, or what came of it, in words. */
    public String words(Job job) {
        JsonNode result = result(job);
        if (job.state() == JobState.FAILED) {
            return failure(result);
        }
        if (job.state() != JobState.DONE) {
            return text.of("data.progress", job.done(), job.total());
        }
        return isBroughtIn(job)
                ? text.of(
                        "data.broughtOutcome",
                        result.path("accepted").asLong(),
                        result.path("refused").asLong(),
                        result.path("campaigns").size())
                : text.of("data.archiveOutcome", bytes(job));
    }

    private String failure(JsonNode result) {
        ErrorCode code = java.util.Arrays.stream(ErrorCode.values())
                .filter(one -> one.name().equals(result.path("code").asText()))
                .findFirst()
                .orElse(ErrorCode.INTERNAL);
        Object[] arguments = new Object[result.path("arguments").size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = result.path("arguments").get(i).asText();
        }
        return Messages.errors().text(visitor.getLanguage(), code.name(), arguments);
    }

    public @Nullable Deletion getDeletion() {
        return deletion;
    }

    public int getUsualDays() {
        return Deletions.USUAL_DAYS;
    }

    public int getMostDays() {
        return Deletions.MOST_DAYS;
    }
}
