package org.entezar.api.collection;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Hold;
import org.entezar.collection.HoldId;
import org.entezar.collection.Holds;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;

/** Holds: as long as one stands, nothing that it covers is erased. For owners. */
@Path("/workspaces/{ws}/holds")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HoldResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Holds holds;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(summary = "Holds, those that stand first.")
    public Page<Hold> list(@PathParam("ws") String path) {
        return new Page<>(holds.list(current.caller(), workspace(path)), Optional.empty());
    }

    /**
     * A hold that is asked for, or the end of one.
     *
     * @param campaign what it covers; the whole workspace when absent
     * @param reason why, for history
     */
    public record HoldRequest(Optional<String> campaign, Optional<String> reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Places a hold: nothing that it covers is erased until it is released.")
    @APIResponseSchema(value = Hold.class, responseCode = "201")
    public Response place(@PathParam("ws") String path, HoldRequest request) {
        Hold hold = holds.place(
                current.caller(),
                workspace(path),
                request.campaign().map(CampaignId::parse),
                request.reason().orElse(""));
        return Created.at("/api/v1/workspaces/" + path + "/holds/" + hold.id(), hold)
                .response();
    }

    @POST
    @Path("{hold}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Releases a hold.")
    public Hold release(@PathParam("ws") String path, @PathParam("hold") String hold, HoldRequest request) {
        return holds.release(
                current.caller(),
                workspace(path),
                new HoldId(WorkspacePath.id(hold)),
                request.reason().orElse(""));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
