package org.entezar.api.workspace;

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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.Preconditions;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.OwnRole;
import org.entezar.workspace.OwnRoles;
import org.jspecify.annotations.Nullable;

/**
 * Roles: those of the product, and those that the workspace made out of permissions. A key that is taken is refused, so
 * no key of repetition is needed.
 */
@Path("/workspaces/{ws}/roles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    OwnRoles roles;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "All roles with their permissions, the built-in ones first.")
    @GET
    public Page<RoleView> list(@PathParam("ws") String path) {
        List<OwnRole> own = roles.list(current.caller(), workspace(path));
        return new Page<>(
                Stream.concat(
                                Arrays.stream(Role.values()).map(RoleView::of),
                                own.stream().map(RoleView::of))
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "Makes a role out of permissions; whoever does holds them all.")
    @APIResponseSchema(value = RoleView.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("ws") String path, RoleRequest request) {
        OwnRole made = roles.create(current.caller(), workspace(path), request.draft());
        return Created.at("/api/v1/workspaces/" + path + "/roles/" + made.key(), RoleView.of(made), made.state())
                .response();
    }

    @Operation(summary = "One role that the workspace made; its state stands in the ETag.")
    @APIResponseSchema(value = RoleView.class, responseCode = "200")
    @GET
    @Path("{role}")
    public Response get(@PathParam("ws") String path, @PathParam("role") String role) {
        return answer(roles.get(current.caller(), workspace(path), role));
    }

    @Operation(summary = "Replaces a role, provided that it is in the state of If-Match, for everybody who holds it.")
    @APIResponseSchema(value = RoleView.class, responseCode = "200")
    @PUT
    @Path("{role}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("ws") String path,
            @PathParam("role") String role,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            RoleRequest request) {
        return answer(roles.put(current.caller(), workspace(path), request.at(role), Preconditions.required(ifMatch)));
    }

    @Operation(summary = "Deletes a role; whoever holds no other has what the built-in role gives.")
    @DELETE
    @Path("{role}")
    public Response delete(
            @PathParam("ws") String path,
            @PathParam("role") String role,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        roles.delete(current.caller(), workspace(path), role, Preconditions.optional(ifMatch));
        return Response.noContent().build();
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static Response answer(OwnRole role) {
        return Response.ok(RoleView.of(role)).tag(new EntityTag(role.state())).build();
    }
}
