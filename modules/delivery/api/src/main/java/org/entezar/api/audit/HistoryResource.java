package org.entezar.api.audit;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.RepeatedRequests;
import org.entezar.api.WorkspacePath;
import org.entezar.api.collection.JobView;
import org.entezar.api.insight.SelectionParameters;
import org.entezar.audit.AnchorState;
import org.entezar.audit.CheckpointPage;
import org.entezar.audit.Checkpoints;
import org.entezar.audit.EvidenceExports;
import org.entezar.audit.EvidenceFile;
import org.entezar.audit.EvidencePeriod;
import org.entezar.audit.History;
import org.entezar.audit.HistoryCheck;
import org.entezar.audit.HistoryChecks;
import org.entezar.audit.HistoryFilter;
import org.entezar.audit.HistoryPage;
import org.entezar.audit.Proofs;
import org.entezar.audit.ResponseReceipt;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobId;
import org.jspecify.annotations.Nullable;

/** The history of a workspace: read, signed, proved, taken along. */
@Path("/workspaces/{ws}/history")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    History history;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Checkpoints checkpoints;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Proofs proofs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    EvidenceExports exports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HistoryChecks checks;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RepeatedRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "Entries, the newest first unless order=asc.")
    @GET
    public Page<EntryView> entries(
            @PathParam("ws") String path,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("action") @Nullable String action,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("order") @Nullable String order,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        HistoryFilter filter = new HistoryFilter(
                SelectionParameters.time("from", from),
                SelectionParameters.time("to", to),
                SelectionParameters.given(actor),
                SelectionParameters.given(action),
                SelectionParameters.given(subject),
                SelectionParameters.given(campaign).map(id -> new CampaignId(WorkspacePath.id(id))),
                isAscending(order));
        HistoryPage page =
                history.entries(current.caller(), workspace(path), filter, number("after", after), Page.limit(limit));
        return new Page<>(
                page.entries().stream().map(EntryView::of).toList(), page.next().map(String::valueOf));
    }

    private static boolean isAscending(@Nullable String order) {
        return switch (order == null ? "desc" : order) {
            case "asc" -> true;
            case "desc" -> false;
            default -> throw new Problem(ErrorCode.MALFORMED_PARAMETER, "order", String.valueOf(order));
        };
    }

    @Operation(summary = "Signed states, the newest first.")
    @GET
    @Path("checkpoints")
    public Page<CheckpointView> checkpoints(
            @PathParam("ws") String path,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        CheckpointPage page =
                checkpoints.list(current.caller(), workspace(path), number("after", after), Page.limit(limit));
        return new Page<>(
                page.checkpoints().stream().map(CheckpointView::of).toList(),
                page.next().map(String::valueOf));
    }

    @Operation(summary = "Signs the history as it is now.")
    @POST
    @Path("checkpoints")
    public CheckpointView checkpoint(@PathParam("ws") String path) {
        return CheckpointView.of(checkpoints.take(current.caller(), workspace(path)));
    }

    @Operation(summary = "Proves that the checkpoint of size from begins the one of size to.")
    @GET
    @Path("checkpoints/consistency")
    public Response consistency(
            @PathParam("ws") String path,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return Response.ok(checkpoints
                        .consistency(current.caller(), workspace(path), required("from", from), required("to", to))
                        .json())
                .build();
    }

    @Operation(summary = "The installation's signing keys, the present one last.")
    @GET
    @Path("keys")
    public Page<KeyView> keys(@PathParam("ws") String path) {
        List<KeyView> keys = checkpoints.keys(current.caller(), workspace(path)).stream()
                .map(KeyView::of)
                .toList();
        return new Page<>(keys, Optional.empty());
    }

    @Operation(summary = "How far checkpoints were handed to places outside.")
    @GET
    @Path("anchors")
    public Page<AnchorState> anchors(@PathParam("ws") String path) {
        return new Page<>(checkpoints.anchors(current.caller(), workspace(path)), Optional.empty());
    }

    @Operation(summary = "Proves an entry, named by its sequence, or a response, named by its id.")
    @GET
    @Path("proofs/{id}")
    public Response proof(@PathParam("ws") String path, @PathParam("id") String id) {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        if (id.matches("[0-9]{1,18}")) {
            return Response.ok(proofs.document(caller, workspace, Long.parseLong(id))
                            .json())
                    .build();
        }
        ResponseReceipt receipt = proofs.response(caller, workspace, new ResponseId(WorkspacePath.id(id)));
        return Response.ok(ProofView.OfResponse.of(receipt, proofs.document(receipt)))
                .build();
    }

    /**
     * What an archive shall cover.
     *
     * @param from since when; the beginning when absent
     * @param to until when; now when absent
     */
    public record ExportRequest(Optional<Instant> from, Optional<Instant> to) {}

    @Operation(summary = "Begins an evidence archive; its job tells how far it is.")
    @APIResponseSchema(value = JobView.class, responseCode = "201")
    @POST
    @Path("exports")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response export(
            @PathParam("ws") String path,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String key,
            ExportRequest request) {
        WorkspaceId workspace = workspace(path);
        Caller caller = current.caller();
        return requests.once(
                        caller, workspace, Permission.HISTORY_READ, key, List.of("history-exports", request), () -> {
                            Job job =
                                    exports.begin(caller, workspace, new EvidencePeriod(request.from(), request.to()));
                            return Created.at(
                                    "/api/v1/workspaces/" + path + "/history/exports/" + job.id(), JobView.of(job));
                        })
                .response();
    }

    @Operation(summary = "Begins a check of the whole history by the server; while one runs, that one.")
    @APIResponseSchema(value = CheckView.class, responseCode = "201")
    @POST
    @Path("checks")
    public Response beginCheck(@PathParam("ws") String path) {
        WorkspaceId workspace = workspace(path);
        HistoryCheck check = checks.begin(current.caller(), workspace);
        return Created.at(
                        "/api/v1/workspaces/" + path + "/history/checks/"
                                + check.job().id(),
                        CheckView.of(check, Language.ENGLISH))
                .response();
    }

    @Operation(summary = "The latest checks.")
    @GET
    @Path("checks")
    public Page<CheckView> checks(@PathParam("ws") String path, @QueryParam("language") @Nullable String language) {
        Language words = CheckView.language(language);
        return new Page<>(
                checks.list(current.caller(), workspace(path)).stream()
                        .map(check -> CheckView.of(check, words))
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "One check: how far it is or, in words of the language, what it came to.")
    @GET
    @Path("checks/{job}")
    public CheckView check(
            @PathParam("ws") String path,
            @PathParam("job") String job,
            @QueryParam("language") @Nullable String language) {
        return CheckView.of(
                checks.get(current.caller(), workspace(path), new JobId(WorkspacePath.id(job))),
                CheckView.language(language));
    }

    @Operation(summary = "The latest archives.")
    @GET
    @Path("exports")
    public Page<JobView> exports(@PathParam("ws") String path) {
        return new Page<>(
                exports.list(current.caller(), workspace(path)).stream()
                        .map(JobView::of)
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "A finished archive.")
    @GET
    @Path("exports/{job}")
    @Produces("application/zip")
    public Response download(@PathParam("ws") String path, @PathParam("job") String job) {
        EvidenceFile file = exports.take(current.caller(), workspace(path), new JobId(WorkspacePath.id(job)));
        StreamingOutput bytes = output -> {
            try (InputStream content = file.content().get()) {
                content.transferTo(output);
            }
        };
        return Response.ok(bytes)
                .type("application/zip")
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
    }

    static Optional<Long> number(String name, @Nullable String text) {
        return SelectionParameters.given(text).map(given -> parse(name, given));
    }

    private static long required(String name, @Nullable String text) {
        return number(name, text).orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, name, ""));
    }

    private static long parse(String name, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, name, text);
        }
        return Long.parseLong(text);
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
