package org.entezar.platform.jobs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/**
 * Follows a job for somebody who waits at the other end of a connection. Each feed holds a thread of the server while it
 * is open, so there are only so many; whoever gets none asks for the job again and again instead.
 */
public final class JobFeed implements AutoCloseable {

    private static final int MOST = 50;
    private static final int RETRY_SECONDS = 10;
    private static final Semaphore ROOM = new Semaphore(MOST);

    private final BlockingQueue<Job> steps = new LinkedBlockingQueue<>();
    private final Jobs.Subscription subscription;

    private JobFeed(Jobs jobs, Caller caller, WorkspaceId workspace, JobId id) {
        this.subscription = jobs.follow(caller, workspace, id, steps::add);
    }

    /**
     * Refuses before an answer has begun, while that can still be said by its status.
     *
     * @throws Problem {@link ErrorCode#OVERLOADED}
     */
    public static void requireRoom() {
        if (ROOM.availablePermits() == 0) {
            throw new Problem(ErrorCode.OVERLOADED, RETRY_SECONDS);
        }
    }

    /** Begins to follow; empty when as many as possible are being followed. Needs what {@link Jobs#follow} needs. */
    public static Optional<JobFeed> open(Jobs jobs, Caller caller, WorkspaceId workspace, JobId id) {
        if (!ROOM.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobFeed(jobs, caller, workspace, id));
        } catch (RuntimeException failure) {
            ROOM.release();
            throw failure;
        }
    }

    /** The job after its next step, the first time as it is; empty when nothing happened for so long. */
    public Optional<Job> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(steps.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        subscription.close();
        ROOM.release();
    }
}
