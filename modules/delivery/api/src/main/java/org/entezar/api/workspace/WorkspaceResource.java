package org.entezar.api.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.audit.Deletions;
import org.entezar.audit.RequestedDeletion;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.Workspace;
import org.entezar.workspace.WorkspaceSettings;
import org.entezar.workspace.Workspaces;
import org.jspecify.annotations.Nullable;

/**
 * Workspaces. Creating one needs no {@code Idempotency-Key}: the alias is unique, so the same request again is told
 * {@link ErrorCode#ALREADY_EXISTS} and nothing is created twice.
 */
@Path("/workspaces")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WorkspaceResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Workspaces workspaces;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Deletions deletions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The workspaces in which the caller has a role; for operators all.")
    @GET
    public Page<Workspace> list() {
        requireSignIn();
        return new Page<>(workspaces.mine(current.caller()), Optional.empty());
    }

    @Operation(summary = "Makes a workspace.")
    @APIResponseSchema(value = Workspace.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(WorkspaceRequest request) {
        requireSignIn();
        Workspace workspace = workspaces.create(current.caller(), request.workspace());
        return Created.at("/api/v1/workspaces/" + workspace.alias(), workspace).response();
    }

    @Operation(summary = "One workspace with its settings.")
    @GET
    @Path("{ws}")
    public Workspace get(@PathParam("ws") String path) {
        return workspaces.get(current.caller(), WorkspacePath.resolve(current.caller(), path));
    }

    @Operation(summary = "Changes settings; what is not named stays.")
    @PATCH
    @Path("{ws}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Workspace configure(@PathParam("ws") String path, WorkspaceSettings change) {
        return workspaces.configure(current.caller(), WorkspacePath.resolve(current.caller(), path), change);
    }

    @Operation(summary = "Asks for the workspace to be deleted after some days; until then every owner can cancel.")
    @APIResponseSchema(value = RequestedDeletion.class, responseCode = "202")
    @DELETE
    @Path("{ws}")
    public Response delete(
            @PathParam("ws") String path,
            @QueryParam("alias") @Nullable String alias,
            @QueryParam("days") @Nullable String days) {
        WorkspaceId workspace = WorkspacePath.resolve(current.caller(), path);
        RequestedDeletion requested =
                deletions.request(current.caller(), workspace, alias == null ? "" : alias, days(days));
        return Response.accepted(requested).build();
    }

    private static int days(@Nullable String days) {
        try {
            return days == null ? Deletions.USUAL_DAYS : Integer.parseInt(days);
        } catch (NumberFormatException noNumber) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "days", String.valueOf(days));
        }
    }

    @Operation(summary = "Names the owner of a workspace that has nobody yet; for operators.")
    @APIResponse(responseCode = "204", description = "The owner is named")
    @PUT
    @Path("{ws}/owner")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response nameOwner(@PathParam("ws") String alias, OwnerRequest request) {
        requireSignIn();
        workspaces.nameOwner(current.caller(), alias, request.owner().orElse(""));
        return Response.noContent().build();
    }

    private void requireSignIn() {
        if (!current.caller().isSignedIn()) {
            throw new Problem(ErrorCode.UNAUTHENTICATED);
        }
    }
}
