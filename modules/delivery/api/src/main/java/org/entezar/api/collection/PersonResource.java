package org.entezar.api.collection;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.Consents;
import org.entezar.collection.Erasure;
import org.entezar.collection.PersonFile;
import org.entezar.collection.PersonResponse;
import org.entezar.collection.PersonRights;
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
    PersonRights rights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Consents consents;

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

    /** Everything that is held under the reference, with the words. */
    @Operation(summary = "Everything that is held of a person, as JSON or as a table.")
    @GET
    @Path("file")
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public Response file(
            @PathParam("ws") String path,
            @QueryParam("reference") @Nullable String reference,
            @HeaderParam("Accept") @Nullable String accept) {
        PersonFile file = rights.file(current.caller(), workspace(path), reference == null ? "" : reference);
        if (accept != null && accept.contains("text/csv")) {
            return Response.ok((StreamingOutput) file::writeCsv, "text/csv; charset=UTF-8")
                    .build();
        }
        return Response.ok(file, MediaType.APPLICATION_JSON).build();
    }

    /**
     * A correction.
     *
     * @param response id of the response
     * @param answers all of them, as they should have been
     * @param reason for history
     */
    public record CorrectionRequest(
            Optional<String> response, Optional<Map<String, JsonNode>> answers, Optional<String> reason) {}

    /** What came of a correction: the id of the response that counts now. */
    public record Corrected(ResponseId response) {}

    @Operation(
            summary = "Puts a corrected response in the place of another, which counts no more and stays in history.")
    @POST
    @Path("corrections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Corrected correct(@PathParam("ws") String path, CorrectionRequest request) {
        return new Corrected(rights.correct(
                current.caller(),
                workspace(path),
                ResponseId.parse(request.response().orElse("")),
                request.answers().orElse(Map.of()),
                request.reason().orElse("")));
    }

    /**
     * The withdrawal of a consent.
     *
     * @param response id of the response that agreed
     * @param item key of the consent item
     * @param reason for history
     */
    public record WithdrawalRequest(Optional<String> response, Optional<String> item, Optional<String> reason) {}

    @Operation(summary = "Notes that a person takes a consent back.")
    @APIResponse(responseCode = "204", description = "It is noted")
    @POST
    @Path("withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response withdraw(@PathParam("ws") String path, WithdrawalRequest request) {
        consents.withdraw(
                current.caller(),
                workspace(path),
                ResponseId.parse(request.response().orElse("")),
                request.item().orElse(""),
                request.reason().orElse(""));
        return Response.noContent().build();
    }

    /**
     * What shall be erased: a person or a single response, and why.
     *
     * @param reference to the person
     * @param response id of a response
     * @param whole whether the ratings go too; for a person only
     * @param reason for history
     */
    public record ErasureRequest(
            Optional<String> reference, Optional<String> response, Optional<Boolean> whole, Optional<String> reason) {}

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
        if (request.whole().orElse(false)) {
            return rights.eraseWhole(
                    current.caller(), workspace, request.reference().orElse(""), reason);
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
