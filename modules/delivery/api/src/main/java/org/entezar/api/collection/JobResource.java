package org.entezar.api.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.JobEvents;
import org.entezar.platform.jobs.JobFeed;
import org.entezar.platform.jobs.JobId;
import org.entezar.platform.jobs.Jobs;

/** Long work and how far it is. */
@Path("/workspaces/{ws}/jobs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Jobs jobs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The latest jobs, the newest first.")
    @GET
    public Page<JobView> list(@PathParam("ws") String path) {
        List<JobView> latest = jobs.list(current.caller(), workspace(path)).stream()
                .map(JobView::of)
                .toList();
        return new Page<>(latest, Optional.empty());
    }

    @Operation(summary = "How far a job is, and what came of it.")
    @GET
    @Path("{job}")
    public JobView get(@PathParam("ws") String path, @PathParam("job") String job) {
        return JobView.of(jobs.get(current.caller(), workspace(path), id(job)));
    }

    @Operation(summary = "The job now and after each step, as server-sent events, until it has ended.")
    @GET
    @Path("{job}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response events(@PathParam("ws") String path, @PathParam("job") String job) {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        JobId id = id(job);
        jobs.get(caller, workspace, id);
        JobFeed.requireRoom();
        StreamingOutput events = output -> JobEvents.write(jobs, caller, workspace, id, JobView::of, output);
        return Response.ok(events)
                .type(MediaType.SERVER_SENT_EVENTS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static JobId id(String job) {
        return new JobId(WorkspacePath.id(job));
    }
}
