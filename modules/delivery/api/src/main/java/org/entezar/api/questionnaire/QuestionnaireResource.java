package org.entezar.api.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.Preconditions;
import org.entezar.api.RepeatedRequests;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Draft;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.QuestionnaireSummary;
import org.entezar.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;

/** Questionnaires as drafts. A body is the document itself; its state stands in the {@code ETag}. */
@Path("/workspaces/{ws}/questionnaires")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuestionnaireResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Questionnaires questionnaires;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RepeatedRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "All questionnaires, by key.")
    @GET
    public Page<QuestionnaireSummary> list(
            @PathParam("ws") String path,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        List<QuestionnaireSummary> read =
                questionnaires.list(current.caller(), workspace(path), Optional.ofNullable(after), most + 1);
        return Page.of(read, most, QuestionnaireSummary::key);
    }

    @Operation(summary = "Makes a draft.")
    @APIResponseSchema(value = Questionnaire.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @PathParam("ws") String path,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String key,
            Questionnaire document) {
        WorkspaceId workspace = workspace(path);
        return requests.once(
                        current.caller(),
                        workspace,
                        Permission.QUESTIONNAIRE_EDIT,
                        key,
                        List.of("questionnaires", document),
                        () -> {
                            Draft draft = questionnaires.create(current.caller(), workspace, document);
                            return Created.at(location(path, document.key()), draft.document(), draft.etag());
                        })
                .response();
    }

    @Operation(summary = "The draft; its state stands in the ETag.")
    @APIResponseSchema(value = Questionnaire.class, responseCode = "200")
    @GET
    @Path("{key}")
    public Response get(@PathParam("ws") String path, @PathParam("key") String key) {
        return answer(questionnaires.draft(current.caller(), workspace(path), key));
    }

    @Operation(summary = "Replaces the draft, provided that it is in the state of If-Match.")
    @APIResponseSchema(value = Questionnaire.class, responseCode = "200")
    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(
            @PathParam("ws") String path,
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Questionnaire document) {
        WorkspaceId workspace = workspace(path);
        if (!document.key().equals(key)) {
            throw new Problem(List.of(Violation.at("/key", ErrorCode.NOT_AN_OPTION, document.key())));
        }
        return answer(questionnaires.save(current.caller(), workspace, document, Preconditions.required(ifMatch)));
    }

    @Operation(summary = "Deletes a draft that was never published.")
    @DELETE
    @Path("{key}")
    public Response delete(
            @PathParam("ws") String path,
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        questionnaires.delete(current.caller(), workspace(path), key, Preconditions.optional(ifMatch));
        return Response.noContent().build();
    }

    @Operation(summary = "What there is to know before publishing.")
    @GET
    @Path("{key}/review")
    public Review review(@PathParam("ws") String path, @PathParam("key") String key) {
        WorkspaceId workspace = workspace(path);
        Draft draft = questionnaires.draft(current.caller(), workspace, key);
        return Review.of(
                questionnaires.pending(current.caller(), workspace, key),
                questionnaires.obstacles(current.caller(), workspace, key),
                Questionnaires.untranslated(draft.document()));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static String location(String workspace, String key) {
        return "/api/v1/workspaces/" + workspace + "/questionnaires/" + key;
    }

    private static Response answer(Draft draft) {
        return Response.ok(draft.document()).tag(new EntityTag(draft.etag())).build();
    }
}
