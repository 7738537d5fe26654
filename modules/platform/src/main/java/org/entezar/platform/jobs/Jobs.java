package org.entezar.platform.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.fairness.FairQueue;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Installation;
import org.entezar.platform.tenancy.Tx;
import org.entezar.platform.tenancy.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs. A job is queued in the transaction that asks for it, so that it exists exactly when that commits; a few
 * threads of this server do the work; each step commits its progress together with what it did. After a crash
 * {@link #recover} takes up what did not end, from the last committed step. One server works on a database's jobs.
 */
public final class Jobs implements AutoCloseable {

    private static final int RETRY_SECONDS = 5;
    private static final int MOST_RETRIES = 60;
    private static final int MOST_LISTED = 200;
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Work work;
    private final Uuids ids;
    private final ScheduledThreadPoolExecutor threads;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
    private final Set<JobId> taken = ConcurrentHashMap.newKeySet();
    private final Map<JobId, List<Consumer<Job>>> followers = new ConcurrentHashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final FairQueue<WorkspaceId, Attempt> waiting;

    /** A job that waits for a thread. */
    private record Attempt(JobId id, int number) {}

    /**
     * @param workers how many jobs run at the same time; each needs a connection. One of them, where there are more, is
     *     left to other workspaces than the busiest
     */
    public Jobs(Work work, Uuids ids, int workers) {
        this.work = work;
        this.ids = ids;
        this.waiting = new FairQueue<>(Math.max(1, workers - 1));
        AtomicInteger number = new AtomicInteger();
        this.threads = new ScheduledThreadPoolExecutor(workers, task -> {
            Thread thread = new Thread(task, "job-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /**
     * A kind of work.
     *
     * @param permission what it takes to see such a job
     * @param handler does it
     */
    private record Kind(Permission permission, JobHandler handler) {}

    /**
     * Says who does a kind of work.
     *
     * @param permission what it takes to see such a job: what it took to ask for it
     */
    public void handle(String kind, Permission permission, JobHandler handler) {
        if (kinds.putIfAbsent(kind, new Kind(permission, handler)) != null) {
            throw new IllegalStateException("Two handlers for jobs of kind " + kind);
        }
    }

    /** Queues a job in the caller's transaction. After that has committed, {@link #begin} it. */
    public Job enqueue(Tx tx, String kind, JsonNode input, long total) {
        if (!kinds.containsKey(kind)) {
            throw new IllegalArgumentException("Nobody handles jobs of kind " + kind);
        }
        Job job = new Job(
                new JobId(ids.next()),
                kind,
                JobState.QUEUED,
                0,
                total,
                input,
                java.util.Optional.empty(),
                tx.now(),
                tx.caller().displayName(),
                java.util.Optional.empty());
        JobRows.insert(tx, job);
        return job;
    }

    /** Hands a queued job to the threads. Called twice for one job, or for one that has ended, it does nothing more. */
    public void begin(WorkspaceId workspace, JobId id) {
        if (taken.add(id)) {
            schedule(workspace, id, 0, 0);
        }
    }

    /** Takes up the jobs of these workspaces that were queued or running when a server ended. */
    public void recover(Iterable<WorkspaceId> workspaces) {
        for (WorkspaceId workspace : workspaces) {
            List<Job> unfinished = work.read(
                    Caller.product("jobs", workspace), workspace, Permission.WORKSPACE_READ, JobRows::unfinished);
            unfinished.forEach(job -> begin(workspace, job.id()));
        }
    }

    /**
     * One job. Needs the permission of its kind.
     *
     * @throws Problem {@link ErrorCode#NOT_FOUND}, {@link ErrorCode#FORBIDDEN}
     */
    public Job get(Caller caller, WorkspaceId workspace, JobId id) {
        Job job = work.read(caller, workspace, Permission.WORKSPACE_READ, tx -> JobRows.find(tx, id)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND)));
        caller.require(workspace, permission(job));
        return job;
    }

    /** The latest jobs of which the caller may see the kind, the newest first. Needs {@link Permission#WORKSPACE_READ}. */
    public List<Job> list(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.WORKSPACE_READ, tx -> JobRows.latest(tx, MOST_LISTED)).stream()
                .filter(job -> caller.may(workspace, permission(job)))
                .toList();
    }

    /**
     * What waits, runs or was asked for within a day, in these workspaces, the newest first.
     *
     * @param workspaces by their aliases
     * @throws Problem {@link ErrorCode#FORBIDDEN} to anybody but an operator
     */
    public List<QueuedJob> queue(Caller operator, Map<String, WorkspaceId> workspaces) {
        Installation.operating(operator);
        return workspaces.entrySet().stream()
                .flatMap(entry -> recent(entry.getValue()).stream()
                        .map(job -> new QueuedJob(
                                entry.getKey(),
                                job.id(),
                                job.kind(),
                                job.state(),
                                job.done(),
                                job.total(),
                                job.createdAt())))
                .sorted(Comparator.comparing(QueuedJob::createdAt).reversed())
                .limit(MOST_LISTED)
                .toList();
    }

    private List<Job> recent(WorkspaceId workspace) {
        return work.read(
                Caller.product("jobs", workspace),
                workspace,
                Permission.WORKSPACE_READ,
                tx -> JobRows.recent(tx, tx.now().minus(ONE_DAY), MOST_LISTED));
    }

    /** A kind that nobody handles any more is for those who configure. */
    private Permission permission(Job job) {
        Kind kind = kinds.get(job.kind());
        return kind == null ? Permission.WORKSPACE_CONFIGURE : kind.permission();
    }

    /** Ends following a job. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Tells of a job now and after each of its steps, until it has ended or the subscription is closed. Needs the
     * permission of its kind. The listener is called by the job's own thread and must be quick.
     */
    public Subscription follow(Caller caller, WorkspaceId workspace, JobId id, Consumer<Job> listener) {
        get(caller, workspace, id);
        followers.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(listener);
        // Asked again after subscribing, so that no step falls between.
        listener.accept(get(caller, workspace, id));
        return () -> followers.computeIfPresent(id, (key, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    private void schedule(WorkspaceId workspace, JobId id, int attempt, int seconds) {
        try {
            if (seconds == 0) {
                waiting.add(workspace, new Attempt(id, attempt));
                threads.execute(this::runNext);
            } else {
                threads.schedule(() -> schedule(workspace, id, attempt, 0), seconds, TimeUnit.SECONDS);
            }
        } catch (RejectedExecutionException closed) {
            // Recovered at the next start.
            taken.remove(id);
        }
    }

    /** Every job that waits calls this once, and every one that ended, so that no turn is missed. */
    private void runNext() {
        waiting.next().ifPresent(turn -> {
            try {
                run(turn.key(), turn.work().id(), turn.work().number());
            } finally {
                waiting.done(turn.key());
                again();
            }
        });
    }

    private void again() {
        try {
            threads.execute(this::runNext);
        } catch (RejectedExecutionException closed) {
            LOG.debug("What waits is recovered at the next start", closed);
        }
    }

    private void run(WorkspaceId workspace, JobId id, int attempt) {
        Caller caller = Caller.product("jobs", workspace);
        try {
            Job job = get(caller, workspace, id);
            if (job.state().isEnd()) {
                taken.remove(id);
                return;
            }
            work.append(caller, workspace, Permission.WORKSPACE_READ, tx -> {
                JobRows.running(tx, id);
                return id;
            });
            tell(workspace, id);
            Kind kind = kinds.get(job.kind());
            if (kind == null) {
                throw new IllegalStateException("Nobody handles jobs of kind " + job.kind());
            }
            end(workspace, id, JobState.DONE, kind.handler().run(new JobRun(this, workspace, job)));
        } catch (JobInterrupted interrupted) {
            taken.remove(id);
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.DATABASE_UNAVAILABLE && attempt < MOST_RETRIES) {
                schedule(workspace, id, attempt + 1, RETRY_SECONDS);
            } else {
                fail(workspace, id, problem);
            }
        } catch (RuntimeException failure) {
            LOG.error("Job {} failed", id, failure);
            fail(workspace, id, new Problem(ErrorCode.INTERNAL, id.toString()));
        }
    }

    private void fail(WorkspaceId workspace, JobId id, Problem problem) {
        ObjectNode result = Json.mapper().createObjectNode();
        result.put("code", problem.code().name());
        result.set("arguments", Json.tree(problem.arguments()));
        try {
            end(workspace, id, JobState.FAILED, result);
        } catch (RuntimeException unreachable) {
            LOG.error("The failure of job {} could not be noted; it is tried again at the next start", id, unreachable);
            taken.remove(id);
        }
    }

    private void end(WorkspaceId workspace, JobId id, JobState state, JsonNode result) {
        work.append(Caller.product("jobs", workspace), workspace, Permission.WORKSPACE_READ, tx -> {
            JobRows.end(tx, id, state, result);
            return id;
        });
        taken.remove(id);
        tell(workspace, id);
        followers.remove(id);
    }

    void step(JobRun run, Permission permission, Function<Tx, JobRun.Progress> body) {
        if (stopping.get()) {
            throw new JobInterrupted();
        }
        work.append(run.caller(), run.workspace(), permission, tx -> {
            JobRun.Progress progress = body.apply(tx);
            JobRows.progress(tx, run.id(), progress);
            return progress;
        });
        tell(run.workspace(), run.id());
    }

    private void tell(WorkspaceId workspace, JobId id) {
        List<Consumer<Job>> listeners = followers.get(id);
        if (listeners == null) {
            return;
        }
        Job now = get(Caller.product("jobs", workspace), workspace, id);
        for (Consumer<Job> listener : listeners) {
            try {
                listener.accept(now);
            } catch (RuntimeException gone) {
                listeners.remove(listener);
            }
        }
    }

    /** Lets each running job finish its step and stops; what is left goes on at the next start. */
    @Override
    public void close() {
        stopping.set(true);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
