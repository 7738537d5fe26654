package org.entezar.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.Campaign;
import org.entezar.collection.Campaigns;
import org.entezar.collection.Import;
import org.entezar.collection.ImportFault;
import org.entezar.collection.ImportState;
import org.entezar.collection.Imports;
import org.entezar.collection.RefusedRow;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Permission;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobState;
import org.entezar.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/** The import of the address: how far it is and what became of its rows. In views: {@code importView}. */
@Named("importView")
@RequestScoped
public class ImportView {

    private static final int SHOWN = 50;

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

    private @Nullable Import one;
    private Optional<Job> job = Optional.empty();
    private @Nullable List<Refusal> refusals;

    /**
     * One fault of a refused row.
     *
     * @param line where the row begins in the file
     * @param column name of the column; empty when the whole row is meant
     * @param value what stands there
     * @param reason in the visitor's language
     */
    public record Refusal(long line, String column, String value, String reason) {}

    public Import getOne() {
        if (one == null) {
            Import first = imports.get(visitor.getCaller(), place.getWorkspaceId(), ImportAddress.of(place));
            job = jobOf(first);
            // A short run may end between the two looks; the page must show its end, for nothing would follow it.
            one = isAtWork(first) && !isRunning(job)
                    ? imports.get(visitor.getCaller(), place.getWorkspaceId(), first.id())
                    : first;
        }
        return one;
    }

    private Optional<Job> jobOf(Import one) {
        return one.job().map(id -> jobs.get(visitor.getCaller(), place.getWorkspaceId(), id));
    }

    private static boolean isAtWork(Import one) {
        return one.state() == ImportState.CHECKING || one.state() == ImportState.RUNNING;
    }

    private static boolean isRunning(Optional<Job> job) {
        return job.filter(found -> !found.state().isEnd()).isPresent();
    }

    private boolean is(ImportState state) {
        return getOne().state() == state;
    }

    /** Whether a run or dry run is at work. */
    public boolean isWorking() {
        return isAtWork(getOne()) && isRunning(job());
    }

    /** Whether its columns can still be mapped and its rows be tried. */
    public boolean isOpen() {
        return is(ImportState.READY) || is(ImportState.CHECKED);
    }

    public boolean isChecked() {
        return is(ImportState.CHECKED);
    }

    public boolean isDone() {
        return is(ImportState.DONE);
    }

    public boolean isFailed() {
        return is(ImportState.FAILED)
                || job().filter(job -> job.state() == JobState.FAILED).isPresent() && !isUndone();
    }

    public boolean isUndone() {
        return is(ImportState.UNDONE);
    }

    /** Whether responses of it may count, so that taking it back changes figures. */
    public boolean isStored() {
        return is(ImportState.DONE) || is(ImportState.FAILED);
    }

    /** The step of the walk that comes next for one that was not read yet. */
    public String getNext() {
        return place.to(
                "imports",
                getOne().id(),
                getOne().campaign().isEmpty() ? "questions" : isChecked() ? "rows" : "columns");
    }

    public Optional<Campaign> campaign() {
        return visitor.may(Permission.CAMPAIGN_READ.name())
                ? getOne().campaign().map(id -> campaigns.get(visitor.getCaller(), place.getWorkspaceId(), id))
                : Optional.empty();
    }

    /** The campaign that the rows go into; null while that is not decided. */
    public @Nullable Campaign getCampaign() {
        return campaign().orElse(null);
    }

    private Optional<Job> job() {
        getOne();
        return job;
    }

    public long getRowsDone() {
        return job().map(Job::done).orElse(0L);
    }

    public long getRowsTotal() {
        return Math.max(1, job().map(Job::total).orElse(1L));
    }

    /** Why the run failed, in words. */
    public String getFailure() {
        return job().flatMap(Job::result)
                .map(result -> text.problem(ImportList.problem(result)))
                .orElse("");
    }

    /** The first faults of refused rows; the file has all. */
    public List<Refusal> getRefusals() {
        if (refusals == null) {
            List<Refusal> found = new ArrayList<>();
            for (RefusedRow row :
                    imports.refusals(visitor.getCaller(), place.getWorkspaceId(), getOne().id(), 0, SHOWN)) {
                for (ImportFault fault : row.faults()) {
                    found.add(new Refusal(
                            row.line(), fault.column(), fault.value(), Imports.reason(fault, visitor.getLanguage())));
                }
            }
            refusals = List.copyOf(found.subList(0, Math.min(SHOWN, found.size())));
        }
        return refusals;
    }

    /** Whether the page shows only some of the faults. */
    public boolean isMoreRefused() {
        return getRefusals().size() >= SHOWN;
    }
}
