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
import org.entezar.workspace.MemberInvitation;
import org.entezar.workspace.MemberInvitationId;
import org.entezar.workspace.MemberInvitations;

/**
 * Invitations to a workspace. An address with an open one is refused, so no key of repetition is needed. The answer is
 * the same whether or not the address has an account.
 */
@Path("/workspaces/{ws}/invitations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    MemberInvitations invitations;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(summary = "The latest invitations to the workspace, the newest first.")
    public Page<InvitationView> list(@PathParam("ws") String path) {
        return new Page<>(
                invitations.list(current.caller(), workspace(path)).stream()
                        .map(InvitationView::of)
                        .toList(),
                Optional.empty());
    }

    @POST
    @Operation(summary = "Invites somebody by mail; the answer is the same whether or not they have an account.")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(@PathParam("ws") String path, InvitationRequest request) {
        InvitationRequest.Checked asked = request.checked();
        MemberInvitation invitation =
                invitations.invite(current.caller(), workspace(path), asked.email(), asked.role(), asked.language());
        return Created.at(
                        "/api/v1/workspaces/" + path + "/invitations/" + invitation.id(), InvitationView.of(invitation))
                .response();
    }

    @GET
    @Path("{invitation}")
    @Operation(summary = "One invitation; its link is in the mail and nowhere else.")
    public InvitationView get(@PathParam("ws") String path, @PathParam("invitation") String invitation) {
        return InvitationView.of(invitations.get(current.caller(), workspace(path), id(invitation)));
    }

    @POST
    @Path("{invitation}/resend")
    @Operation(summary = "Sends it again with a new link; the old one is worth nothing from then on.")
    public InvitationView resend(@PathParam("ws") String path, @PathParam("invitation") String invitation) {
        return InvitationView.of(invitations.resend(current.caller(), workspace(path), id(invitation)));
    }

    @DELETE
    @Path("{invitation}")
    @Operation(summary = "Takes it back; its link is worth nothing from then on.")
    public void revoke(@PathParam("ws") String path, @PathParam("invitation") String invitation) {
        invitations.revoke(current.caller(), workspace(path), id(invitation));
    }

    private static MemberInvitationId id(String text) {
        return new MemberInvitationId(WorkspacePath.id(text));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
