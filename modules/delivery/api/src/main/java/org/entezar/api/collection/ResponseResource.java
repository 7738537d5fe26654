package org.entezar.api.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.api.insight.SelectionParameters;
import org.entezar.collection.CampaignId;
import org.entezar.collection.Campaigns;
import org.entezar.collection.ExportFormat;
import org.entezar.collection.NewResponse;
import org.entezar.collection.Receipt;
import org.entezar.collection.ResponseFilter;
import org.entezar.collection.ResponsePage;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.Responses;
import org.entezar.collection.StoredResponse;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** The responses to a campaign: handed in one by one or as lines, read in pages, exported as tables. */
@Path("/workspaces/{ws}/campaigns/{campaign}/responses")
@ApplicationScoped
public class ResponseResource {

    /** Newline-delimited JSON. */
    static final String LINES = "application/x-ndjson";

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    @SuppressWarnings("NullAway.Init")
    Responses responses;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Campaigns campaigns;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "One response: 201 when it is new, 200 when the same one was there under its id.")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response submit(@PathParam("ws") String path, @PathParam("campaign") String campaign, NewResponse response) {
        Receipt receipt = responses.submit(current.caller(), workspace(path), CampaignResource.id(campaign), response);
        return Response.status(receipt.duplicate() ? Response.Status.OK : Response.Status.CREATED)
                .entity(receipt)
                .build();
    }

    @Operation(summary = "Many responses, one a line; the answer has a line for each.")
    @POST
    @Consumes(LINES)
    @Produces(LINES)
    public Response submitLines(
            @PathParam("ws") String path,
            @PathParam("campaign") String campaign,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            InputStream lines)
            throws IOException {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        CampaignId id = CampaignResource.id(campaign);
        Language language = languages == null ? Language.ENGLISH : Language.accepted(languages);
        responses.requireOpen(caller, workspace, id);
        Spool spool = new Spool();
        try {
            responses.submitMany(caller, workspace, id, lines, result -> {
                try {
                    spool.write(Json.mapper().writeValueAsBytes(LineView.of(result, language)));
                    spool.write('\n');
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
        } catch (RuntimeException failure) {
            spool.discard();
            throw failure;
        }
        StreamingOutput told = spool::drainTo;
        return Response.ok(told).type(LINES).build();
    }

    @Operation(
            summary =
                    "Responses in the order of submission: a page as JSON, or all of them as CSV or XLSX, by Accept or"
                            + " ?format= (csv, excel for CSV that Excel opens rightly, xlsx).")
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV + "; qs=0.5", XLSX + "; qs=0.5"})
    public Response read(
            @PathParam("ws") String path,
            @PathParam("campaign") String campaign,
            @QueryParam("format") @Nullable String format,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("which") @Nullable String which,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("segment") @Nullable String segment,
            @QueryParam("asOf") @Nullable String asOf,
            @Context HttpHeaders headers) {
        Optional<ExportFormat> table = table(format, headers);
        if (table.isEmpty()) {
            return Response.ok(page(path, campaign, which, after, limit), MediaType.APPLICATION_JSON)
                    .build();
        }
        ResponseSelection selection = new ResponseSelection(
                SelectionParameters.time("from", from),
                SelectionParameters.time("to", to),
                SelectionParameters.given(segment),
                SelectionParameters.time("asOf", asOf));
        return export(path, CampaignResource.id(campaign), selection, table.get());
    }

    private Page<StoredResponse> page(
            String path, String campaign, @Nullable String which, @Nullable String after, @Nullable String limit) {
        ResponsePage page = responses.list(
                current.caller(),
                workspace(path),
                CampaignResource.id(campaign),
                SelectionParameters.given(which).map(ResponseResource::filter).orElse(ResponseFilter.COUNTED),
                SelectionParameters.given(after),
                Page.limit(limit));
        return new Page<>(page.responses(), page.next());
    }

    private static ResponseFilter filter(String which) {
        return Arrays.stream(ResponseFilter.values())
                .filter(filter -> filter.name().toLowerCase(Locale.ROOT).equals(which))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "which", which));
    }

    private Response export(String path, CampaignId campaign, ResponseSelection selection, ExportFormat format) {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        caller.require(workspace, Permission.RESPONSE_READ, campaign);
        // Refused before the first byte, while there can still be a problem document.
        campaigns.get(caller, workspace, campaign);
        StreamingOutput rows = output -> responses.export(caller, workspace, campaign, selection, format, output);
        return Response.ok(rows)
                .type(format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"responses-" + campaign + "." + format.suffix() + "\"")
                .build();
    }

    private static Optional<ExportFormat> table(@Nullable String format, HttpHeaders headers) {
        if (format != null) {
            return switch (format) {
                case "json" -> Optional.empty();
                case "csv" -> Optional.of(ExportFormat.CSV);
                case "excel" -> Optional.of(ExportFormat.CSV_FOR_EXCEL);
                case "xlsx" -> Optional.of(ExportFormat.XLSX);
                default -> throw new Problem(ErrorCode.MALFORMED_PARAMETER, "format", format);
            };
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return Optional.empty();
            }
            if (accepted.isCompatible(MediaType.valueOf(CSV))) {
                return Optional.of(ExportFormat.CSV);
            }
            if (accepted.isCompatible(MediaType.valueOf(XLSX))) {
                return Optional.of(ExportFormat.XLSX);
            }
        }
        return Optional.empty();
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
