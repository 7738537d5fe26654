package org.entezar.api.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.RepeatedRequests;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.CampaignId;
import org.entezar.identity.CurrentCaller;
import org.entezar.insight.KeptInsight;
import org.entezar.insight.KeptInsights;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Insights of a campaign that are to be kept. */
@Path("/workspaces/{ws}/campaigns/{campaign}/insights")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeepInsightResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptInsights kept;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RepeatedRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "Computes and keeps.")
    @APIResponseSchema(value = KeptInsight.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(
            @PathParam("ws") String path,
            @PathParam("campaign") String campaign,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String key,
            KeepRequest request) {
        WorkspaceId workspace = WorkspacePath.resolve(current.caller(), path);
        CampaignId of = new CampaignId(WorkspacePath.id(campaign));
        return requests.once(
                        current.caller(),
                        workspace,
                        Permission.INSIGHT_KEEP,
                        key,
                        List.of("insights", of, request),
                        () -> {
                            KeptInsight made =
                                    kept.keep(current.caller(), workspace, of, request.wanted(), request.selection());
                            return Created.at("/api/v1/workspaces/" + path + "/insights/" + made.id(), made);
                        })
                .response();
    }
}
