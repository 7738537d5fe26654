package org.entezar.api.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.audit.Deletion;
import org.entezar.audit.Deletions;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** What became of a deletion, for whoever has the link that owners were mailed. It cannot be guessed. */
@Path("/deletions/{ticket}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeletionTicketResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Deletions deletions;

    @GET
    @Operation(summary = "What became of a deletion.")
    public Deletion get(@PathParam("ticket") String ticket) {
        return found(ticket);
    }

    @GET
    @Path("certificate")
    @Operation(summary = "The signed certificate, once everything is gone; the offline verifier takes it.")
    public Response certificate(@PathParam("ticket") String ticket) {
        String certificate =
                found(ticket).certificate().orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "certificate"));
        return Response.ok(certificate)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"deletion-certificate.json\"")
                .build();
    }

    private Deletion found(String ticket) {
        return deletions.byTicket(ticket).orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }
}
