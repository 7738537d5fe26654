package org.entezar.api.insight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.CampaignId;
import org.entezar.identity.CurrentCaller;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightComparison;
import org.entezar.insight.InsightFiles;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;
import org.entezar.insight.Insights;
import org.entezar.insight.Selection;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Language;
import org.jspecify.annotations.Nullable;

/** A method applied to the responses of a campaign: as JSON, or its table as CSV or XLSX. */
@Path("/workspaces/{ws}/campaigns/{campaign}/insights/{method}")
@ApplicationScoped
public class InsightResource {

    /** A client that names no format gets JSON. */
    private static final String ONLY_WHEN_ASKED = ";qs=0.5";

    private static final String CSV = "text/csv; charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Insights insights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "A method applied to the responses of a campaign.")
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Insight json(
            @PathParam("ws") String workspace,
            @PathParam("campaign") String campaign,
            @PathParam("method") String method,
            @BeanParam SelectionParameters parameters) {
        return compute(workspace, campaign, method, parameters);
    }

    @Operation(summary = "The figure as of asOf beside today's, and what made them differ.")
    @GET
    @Path("/difference")
    @Produces(MediaType.APPLICATION_JSON)
    public InsightComparison difference(
            @PathParam("ws") String workspace,
            @PathParam("campaign") String campaign,
            @PathParam("method") String method,
            @BeanParam SelectionParameters parameters) {
        Caller caller = current.caller();
        return insights.compare(
                caller,
                WorkspacePath.resolve(caller, workspace),
                new CampaignId(WorkspacePath.id(campaign)),
                InsightMethod.of(method),
                parameters.selection());
    }

    @Operation(summary = "The table; the workspace's own words in the language that the client prefers.")
    @GET
    @Produces(CSV + ONLY_WHEN_ASKED)
    public Response csv(
            @PathParam("ws") String workspace,
            @PathParam("campaign") String campaign,
            @PathParam("method") String method,
            @BeanParam SelectionParameters parameters,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Insight insight = compute(workspace, campaign, method, parameters);
        InsightTable table = InsightTable.of(insight, language(languages));
        return file(insight, "csv", out -> InsightFiles.csv(table, out));
    }

    @Operation(summary = "The table with what it was computed from, as a workbook.")
    @GET
    @Produces(XLSX + ONLY_WHEN_ASKED)
    public Response xlsx(
            @PathParam("ws") String workspace,
            @PathParam("campaign") String campaign,
            @PathParam("method") String method,
            @BeanParam SelectionParameters parameters,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Insight insight = compute(workspace, campaign, method, parameters);
        InsightTable table = InsightTable.of(insight, language(languages));
        return file(insight, "xlsx", out -> InsightFiles.xlsx(insight, table, out));
    }

    private Insight compute(String workspace, String campaign, String method, SelectionParameters parameters) {
        Caller caller = current.caller();
        Selection selection = parameters.selection();
        return insights.compute(
                caller,
                WorkspacePath.resolve(caller, workspace),
                new CampaignId(WorkspacePath.id(campaign)),
                InsightMethod.of(method),
                selection);
    }

    private static String language(@Nullable String languages) {
        return languages == null ? "en" : Language.accepted(languages).tag();
    }

    private static Response file(Insight insight, String ending, StreamingOutput output) {
        return Response.ok(output)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + insight.method().key() + "." + ending + "\"")
                .build();
    }
}
