package org.entezar.api.workspace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.identity.CurrentCaller;
import org.entezar.workspace.Registrations;

/** Names of workspaces in addresses, for forms that check while somebody types. */
@Path("/aliases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AliasResource {

    /**
     * Whether a workspace could have that name.
     *
     * @param state free, taken, reserved or malformed
     */
    public record AliasView(String alias, String state) {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    Registrations registrations;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @GET
    @Path("{alias}")
    @Operation(summary = "Whether a workspace could have that name in addresses: free, taken, reserved or malformed.")
    public AliasView get(@PathParam("alias") String alias) {
        return new AliasView(
                alias,
                registrations
                        .alias(current.caller(), alias, request.getRemoteAddr())
                        .name()
                        .toLowerCase(Locale.ROOT));
    }
}
