package org.entezar.api.workspace;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.workspace.Registration;
import org.entezar.workspace.RegistrationId;
import org.entezar.workspace.Registrations;

/**
 * Signing up. The answer is the same for every address. Sending twice sends no second mail within a minute, so no key
 * of repetition is needed.
 */
@Path("/registrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {

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
    @Operation(summary = "The latest registrations, the newest first; for operators.")
    public Page<RegistrationView> list() {
        return new Page<>(
                registrations.list(current.caller()).stream()
                        .map(RegistrationView::of)
                        .toList(),
                Optional.empty());
    }

    @POST
    @Operation(
            summary = "Sends a link by which its reader makes a workspace. Needs no token where registration is open;"
                    + " an operator's works in any case, and is answered 201.")
    @APIResponse(responseCode = "202", description = "If the address can be reached, a mail is on its way")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(RegistrationRequest asked) {
        if (current.caller().isOperator()) {
            Registration sent = registrations.invite(current.caller(), asked.address(), asked.tongue());
            return Response.status(Response.Status.CREATED)
                    .entity(RegistrationView.of(sent))
                    .build();
        }
        registrations.ask(asked.address(), asked.tongue(), request.getRemoteAddr());
        return Response.accepted().build();
    }

    @DELETE
    @Path("{registration}")
    @Operation(summary = "Takes a link back; for operators.")
    public void revoke(@PathParam("registration") String id) {
        registrations.revoke(current.caller(), new RegistrationId(WorkspacePath.id(id)));
    }
}
