package org.entezar.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.api.collection.JobView;
import org.entezar.audit.WorkspaceArchives;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.JobId;

/** Everything of a workspace as one archive, and such an archive brought in. For owners. */
@Path("/workspaces/{ws}/archives")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WorkspaceArchiveResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    WorkspaceArchives archives;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(summary = "Archives that are kept for a week, and what was brought in, the newest first.")
    public Page<JobView> list(@PathParam("ws") String path) {
        return new Page<>(
                archives.list(current.caller(), workspace(path)).stream()
                        .map(JobView::of)
                        .toList(),
                Optional.empty());
    }

    @POST
    @Operation(summary = "Begins to write an archive of everything; answers with the job.")
    @APIResponseSchema(value = JobView.class, responseCode = "201")
    public Response begin(@PathParam("ws") String path) {
        JobView job = JobView.of(archives.begin(current.caller(), workspace(path)));
        return Created.at("/api/v1/workspaces/" + path + "/archives/" + job.id(), job)
                .response();
    }

    @GET
    @Path("{job}")
    @Produces({Downloads.ZIP, MediaType.APPLICATION_JSON})
    @Operation(summary = "A finished archive.")
    public Response download(@PathParam("ws") String path, @PathParam("job") String job) {
        return Downloads.of(archives.take(current.caller(), workspace(path), new JobId(WorkspacePath.id(job))));
    }

    @POST
    @Path("imports")
    @Consumes({Downloads.ZIP, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Brings an archive into a workspace that is empty; answers with the job.")
    @APIResponseSchema(value = JobView.class, responseCode = "201")
    public Response bringIn(@PathParam("ws") String path, InputStream archive) throws IOException {
        JobView job = JobView.of(archives.bringIn(current.caller(), workspace(path), archive));
        return Created.at("/api/v1/workspaces/" + path + "/jobs/" + job.id(), job)
                .response();
    }

    @GET
    @Path("{job}/evidence")
    @Produces({Downloads.ZIP, MediaType.APPLICATION_JSON})
    @Operation(summary = "The history that came with an archive, for the offline verifier.")
    public Response origin(@PathParam("ws") String path, @PathParam("job") String job) {
        return Downloads.of(archives.origin(current.caller(), workspace(path), new JobId(WorkspacePath.id(job))));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
