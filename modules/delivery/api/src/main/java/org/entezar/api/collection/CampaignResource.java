package org.entezar.api.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.RepeatedRequests;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.PublicAddress;
import org.entezar.collection.QrCode;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** The campaigns of a workspace. */
@Path("/workspaces/{ws}/campaigns")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CampaignResource {

    private static final int QR_PIXELS = 600;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PublicAddress address;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RepeatedRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "All campaigns, the newest first.")
    @GET
    public Page<CampaignView> list(@PathParam("ws") String path) {
        List<CampaignView> all = campaigns.list(current.caller(), workspace(path)).stream()
                .map(campaign -> CampaignView.of(campaign, address))
                .toList();
        return new Page<>(all, Optional.empty());
    }

    @Operation(summary = "Makes a campaign of a published version and gives it a public address.")
    @APIResponseSchema(value = CampaignView.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @PathParam("ws") String path,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String key,
            CampaignRequest request) {
        WorkspaceId workspace = workspace(path);
        return requests.once(
                        current.caller(),
                        workspace,
                        Permission.CAMPAIGN_RUN,
                        key,
                        List.of("campaigns", request),
                        () -> {
                            Campaign made = campaigns.create(current.caller(), workspace, request.created());
                            return Created.at(
                                    "/api/v1/workspaces/" + path + "/campaigns/" + made.id(),
                                    CampaignView.of(made, address));
                        })
                .response();
    }

    @Operation(summary = "One campaign with its public address.")
    @GET
    @Path("{campaign}")
    public CampaignView get(@PathParam("ws") String path, @PathParam("campaign") String campaign) {
        return CampaignView.of(campaigns.get(current.caller(), workspace(path), id(campaign)), address);
    }

    @Operation(summary = "Changes name, times, or whether answers are taken (state: OPEN, PAUSED, CLOSED).")
    @PATCH
    @Path("{campaign}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public CampaignView change(
            @PathParam("ws") String path, @PathParam("campaign") String campaign, CampaignRequest request) {
        return CampaignView.of(
                campaigns.change(current.caller(), workspace(path), id(campaign), request.changed()), address);
    }

    @Operation(summary = "The public address as a QR code to print.")
    @GET
    @Path("{campaign}/qr.svg")
    @Produces("image/svg+xml")
    public String qrDrawing(@PathParam("ws") String path, @PathParam("campaign") String campaign) {
        return QrCode.of(publicUrl(path, campaign)).svg();
    }

    @Operation(summary = "The same as pixels; ?size= says how many at most.")
    @GET
    @Path("{campaign}/qr.png")
    @Produces("image/png")
    public byte[] qrPicture(
            @PathParam("ws") String path,
            @PathParam("campaign") String campaign,
            @QueryParam("size") @Nullable Integer size) {
        return QrCode.of(publicUrl(path, campaign)).png(size == null ? QR_PIXELS : size);
    }

    private String publicUrl(String path, String campaign) {
        return address.of(campaigns.get(current.caller(), workspace(path), id(campaign)));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    static CampaignId id(String campaign) {
        return new CampaignId(WorkspacePath.id(campaign));
    }
}
