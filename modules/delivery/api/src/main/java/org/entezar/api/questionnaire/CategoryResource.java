package org.entezar.api.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Preconditions;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.CurrentCategories;
import org.jspecify.annotations.Nullable;

/** The tree of categories, whole. */
@Path("/workspaces/{ws}/categories")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CategoryResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Categories categories;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The whole tree of categories with their weights.")
    @APIResponseSchema(value = CategoryTree.class, responseCode = "200")
    @GET
    public Response get(@PathParam("ws") String path) {
        return answer(categories.current(current.caller(), workspace(path)));
    }

    @Operation(summary = "Replaces the whole tree, provided that it is in the state of If-Match.")
    @APIResponseSchema(value = CategoryTree.class, responseCode = "200")
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(
            @PathParam("ws") String path,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            CategoryTree tree) {
        return answer(categories.replace(current.caller(), workspace(path), tree, Preconditions.optional(ifMatch)));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }

    private static Response answer(CurrentCategories categories) {
        return Response.ok(categories.tree())
                .tag(new EntityTag(categories.etag()))
                .build();
    }
}
