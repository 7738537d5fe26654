package org.entezar.api.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobId;
import org.entezar.platform.jobs.Jobs;
import org.entezar.platform.json.Json;

/** Long work and how far it is. */
@Path("/workspaces/{ws}/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    private static final int RETRY_SECONDS = 10;
    private static final int SILENCE_SECONDS = 15;

    /** Each listener holds a thread of the server; beyond this many, clients poll. */
    private static final Semaphore LISTENERS = new Semaphore(50);

    @Inject
    @SuppressWarnings("NullAway.Init")
    Jobs jobs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    /** The latest jobs, the newest first. */
    @GET
    public Page<JobView> list(@PathParam("ws") String path) {
        List<JobView> latest = jobs.list(current.caller(), workspace(path)).stream()
                .map(JobView::of)
                .toList();
        return new Page<>(latest, Optional.empty());
    }

    @GET
    @Path("{job}")
    public JobView get(@PathParam("ws") String path, @PathParam("job") String job) {
        return JobView.of(jobs.get(current.caller(), workspace(path), id(job)));
    }

    /** The job now and after each step, as server-sent events, until it has ended. */
    @GET
    @Path("{job}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response events(@PathParam("ws") String path, @PathParam("job") String job) {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        JobId id = id(job);
        jobs.get(caller, workspace, id);
        StreamingOutput events = output -> {
            if (!LISTENERS.tryAcquire()) {
                throw new Problem(ErrorCode.OVERLOADED, RETRY_SECONDS);
            }
            try {
                send(caller, workspace, id, output);
            } finally {
                LISTENERS.release();
            }
        };
        return Response.ok(events)
                .type(MediaType.SERVER_SENT_EVENTS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void send(Caller caller, WorkspaceId workspace, JobId id, OutputStream output) throws IOException {
        BlockingQueue<Job> steps = new LinkedBlockingQueue<>();
        try (Jobs.Subscription following = jobs.follow(caller, workspace, id, steps::add)) {
            boolean going = following != null;
            while (going) {
                Job step = steps.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
                if (step == null) {
                    // Tells a client that the connection lives, and us when it does not.
                    output.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                } else {
                    String name = step.state().isEnd() ? "end" : "progress";
                    output.write(("event: " + name + "\ndata: " + Json.write(JobView.of(step)) + "\n\n")
                            .getBytes(StandardCharsets.UTF_8));
                    going = !step.state().isEnd();
                }
                output.flush();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The server is stopping");
        }
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static JobId id(String job) {
        return new JobId(WorkspacePath.id(job));
    }
}
