package org.entezar.api.workspace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.api.operator.AccessView;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.BreakGlass;
import org.entezar.workspace.OperatorAccess;
import org.entezar.workspace.OperatorAccessId;

/** What owners decide about operators who ask for a look. */
@Path("/workspaces/{ws}/operator-access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorAccessResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    BreakGlass breakGlass;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    /**
     * Body of the consent.
     *
     * @param hours 1 to 72
     */
    record ConsentRequest(Optional<Integer> hours) {}

    @Operation(summary = "Requests of operators to look into the workspace, and looks that were granted.")
    @GET
    public Page<AccessView> list(@PathParam("ws") String path) {
        return new Page<>(
                breakGlass.list(current.caller(), workspace(path)).stream()
                        .map(this::view)
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "Lets the operator read for some hours; for owners.")
    @POST
    @Path("{access}/consent")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccessView consent(
            @PathParam("ws") String path, @PathParam("access") String access, ConsentRequest request) {
        return view(breakGlass.consent(
                current.caller(), workspace(path), id(access), request.hours().orElse(0)));
    }

    @Operation(summary = "Declines a request; for owners.")
    @POST
    @Path("{access}/decline")
    public AccessView decline(@PathParam("ws") String path, @PathParam("access") String access) {
        return view(breakGlass.decline(current.caller(), workspace(path), id(access)));
    }

    @Operation(summary = "Ends an operator's look at once; for owners.")
    @DELETE
    @Path("{access}")
    public AccessView end(@PathParam("ws") String path, @PathParam("access") String access) {
        return view(breakGlass.end(current.caller(), workspace(path), id(access)));
    }

    private AccessView view(OperatorAccess access) {
        return AccessView.of(access, clock.instant());
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static OperatorAccessId id(String access) {
        return new OperatorAccessId(WorkspacePath.id(access));
    }
}
