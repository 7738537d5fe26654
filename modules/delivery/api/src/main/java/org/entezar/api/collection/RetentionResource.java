package org.entezar.api.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.Retention;
import org.entezar.collection.RetentionForecast;
import org.entezar.collection.RetentionRules;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** How long responses and words are kept. For owners. */
@Path("/workspaces/{ws}/retention")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Retention retention;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(summary = "How long responses and words are kept.")
    public RetentionRules rules(@PathParam("ws") String path) {
        return retention.rules(current.caller(), workspace(path));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets how long responses and words are kept; what is absent is kept for good.")
    public RetentionRules set(@PathParam("ws") String path, RetentionRules rules) {
        return retention.set(current.caller(), workspace(path), rules);
    }

    @GET
    @Path("forecast")
    @Operation(summary = "What would be erased now, by the rules that are set or by others; nothing is erased.")
    public RetentionForecast forecast(
            @PathParam("ws") String path,
            @QueryParam("responseMonths") @Nullable String responseMonths,
            @QueryParam("wordMonths") @Nullable String wordMonths) {
        if (responseMonths == null && wordMonths == null) {
            return retention.forecast(current.caller(), workspace(path));
        }
        return retention.forecast(
                current.caller(),
                workspace(path),
                new RetentionRules(months("responseMonths", responseMonths), months("wordMonths", wordMonths)));
    }

    private static Optional<Integer> months(String name, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException noNumber) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, name, value);
        }
    }

    @POST
    @Path("runs")
    @Operation(summary = "Erases now what is too old and not held; answers with the job.")
    @APIResponseSchema(value = JobView.class, responseCode = "201")
    public Response run(@PathParam("ws") String path) {
        JobView job = JobView.of(retention.run(current.caller(), workspace(path)));
        return Created.at("/api/v1/workspaces/" + path + "/jobs/" + job.id(), job)
                .response();
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
