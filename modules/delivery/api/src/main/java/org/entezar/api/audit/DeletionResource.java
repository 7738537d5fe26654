package org.entezar.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entezar.api.WorkspacePath;
import org.entezar.audit.Deletion;
import org.entezar.audit.Deletions;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;

/** The deletion that a workspace waits for. For owners. */
@Path("/workspaces/{ws}/deletion")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeletionResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Deletions deletions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(summary = "The deletion that is going to happen.")
    public Deletion get(@PathParam("ws") String path) {
        return deletions.pending(current.caller(), workspace(path)).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    @DELETE
    @Operation(summary = "Cancels it; the workspace stays.")
    @APIResponse(responseCode = "204", description = "It is cancelled")
    public Response cancel(@PathParam("ws") String path) {
        deletions.cancel(current.caller(), workspace(path));
        return Response.noContent().build();
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
