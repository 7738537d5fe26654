package org.entezar.api.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.Erasure;
import org.entezar.collection.PersonResponse;
import org.entezar.collection.Persons;
import org.entezar.collection.ResponseId;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What a person answered, found by the reference that came with the responses, and its erasure. For owners. */
@Path("/workspaces/{ws}/persons")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Persons persons;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    /** Responses that were handed in under the reference, the oldest first. */
    @Operation(summary = "The responses that were handed in under a reference to a person.")
    @GET
    public Page<PersonResponse> find(
            @PathParam("ws") String path, @QueryParam("reference") @Nullable String reference) {
        return new Page<>(
                persons.find(current.caller(), workspace(path), reference == null ? "" : reference), Optional.empty());
    }

    /**
     * What shall be erased: a person or a single response, and why.
     *
     * @param reference to the person
     * @param response id of a response
     * @param reason for history
     */
    public record ErasureRequest(Optional<String> reference, Optional<String> response, Optional<String> reason) {}

    /** Destroys the keys of what was written; asking again finds nothing to erase. */
    @Operation(summary = "Erases what a person wrote, or what was written in one response, by destroying its keys.")
    @POST
    @Path("erasures")
    @Consumes(MediaType.APPLICATION_JSON)
    public Erasure erase(@PathParam("ws") String path, ErasureRequest request) {
        WorkspaceId workspace = workspace(path);
        String reason = request.reason().orElse("");
        if (request.reference().isPresent() == request.response().isPresent()) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "reference", "");
        }
        return request.reference().isPresent()
                ? persons.erase(current.caller(), workspace, request.reference().get(), reason)
                : persons.erase(
                        current.caller(),
                        workspace,
                        ResponseId.parse(request.response().orElseThrow()),
                        reason);
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
