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
import org.entezar.commitment.Promise;
import org.entezar.commitment.PromiseId;
import org.entezar.commitment.PromiseTerms;
import org.entezar.commitment.Promises;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Moment;
import org.jspecify.annotations.Nullable;

/** Promises to customers. A body is the terms themselves; their state stands in the {@code ETag}. */
@Path("/workspaces/{ws}/promises")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PromiseResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Promises promises;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RepeatedRequests requests;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "All promises, those that are over included; ?asOf= gives them as they were known at a time.")
    @GET
    public Page<Promise> list(@PathParam("ws") String path, @QueryParam("asOf") @Nullable String asOf) {
        WorkspaceId workspace = workspace(path);
        List<Promise> all = SelectionParameters.time("asOf", asOf)
                .map(then -> promises.list(current.caller(), workspace, Moment.at(then)))
                .orElseGet(() -> promises.list(current.caller(), workspace));
        return new Page<>(all, Optional.empty());
    }

    @Operation(summary = "Enters a promise that was made.")
    @APIResponseSchema(value = PromiseTerms.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(
            @PathParam("ws") String path,
            @HeaderParam(RepeatedRequests.HEADER) @Nullable String key,
            PromiseTerms terms) {
        WorkspaceId workspace = workspace(path);
        return requests.once(
                        current.caller(),
                        workspace,
                        Permission.COMMITMENT_EDIT,
                        key,
                        List.of("promises", terms),
                        () -> {
                            Promise made = promises.make(current.caller(), workspace, terms);
                            return Created.at(location(path, made.id()), made.terms(), made.etag());
                        })
                .response();
    }

    @Operation(summary = "One promise; its state stands in the ETag.")
    @APIResponseSchema(value = PromiseTerms.class, responseCode = "200")
    @GET
    @Path("{promise}")
    public Response get(@PathParam("ws") String path, @PathParam("promise") String id) {
        return answer(promises.find(current.caller(), workspace(path), id(id)));
    }

    @Operation(summary = "Replaces what a promise says, provided that it is in the state of If-Match.")
    @APIResponseSchema(value = PromiseTerms.class, responseCode = "200")
    @PUT
    @Path("{promise}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("ws") String path,
            @PathParam("promise") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PromiseTerms terms) {
        return answer(
                promises.change(current.caller(), workspace(path), id(id), terms, Preconditions.required(ifMatch)));
    }

    @Operation(summary = "Takes out a promise that was entered by mistake; ?reason= goes into history.")
    @DELETE
    @Path("{promise}")
    public void withdraw(
            @PathParam("ws") String path,
            @PathParam("promise") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("reason") @Nullable String reason) {
        promises.withdraw(
                current.caller(),
                workspace(path),
                id(id),
                Preconditions.optional(ifMatch),
                reason == null ? "" : reason);
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static PromiseId id(String path) {
        return new PromiseId(WorkspacePath.id(path));
    }

    private static String location(String workspace, PromiseId id) {
        return "/api/v1/workspaces/" + workspace + "/promises/" + id;
    }

    private static Response answer(Promise one) {
        return Response.ok(one.terms()).tag(new EntityTag(one.etag())).build();
    }
}
