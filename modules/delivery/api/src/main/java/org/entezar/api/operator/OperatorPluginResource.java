package org.entezar.api.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.identity.CurrentCaller;
import org.entezar.template.IndustryPlugins;
import org.entezar.workspace.Approvals;
import org.entezar.workspace.Withdrawal;
import org.entezar.workspace.Withdrawal.Kind;

/** Which of the installed plugins and template packs workspaces may use, for operators. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorPluginResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Approvals approvals;

    @Inject
    @SuppressWarnings("NullAway.Init")
    IndustryPlugins plugins;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The installed plugins with their packs, and whether workspaces may use them; for operators.")
    @GET
    @Path("plugins")
    public Page<PluginLine> list() {
        List<Withdrawal> withdrawn = approvals.withdrawn(current.caller(), Kind.PLUGIN);
        List<Withdrawal> withdrawnPacks = approvals.withdrawn(current.caller(), Kind.PACK);
        return new Page<>(
                plugins.manifests().stream()
                        .map(manifest -> PluginLine.of(
                                manifest,
                                ApprovalView.of(manifest.id(), withdrawn),
                                plugins.packs(Set.of(manifest.id())).stream()
                                        .map(pack -> PluginLine.OfferedPack.of(
                                                pack, ApprovalView.of(pack.id(), withdrawnPacks)))
                                        .toList()))
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "Withdraws a plugin from all workspaces at once, with a reason; for operators.")
    @POST
    @Path("plugins/{plugin}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    public ApprovalView withdraw(@PathParam("plugin") String plugin, ReasonRequest request) {
        return withdraw(Kind.PLUGIN, plugin, request);
    }

    @Operation(summary = "Approves a plugin again; for operators.")
    @DELETE
    @Path("plugins/{plugin}/withdrawal")
    public ApprovalView approve(@PathParam("plugin") String plugin) {
        return approve(Kind.PLUGIN, plugin);
    }

    @Operation(summary = "Withdraws a template pack from all workspaces at once, with a reason; for operators.")
    @POST
    @Path("packs/{pack}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    public ApprovalView withdrawPack(@PathParam("pack") String pack, ReasonRequest request) {
        return withdraw(Kind.PACK, pack, request);
    }

    @Operation(summary = "Approves a template pack again; for operators.")
    @DELETE
    @Path("packs/{pack}/withdrawal")
    public ApprovalView approvePack(@PathParam("pack") String pack) {
        return approve(Kind.PACK, pack);
    }

    private ApprovalView withdraw(Kind kind, String id, ReasonRequest request) {
        return ApprovalView.of(
                id,
                List.of(approvals.withdraw(
                        current.caller(), kind, id, request.reason().orElse(""))));
    }

    private ApprovalView approve(Kind kind, String id) {
        approvals.approve(current.caller(), kind, id);
        return ApprovalView.of(id, List.of());
    }
}
