package org.entezar.platform.jobs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;

/** A job as server-sent events: {@code progress} now and after each step, {@code end} when it has ended. */
public final class JobEvents {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    /**
     * A comment longer than the buffers of containers (8 kB) and of proxies: what stays below them is held back until
     * the stream ends, however often it is flushed.
     */
    private static final byte[] OPENING = (":" + " ".repeat(8 * 1024) + "\n\n").getBytes(StandardCharsets.US_ASCII);

    /** Tells a client that the connection lives, and us when it does not. */
    private static final byte[] ALIVE = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    /** Sends whoever finds no room away, to come again in ten seconds, as browsers do by themselves. */
    private static final byte[] LATER = "retry: 10000\n\n".getBytes(StandardCharsets.US_ASCII);

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
        Optional<JobFeed> opened = JobFeed.open(jobs, caller, workspace, id);
        if (opened.isEmpty()) {
            output.write(LATER);
            output.flush();
            return;
        }
        try (JobFeed feed = opened.get()) {
            output.write(OPENING);
            output.flush();
            boolean going = true;
            while (going) {
                Optional<Job> step = feed.next(SILENCE);
                output.write(step.map(job -> event(job, told.apply(job))).orElse(ALIVE));
                output.flush();
                going = step.filter(job -> job.state().isEnd()).isEmpty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server is stopping");
        }
    }

    private static byte[] event(Job job, Object told) {
        String name = job.state().isEnd() ? "end" : "progress";
        return ("event: " + name + "\ndata: " + Json.write(told) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
