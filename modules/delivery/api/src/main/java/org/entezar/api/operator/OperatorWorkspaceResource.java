package org.entezar.api.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.collection.UsageView;
import org.entezar.collection.Usages;
import org.entezar.identity.CurrentCaller;
import org.entezar.workspace.BreakGlass;
import org.entezar.workspace.OperatorAccess;
import org.entezar.workspace.Standing;
import org.entezar.workspace.WorkspaceDirectory;
import org.jspecify.annotations.Nullable;

/** The directory of workspaces, for operators. */
@Path("/operator/workspaces")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorWorkspaceResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    WorkspaceDirectory directory;

    @Inject
    @SuppressWarnings("NullAway.Init")
    BreakGlass breakGlass;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Usages usages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    @Operation(summary = "The workspaces with their states and sizes, by alias; for operators.")
    @GET
    public Page<WorkspaceLine> list(
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @Nullable String limit) {
        int most = Page.limit(limit);
        Page<Standing> page = Page.of(directory.some(current.caller(), search, after, most + 1), most, Standing::alias);
        return new Page<>(page.items().stream().map(this::line).toList(), page.next());
    }

    private WorkspaceLine line(Standing standing) {
        return WorkspaceLine.of(standing, usages.sizes(current.caller(), standing.id()));
    }

    @Operation(summary = "One workspace with its state and size; for operators.")
    @GET
    @Path("{workspace}")
    public WorkspaceLine get(@PathParam("workspace") String alias) {
        return line(directory.get(current.caller(), alias));
    }

    @Operation(summary = "How much a workspace uses, in counts and sizes; for operators.")
    @GET
    @Path("{workspace}/usage")
    public UsageView usage(@PathParam("workspace") String alias) {
        return UsageView.of(usages.forOperator(
                current.caller(), directory.get(current.caller(), alias).id()));
    }

    @Operation(summary = "Suspends a workspace at once, with a reason; for operators.")
    @POST
    @Path("{workspace}/suspension")
    @Consumes(MediaType.APPLICATION_JSON)
    public WorkspaceLine suspend(@PathParam("workspace") String alias, ReasonRequest request) {
        return line(directory.suspend(current.caller(), alias, request.reason().orElse("")));
    }

    @Operation(summary = "Ends the suspension of a workspace; for operators.")
    @DELETE
    @Path("{workspace}/suspension")
    public WorkspaceLine resume(@PathParam("workspace") String alias) {
        return line(directory.resume(current.caller(), alias));
    }

    @Operation(summary = "Sets what a workspace may use, apart from the defaults; for operators.")
    @PUT
    @Path("{workspace}/quotas")
    @Consumes(MediaType.APPLICATION_JSON)
    public WorkspaceLine setQuotas(@PathParam("workspace") String alias, QuotasRequest request) {
        return line(directory.setQuotas(current.caller(), alias, request.given()));
    }

    @Operation(summary = "Asks the owners for a look into a workspace, with a reason; for operators.")
    @APIResponseSchema(value = AccessView.class, responseCode = "201")
    @POST
    @Path("{workspace}/access")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("workspace") String alias, ReasonRequest request) {
        OperatorAccess asked =
                breakGlass.ask(current.caller(), alias, request.reason().orElse(""));
        return Created.at("/api/v1/operator/access", AccessView.of(asked, clock.instant()))
                .response();
    }
}
