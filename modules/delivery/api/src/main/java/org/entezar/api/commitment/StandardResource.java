package org.entezar.api.commitment;

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
import org.entezar.api.insight.SelectionParameters;
import org.entezar.commitment.Standard;
import org.entezar.commitment.StandardId;
import org.entezar.commitment.StandardTerms;
import org.entezar.commitment.Standards;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Moment;
import org.jspecify.annotations.Nullable;

/** Service standards. A body is the terms themselves; their state stands in the {@code ETag}. */
@Path("/workspaces/{ws}/standards")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StandardResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Standards standards;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RepeatedRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "All standards, those that are over included; ?asOf= gives them as they were known at a time.")
    @GET
    public Page<Standard> list(@PathParam("ws") String path, @QueryParam("asOf") @Nullable String asOf) {
        WorkspaceId workspace = workspace(path);
        List<Standard> all = SelectionParameters.time("asOf", asOf)
                .map(then -> standards.list(current.caller(), workspace, Moment.at(then)))
                .orElseGet(() -> standards.list(current.caller(), workspace));
        return new Page<>(all, Optional.empty());
    }

    @Operation(summary = "Sets a standard.")
    @APIResponseSchema(value = StandardTerms.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @PathParam("ws") String path,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String key,
            StandardTerms terms) {
        WorkspaceId workspace = workspace(path);
        return requests.once(
                        current.caller(),
                        workspace,
                        Permission.COMMITMENT_EDIT,
                        key,
                        List.of("standards", terms),
                        () -> {
                            Standard made = standards.create(current.caller(), workspace, terms);
                            return Created.at(location(path, made.id()), made.terms(), made.etag());
                        })
                .response();
    }

    @Operation(summary = "One standard; its state stands in the ETag.")
    @APIResponseSchema(value = StandardTerms.class, responseCode = "200")
    @GET
    @Path("{standard}")
    public Response get(@PathParam("ws") String path, @PathParam("standard") String id) {
        return answer(standards.find(current.caller(), workspace(path), id(id)));
    }

    @Operation(summary = "Replaces what a standard says, provided that it is in the state of If-Match.")
    @APIResponseSchema(value = StandardTerms.class, responseCode = "200")
    @PUT
    @Path("{standard}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("ws") String path,
            @PathParam("standard") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            StandardTerms terms) {
        return answer(
                standards.change(current.caller(), workspace(path), id(id), terms, Preconditions.required(ifMatch)));
    }

    @Operation(summary = "Takes out a standard that was entered by mistake; ?reason= goes into history.")
    @DELETE
    @Path("{standard}")
    public void withdraw(
            @PathParam("ws") String path,
            @PathParam("standard") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason") @Nullable String reason) {
        standards.withdraw(
                current.caller(),
                workspace(path),
                id(id),
                Preconditions.optional(ifMatch),
                reason == null ? "" : reason);
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static StandardId id(String path) {
        return new StandardId(WorkspacePath.id(path));
    }

    private static String location(String workspace, StandardId id) {
        return "/api/v1/workspaces/" + workspace + "/standards/" + id;
    }

    private static Response answer(Standard one) {
        return Response.ok(one.terms()).tag(new EntityTag(one.etag())).build();
    }
}
