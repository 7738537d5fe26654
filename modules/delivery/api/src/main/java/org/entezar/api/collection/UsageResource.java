package org.entezar.api.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.Usages;
import org.entezar.identity.CurrentCaller;

/** What a workspace uses of the installation. */
@Path("/workspaces/{ws}/usage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsageResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Usages usages;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The quotas of the workspace and how much of each is used.")
    @GET
    public UsageView get(@PathParam("ws") String path) {
        return UsageView.of(usages.of(current.caller(), WorkspacePath.resolve(current.caller(), path)));
    }
}
