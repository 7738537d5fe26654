package org.entezar.api.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Directory;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.AddedMember;
import org.entezar.workspace.Members;
import org.entezar.workspace.OwnRoles;

/** The people of a workspace. Adding the same person twice is refused, so no key of repetition is needed. */
@Path("/workspaces/{ws}/members")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Members members;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OwnRoles ownRoles;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The people of the workspace with their roles.")
    @GET
    public Page<MemberView> list(@PathParam("ws") String path) {
        WorkspaceId workspace = workspace(path);
        Map<String, Set<String>> held = ownRoles.holders(current.caller(), workspace);
        return new Page<>(
                members.list(current.caller(), workspace).stream()
                        .map(member -> view(member, held))
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "Lets a person in; one without an account gets one with a temporary password.")
    @APIResponseSchema(value = MemberView.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("ws") String path, MemberRequest request) {
        AddedMember added = members.add(current.caller(), workspace(path), request.member());
        return Created.at(
                        "/api/v1/workspaces/" + path + "/members/"
                                + added.member().subject(),
                        MemberView.of(added.member(), List.of(), added.temporaryPassword()))
                .response();
    }

    @Operation(summary = "One person of the workspace.")
    @GET
    @Path("{member}")
    public MemberView get(@PathParam("ws") String path, @PathParam("member") String member) {
        WorkspaceId workspace = workspace(path);
        return view(workspace, members.get(current.caller(), workspace, member));
    }

    @Operation(summary = "Gives a person other roles.")
    @PATCH
    @Path("{member}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public MemberView assign(
            @PathParam("ws") String path, @PathParam("member") String member, MemberRequest.Roles request) {
        WorkspaceId workspace = workspace(path);
        return view(workspace, members.assign(current.caller(), workspace, member, request.held()));
    }

    @Operation(summary = "Lets a person hold exactly these roles that the workspace made.")
    @PUT
    @Path("{member}/own-roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public MemberView hold(
            @PathParam("ws") String path, @PathParam("member") String member, MemberRequest.OwnRoles request) {
        WorkspaceId workspace = workspace(path);
        ownRoles.hold(current.caller(), workspace, member, request.named());
        return view(workspace, members.get(current.caller(), workspace, member));
    }

    @POST
    @Path("{member}/suspend")
    @Operation(summary = "Takes all roles from a person until they are given back.")
    public MemberView suspend(@PathParam("ws") String path, @PathParam("member") String member) {
        WorkspaceId workspace = workspace(path);
        return view(workspace, members.suspend(current.caller(), workspace, member));
    }

    @POST
    @Path("{member}/resume")
    @Operation(summary = "Gives a suspended person the roles back.")
    public MemberView resume(@PathParam("ws") String path, @PathParam("member") String member) {
        WorkspaceId workspace = workspace(path);
        return view(workspace, members.resume(current.caller(), workspace, member));
    }

    @Operation(summary = "Ends a person's access.")
    @DELETE
    @Path("{member}")
    public void remove(@PathParam("ws") String path, @PathParam("member") String member) {
        members.remove(current.caller(), workspace(path), member);
    }

    private MemberView view(WorkspaceId workspace, Directory.Member member) {
        return view(member, ownRoles.holders(current.caller(), workspace));
    }

    private static MemberView view(Directory.Member member, Map<String, Set<String>> held) {
        return MemberView.of(member, held.getOrDefault(member.subject(), Set.of()), Optional.empty());
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
