package org.entezar.api.collection;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.api.insight.SelectionParameters;
import org.entezar.collection.CampaignId;
import org.entezar.collection.FileSurvey;
import org.entezar.collection.Import;
import org.entezar.collection.ImportFault;
import org.entezar.collection.ImportId;
import org.entezar.collection.ImportMapping;
import org.entezar.collection.Imports;
import org.entezar.collection.PreviewRow;
import org.entezar.collection.RefusedRow;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.json.Json;
import org.entezar.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Files of answers: uploaded, mapped, looked at, tried, read as a job, taken back. */
@Path("/workspaces/{ws}/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final int LARGEST_FIELD = 1024 * 1024;
    private static final int REFUSALS = 500;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Imports imports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    /** What a started import is answered with. */
    record Started(ImportView upload, JobView job) {}

    /** What to change of an import. */
    record ImportRequest(
            Optional<CampaignId> campaign,
            Optional<String> encoding,
            Optional<String> separator,
            Optional<MappingRequest> mapping) {}

    /** A run asked for. */
    record RunRequest(Optional<Boolean> dryRun) {}

    /** A questionnaire to publish and a campaign to open for a file. */
    record FoundRequest(Questionnaire questionnaire, LocalizedText name, Optional<MappingRequest> mapping) {}

    /** A questionnaire asked for. */
    record ProposalRequest(String key, LocalizedText title, Optional<String> language) {}

    @Operation(
            summary = "Takes a file in: parts file, campaign (id), mapping (JSON, see MappingRequest) and dryRun.",
            description =
                    "With a campaign it is read at once as a job (202); without one, or with start=false, it waits to"
                            + " be mapped (201).")
    @APIResponseSchema(value = ImportView.class, responseCode = "201")
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@PathParam("ws") String path, List<EntityPart> parts) throws IOException {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        EntityPart file =
                part(parts, "file").orElseThrow(() -> new Problem(List.of(Violation.at("/file", ErrorCode.REQUIRED))));
        Optional<CampaignId> campaign = text(parts, "campaign").map(CampaignResource::id);
        Optional<MappingRequest> mapping =
                text(parts, "mapping").map(json -> Json.readInput(bytes(json), MappingRequest.class));
        boolean start = campaign.isPresent()
                && text(parts, "start").map(Boolean::parseBoolean).orElse(true);
        Import made;
        try (InputStream content = file.getContent()) {
            made = imports.upload(
                    caller, workspace, campaign, file.getFileName().orElse("upload.csv"), content);
        }
        if (mapping.isPresent()) {
            made = imports.map(caller, workspace, made.id(), mapping.get().onto(made.shape(), made.mapping()));
        }
        if (!start) {
            return Response.created(URI.create("/api/v1/workspaces/" + path + "/imports/" + made.id()))
                    .entity(ImportView.of(made))
                    .build();
        }
        boolean dryRun = text(parts, "dryRun").map(Boolean::parseBoolean).orElse(false);
        return started(path, workspace, made.id(), dryRun);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<EntityPart> part(List<EntityPart> parts, String name) {
        return parts.stream().filter(part -> part.getName().equals(name)).findFirst();
    }

    private static Optional<String> text(List<EntityPart> parts, String name) throws IOException {
        Optional<EntityPart> found = part(parts, name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream content = found.get().getContent()) {
            byte[] read = content.readNBytes(LARGEST_FIELD + 1);
            if (read.length > LARGEST_FIELD) {
                throw new Problem(ErrorCode.TOO_LARGE, LARGEST_FIELD);
            }
            return Optional.of(new String(read, StandardCharsets.UTF_8).strip()).filter(text -> !text.isEmpty());
        }
    }

    private Response started(String path, WorkspaceId workspace, ImportId id, boolean dryRun) {
        Job job = imports.start(current.caller(), workspace, id, dryRun);
        Import now = imports.get(current.caller(), workspace, id);
        return Response.accepted(new Started(ImportView.of(now), JobView.of(job)))
                .location(URI.create("/api/v1/workspaces/" + path + "/jobs/" + job.id()))
                .build();
    }

    @Operation(summary = "All imports, the newest first.")
    @GET
    public Page<ImportView> list(@PathParam("ws") String path) {
        return new Page<>(
                imports.list(current.caller(), workspace(path)).stream()
                        .map(ImportView::of)
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "One import: how it is read and mapped, how far it is, what was counted.")
    @GET
    @Path("{import}")
    public ImportView get(@PathParam("ws") String path, @PathParam("import") String id) {
        return ImportView.of(imports.get(current.caller(), workspace(path), id(id)));
    }

    @Operation(summary = "Sets campaign, encoding and separator, or mapping, in this order.")
    @PATCH
    @Path("{import}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public ImportView change(@PathParam("ws") String path, @PathParam("import") String id, ImportRequest request) {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        Import now = imports.get(caller, workspace, id(id));
        if (request.campaign().isPresent()) {
            now = imports.into(caller, workspace, now.id(), request.campaign().get());
        }
        if (request.encoding().isPresent() || request.separator().isPresent()) {
            now = imports.reread(
                    caller,
                    workspace,
                    now.id(),
                    request.encoding().orElse(now.shape().encoding()),
                    request.separator().orElse(now.shape().separator()));
        }
        if (request.mapping().isPresent()) {
            now = imports.map(
                    caller, workspace, now.id(), request.mapping().get().onto(now.shape(), now.mapping()));
        }
        return ImportView.of(now);
    }

    @Operation(summary = "The first ten rows as they would be read.")
    @GET
    @Path("{import}/preview")
    public List<Map<String, Object>> preview(
            @PathParam("ws") String path,
            @PathParam("import") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Language language = language(languages);
        return imports.preview(current.caller(), workspace(path), id(id)).stream()
                .map(row -> previewed(row, language))
                .toList();
    }

    private static Map<String, Object> previewed(PreviewRow row, Language language) {
        JsonNode response = Json.tree(row.response());
        return Map.of("line", row.line(), "response", response, "errors", faults(row.faults(), language));
    }

    @Operation(summary = "Begins a run, or a dry run that only tells.")
    @APIResponseSchema(value = Started.class, responseCode = "202")
    @POST
    @Path("{import}/runs")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response run(@PathParam("ws") String path, @PathParam("import") String id, RunRequest request) {
        return started(path, workspace(path), id(id), request.dryRun().orElse(false));
    }

    @Operation(summary = "A questionnaire made out of the file's columns; not stored.")
    @POST
    @Path("{import}/questionnaire")
    @Consumes(MediaType.APPLICATION_JSON)
    public Questionnaire proposal(
            @PathParam("ws") String path, @PathParam("import") String id, ProposalRequest request) {
        return imports.proposal(
                current.caller(),
                workspace(path),
                id(id),
                request.key(),
                request.title(),
                request.language().orElse("en"));
    }

    @Operation(
            summary =
                    "Makes what the file lacks in one step: publishes the questionnaire, which may be the proposed one"
                            + " with corrections, opens a campaign of it and maps the file to it.",
            description = "Nothing of it is kept when one part is refused.")
    @POST
    @Path("{import}/campaign")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportView found(@PathParam("ws") String path, @PathParam("import") String id, FoundRequest request) {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        Import before = imports.get(caller, workspace, id(id));
        Questionnaire wanted = request.questionnaire();
        ImportMapping proposed = imports.survey(caller, workspace, before.id(), wanted.key(), wanted.title(), "en")
                .mapping();
        ImportMapping mapping = request.mapping()
                .map(changes -> changes.onto(before.shape(), proposed))
                .orElse(proposed);
        return ImportView.of(
                imports.found(caller, workspace, before.id(), new FileSurvey(wanted, mapping), request.name()));
    }

    @Operation(summary = "Refused rows, by ?after= a line.")
    @GET
    @Path("{import}/refusals")
    public Page<Map<String, Object>> refusals(
            @PathParam("ws") String path,
            @PathParam("import") String id,
            @QueryParam("after") @Nullable String after,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Language language = language(languages);
        List<RefusedRow> rows = imports.refusals(current.caller(), workspace(path), id(id), line(after), REFUSALS);
        List<Map<String, Object>> told = rows.stream()
                .map(row -> Map.<String, Object>of("line", row.line(), "errors", faults(row.faults(), language)))
                .toList();
        return new Page<>(
                told,
                rows.size() < REFUSALS
                        ? Optional.empty()
                        : Optional.of(String.valueOf(rows.get(rows.size() - 1).line())));
    }

    private static long line(@Nullable String after) {
        try {
            return SelectionParameters.given(after).map(Long::parseLong).orElse(0L);
        } catch (NumberFormatException notALine) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "after", String.valueOf(after));
        }
    }

    @Operation(summary = "The refused rows as a file with reasons in the reader's language.")
    @GET
    @Path("{import}/refusals")
    @Produces("text/csv; charset=UTF-8")
    public Response refusalsAsFile(
            @PathParam("ws") String path,
            @PathParam("import") String id,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Caller caller = current.caller();
        WorkspaceId workspace = workspace(path);
        Import one = imports.get(caller, workspace, id(id));
        StreamingOutput report =
                output -> imports.writeRefusals(caller, workspace, one.id(), language(languages), output);
        return Response.ok(report)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + one.id() + ".csv\"")
                .build();
    }

    @Operation(summary = "Takes the import back; ?reason= goes into history.")
    @DELETE
    @Path("{import}")
    public ImportView undo(
            @PathParam("ws") String path,
            @PathParam("import") String id,
            @QueryParam("reason") @Nullable String reason) {
        return ImportView.of(
                imports.undo(current.caller(), workspace(path), id(id), reason == null ? "" : reason.strip()));
    }

    private static List<Map<String, String>> faults(List<ImportFault> faults, Language language) {
        return faults.stream()
                .map(fault -> Map.of(
                        "column", fault.column(),
                        "value", fault.value(),
                        "code", fault.code().name(),
                        "message", Imports.reason(fault, language)))
                .toList();
    }

    private static Language language(@Nullable String languages) {
        return languages == null ? Language.ENGLISH : Language.accepted(languages);
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static ImportId id(String path) {
        return new ImportId(WorkspacePath.id(path));
    }
}
