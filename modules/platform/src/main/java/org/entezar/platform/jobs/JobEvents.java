package org.entezar.platform.jobs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;

/** A job as server-sent events: {@code progress} now and after each step, {@code end} when it has ended. */
public final class JobEvents {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private JobEvents() {}

    /**
     * Writes until the job has ended.
     *
     * @param told what of a job is sent, as JSON
     * @throws IOException when the client has gone
     */
    public static void write(
            Jobs jobs, Caller caller, WorkspaceId workspace, JobId id, Function<Job, Object> told, OutputStream output)
            throws IOException {
        EventStream events = new EventStream(output);
        Optional<JobFeed> opened = JobFeed.open(jobs, caller, workspace, id);
        if (opened.isEmpty()) {
            events.later();
            return;
        }
        try (JobFeed feed = opened.get()) {
            events.open();
            boolean going = true;
            while (going) {
                Optional<Job> step = feed.next(SILENCE);
                if (step.isEmpty()) {
                    events.alive();
                } else {
                    going = !step.get().state().isEnd();
                    events.event(going ? "progress" : "end", told.apply(step.get()));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server is stopping");
        }
    }
}
