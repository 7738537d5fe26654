package org.entezar.api.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Questionnaires;
import org.entezar.questionnaire.Version;
import org.jspecify.annotations.Nullable;

/** Published versions: posting publishes the draft as it stands. */
@Path("/workspaces/{ws}/questionnaires/{key}/versions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Questionnaires questionnaires;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RepeatedRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The published versions, the newest first.")
    @GET
    public Page<VersionLine> list(@PathParam("ws") String path, @PathParam("key") String key) {
        return new Page<>(
                questionnaires.versions(current.caller(), workspace(path), key).stream()
                        .map(VersionLine::of)
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "Freezes the draft as the next version.")
    @APIResponseSchema(value = PublishedVersion.class, responseCode = "201")
    @POST
    public Response publish(
            @PathParam("ws") String path,
            @PathParam("key") String key,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String repetition) {
        WorkspaceId workspace = workspace(path);
        return requests.once(
                        current.caller(),
                        workspace,
                        Permission.QUESTIONNAIRE_PUBLISH,
                        repetition,
                        List.of("versions", key),
                        () -> {
                            Version version = questionnaires.publish(current.caller(), workspace, key);
                            return Created.at(
                                    "/api/v1/workspaces/" + path + "/questionnaires/" + key + "/versions/"
                                            + version.number(),
                                    PublishedVersion.of(version));
                        })
                .response();
    }

    @Operation(summary = "A published version, which never changes.")
    @GET
    @Path("{number: [0-9]{1,6}}")
    public PublishedVersion get(
            @PathParam("ws") String path, @PathParam("key") String key, @PathParam("number") int number) {
        return PublishedVersion.of(questionnaires.version(current.caller(), workspace(path), key, number));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
