package org.entezar.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entezar.collection.internal.retention.Ages;
import org.entezar.collection.internal.retention.RetentionRows;
import org.entezar.collection.internal.retention.RetentionRun;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long responses and words are kept. Once a day a job erases what is too old, unless a {@link Hold} covers it; what
 * it would erase can be looked at before. All need {@link Permission#DATA_GOVERN}.
 */
public final class Retention implements AutoCloseable {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int ROUND_MINUTES = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Work work;
    private final Jobs jobs;
    private final Function<WorkspaceId, ZoneId> zones;
    private final Clock clock;
    private final Map<WorkspaceId, Instant> looked = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread;

    Retention(Work work, Jobs jobs, Function<WorkspaceId, ZoneId> zones, Clock clock) {
        this.work = work;
        this.jobs = jobs;
        this.zones = zones;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "retention");
            made.setDaemon(true);
            return made;
        });
    }

    /** The rules. */
    public RetentionRules rules(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.DATA_GOVERN, RetentionRows::rules);
    }

    /**
     * Sets the rules; they are carried out within a day.
     *
     * @throws Problem {@link ErrorCode#INVALID} with {@code /responseMonths}, {@code /wordMonths}
     */
    public RetentionRules set(Caller caller, WorkspaceId workspace, RetentionRules rules) {
        caller.require(workspace, Permission.DATA_GOVERN);
        check(rules);
        RetentionRules set = work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
            RetentionRules before = RetentionRows.rules(tx);
            RetentionRows.set(tx, rules);
            tx.record(Change.changed("retention.set", "retention", before, rules));
            return rules;
        });
        looked.remove(workspace);
        return set;
    }

    private static void check(RetentionRules rules) {
        List<Violation> faults = new ArrayList<>();
        range("/responseMonths", rules.responseMonths(), faults);
        range("/wordMonths", rules.wordMonths(), faults);
        Problem.throwIfAny(faults);
    }

    private static void range(String pointer, Optional<Integer> months, List<Violation> faults) {
        months.filter(count -> count < RetentionRules.SHORTEST || count > RetentionRules.LONGEST)
                .ifPresent(count -> faults.add(Violation.at(
                        pointer, ErrorCode.OUT_OF_RANGE, RetentionRules.SHORTEST, RetentionRules.LONGEST)));
    }

    /** What would go now by the rules that are set: nothing is erased by looking. */
    public RetentionForecast forecast(Caller caller, WorkspaceId workspace) {
        return work.read(
                caller, workspace, Permission.DATA_GOVERN, tx -> ages(RetentionRows.rules(tx), tx.now(), workspace)
                        .forecast(tx));
    }

    /** What would go now by other rules. */
    public RetentionForecast forecast(Caller caller, WorkspaceId workspace, RetentionRules rules) {
        caller.require(workspace, Permission.DATA_GOVERN);
        check(rules);
        return work.read(caller, workspace, Permission.DATA_GOVERN, tx -> ages(rules, tx.now(), workspace)
                .forecast(tx));
    }

    private Ages ages(RetentionRules rules, Instant now, WorkspaceId workspace) {
        return Ages.at(rules, now, zones.apply(workspace));
    }

    /**
     * Carries the rules out now.
     *
     * @return the job that does
     * @throws Problem {@link ErrorCode#STATE} while one is at work
     */
    public Job run(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.DATA_GOVERN);
        if (runs(caller, workspace).stream().anyMatch(job -> !job.state().isEnd())) {
            throw new Problem(ErrorCode.STATE, "RUNNING");
        }
        Job job = work.change(caller, workspace, Permission.DATA_GOVERN, tx -> {
            RetentionForecast due =
                    ages(RetentionRows.rules(tx), tx.now(), workspace).forecast(tx);
            Job queued = jobs.enqueue(
                    tx,
                    RetentionRun.KIND,
                    Json.mapper().createObjectNode(),
                    due.responses() + due.words() + due.files());
            tx.record(Change.created(
                    "retention.begun",
                    "retention",
                    Map.of(
                            "responses",
                            due.responses(),
                            "words",
                            due.words(),
                            "files",
                            due.files(),
                            "held",
                            due.held())));
            return queued;
        });
        jobs.begin(workspace, job.id());
        return job;
    }

    /** The latest runs, the newest first. */
    public List<Job> runs(Caller caller, WorkspaceId workspace) {
        caller.require(workspace, Permission.DATA_GOVERN);
        return jobs.list(caller, workspace).stream()
                .filter(job -> job.kind().equals(RetentionRun.KIND))
                .toList();
    }

    /** Begins to look once a day, in the workspaces that there are then. */
    public void start(Supplier<List<WorkspaceId>> workspaces) {
        thread.scheduleWithFixedDelay(() -> round(workspaces), 1, ROUND_MINUTES, TimeUnit.MINUTES);
    }

    private void round(Supplier<List<WorkspaceId>> workspaces) {
        try {
            workspaces.get().forEach(this::look);
        } catch (RuntimeException failure) {
            LOG.error("The ages of responses could not be looked at; it is tried again", failure);
        }
    }

    /** Carries out what is due in the workspace, unless it was looked at within a day; whether a run began. */
    boolean look(WorkspaceId workspace) {
        Instant before = looked.get(workspace);
        if (before != null && before.plus(DAY).isAfter(clock.instant())) {
            return false;
        }
        Caller caller = Caller.product("retention", workspace);
        boolean due = !rules(caller, workspace).isNone()
                && !forecast(caller, workspace).isEmpty()
                && runs(caller, workspace).stream().allMatch(job -> job.state().isEnd());
        if (due) {
            run(caller, workspace);
        }
        looked.put(workspace, clock.instant());
        return due;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
