package org.entezar.api.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.ApiClient;
import org.entezar.workspace.ApiClientId;
import org.entezar.workspace.ApiClientSecret;
import org.entezar.workspace.ApiClients;

/**
 * Programs of a workspace. Making one takes no {@code Idempotency-Key}: the answer holds a secret, which is not kept to
 * be answered again.
 */
@Path("/workspaces/{ws}/api-clients")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ApiClientResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    ApiClients clients;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(summary = "The programs of the workspace, revoked ones included.")
    public Page<ApiClientView> list(@PathParam("ws") String path) {
        return new Page<>(
                clients.list(current.caller(), workspace(path)).stream()
                        .map(client -> view(client, Optional.empty()))
                        .toList(),
                Optional.empty());
    }

    @POST
    @Operation(summary = "Makes a program with a secret, which is told in this answer only.")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("ws") String path, ApiClientRequest request) {
        ApiClientSecret made =
                clients.create(current.caller(), workspace(path), request.name().orElse(""), request.known());
        return Created.at(
                        "/api/v1/workspaces/" + path + "/api-clients/"
                                + made.client().id(),
                        view(made.client(), Optional.of(made.secret())))
                .response();
    }

    @GET
    @Path("{client}")
    @Operation(summary = "One program.")
    public ApiClientView get(@PathParam("ws") String path, @PathParam("client") String client) {
        return view(clients.get(current.caller(), workspace(path), id(client)), Optional.empty());
    }

    @POST
    @Path("{client}/rotate")
    @Operation(summary = "Gives it a new secret, told in this answer only; the old one gets no more tokens.")
    public ApiClientView rotate(@PathParam("ws") String path, @PathParam("client") String client) {
        ApiClientSecret rotated = clients.rotate(current.caller(), workspace(path), id(client));
        return view(rotated.client(), Optional.of(rotated.secret()));
    }

    @DELETE
    @Path("{client}")
    @Operation(summary = "Revokes it: tokens that it has open nothing any more.")
    public void revoke(@PathParam("ws") String path, @PathParam("client") String client) {
        clients.revoke(current.caller(), workspace(path), id(client));
    }

    private ApiClientView view(ApiClient client, Optional<String> secret) {
        return ApiClientView.of(client, clients.tokenAddress(), secret);
    }

    private static ApiClientId id(String text) {
        return new ApiClientId(WorkspacePath.id(text));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
