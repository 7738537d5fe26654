package org.entezar.api.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.CampaignId;
import org.entezar.identity.CurrentCaller;
import org.entezar.insight.KeptInsight;
import org.entezar.insight.KeptInsightId;
import org.entezar.insight.KeptInsights;
import org.entezar.insight.Recomputation;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Insights that were kept with what they were made of. */
@Path("/workspaces/{ws}/insights")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeptInsightResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    KeptInsights kept;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "All that were kept, the newest first; ?campaign= of one campaign.")
    @GET
    public Page<KeptInsight> list(
            @PathParam("ws") String path,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        List<KeptInsight> read = kept.list(
                current.caller(),
                workspace(path),
                SelectionParameters.given(campaign).map(id -> new CampaignId(WorkspacePath.id(id))),
                SelectionParameters.given(after).map(KeptInsightResource::sequence),
                Math.min(most + 1, KeptInsights.LARGEST_PAGE));
        return Page.of(read, most, one -> Long.toString(one.kept().sequence()));
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "after", text);
        }
    }

    @Operation(summary = "One kept insight.")
    @GET
    @Path("{insight}")
    public KeptInsight get(@PathParam("ws") String path, @PathParam("insight") String insight) {
        return kept.get(current.caller(), workspace(path), id(insight));
    }

    @Operation(summary = "Computed again: equal, or why not.")
    @GET
    @Path("{insight}/recomputation")
    public Recomputation recompute(@PathParam("ws") String path, @PathParam("insight") String insight) {
        return kept.recompute(current.caller(), workspace(path), id(insight));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static KeptInsightId id(String path) {
        return new KeptInsightId(WorkspacePath.id(path));
    }
}
