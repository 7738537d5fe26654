package org.entezar.api.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ConsentCount;
import org.entezar.collection.Consents;
import org.entezar.identity.CurrentCaller;

/** What people agreed to in a campaign. */
@Path("/workspaces/{ws}/campaigns/{campaign}/consents")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Consents consents;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(summary = "How many agreed to which text, by language.")
    public Page<ConsentCount> list(@PathParam("ws") String path, @PathParam("campaign") String campaign) {
        return new Page<>(
                consents.of(
                        current.caller(),
                        WorkspacePath.resolve(current.caller(), path),
                        new CampaignId(WorkspacePath.id(campaign))),
                Optional.empty());
    }
}
