package org.entezar.audit.internal.export;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.entezar.kernel.Permission;
import org.entezar.platform.jobs.JobInterrupted;
import org.entezar.platform.jobs.JobRun;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes how far a long reading is, a few times a second and over a connection of its own: the reading holds one snapshot
 * of the database from beginning to end, in which nothing can be written.
 */
public final class Gauge implements Steps, AutoCloseable {

    private static final int MILLIS = 300;
    private static final Logger LOG = LoggerFactory.getLogger(Gauge.class);

    private final JobRun job;
    private final ScheduledExecutorService thread;
    private final AtomicLong done = new AtomicLong();
    private final int rounds;
    private volatile long total;
    private volatile @Nullable JobInterrupted stopping;

    /** @param rounds how often everything is gone through */
    public Gauge(JobRun job, int rounds) {
        this.job = job;
        this.rounds = rounds;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "gauge-" + job.id());
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::note, 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    /** So many units are to come, in each round; counting begins anew. */
    @Override
    public void expect(long units) {
        done.set(0);
        total = units * rounds;
    }

    /**
     * More units are done.
     *
     * @throws JobInterrupted when the server is stopping
     */
    @Override
    public void advance(long units) {
        JobInterrupted interrupted = stopping;
        if (interrupted != null) {
            throw interrupted;
        }
        done.updateAndGet(before -> Math.min(before + units, total));
    }

    private void note() {
        try {
            job.step(Permission.HISTORY_READ, tx -> new JobRun.Progress(done.get(), total));
        } catch (JobInterrupted interrupted) {
            stopping = interrupted;
        } catch (RuntimeException unreachable) {
            LOG.debug("The progress of job {} could not be noted", job.id(), unreachable);
        }
    }

    /** Everything is done, and noted as such. */
    public void finish() {
        done.set(total);
        close();
        note();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The progress of job {} is still being noted", job.id());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
