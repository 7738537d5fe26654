package org.entezar.api.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.CampaignSharing;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;

/** Which campaigns a member sees: all, or only those that are shared with them. */
@Path("/workspaces/{ws}/members/{member}/shared-campaigns")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SharingResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    CampaignSharing sharing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "Which campaigns a person sees.")
    @GET
    public SharingView get(@PathParam("ws") String path, @PathParam("member") String member) {
        return SharingView.of(sharing.of(current.caller(), workspace(path), member));
    }

    @Operation(summary = "Lets a person see exactly these campaigns and no other.")
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public SharingView share(@PathParam("ws") String path, @PathParam("member") String member, SharingRequest request) {
        sharing.share(current.caller(), workspace(path), member, request.shared());
        return get(path, member);
    }

    @Operation(summary = "Lets a person see all campaigns again that their role lets them see.")
    @DELETE
    public void free(@PathParam("ws") String path, @PathParam("member") String member) {
        sharing.free(current.caller(), workspace(path), member);
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
