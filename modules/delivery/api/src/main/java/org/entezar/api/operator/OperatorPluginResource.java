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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.entezar.api.Page;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.template.IndustryPlugins;
import org.entezar.workspace.PluginApprovals;
import org.entezar.workspace.WithdrawnPlugin;

/** Which of the installed plugins workspaces may use, for operators. */
@Path("/operator/plugins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperatorPluginResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    PluginApprovals approvals;

    @Inject
    @SuppressWarnings("NullAway.Init")
    IndustryPlugins plugins;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "The installed plugins, and whether workspaces may use them; for operators.")
    @GET
    public Page<PluginLine> list() {
        return new Page<>(lines(), Optional.empty());
    }

    @Operation(summary = "Withdraws a plugin from all workspaces at once, with a reason; for operators.")
    @POST
    @Path("{plugin}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    public PluginLine withdraw(@PathParam("plugin") String plugin, ReasonRequest request) {
        approvals.withdraw(current.caller(), plugin, request.reason().orElse(""));
        return line(plugin);
    }

    @Operation(summary = "Approves a plugin again; for operators.")
    @DELETE
    @Path("{plugin}/withdrawal")
    public PluginLine approve(@PathParam("plugin") String plugin) {
        approvals.approve(current.caller(), plugin);
        return line(plugin);
    }

    private PluginLine line(String plugin) {
        return lines().stream()
                .filter(line -> line.id().equals(plugin))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
    }

    private List<PluginLine> lines() {
        List<WithdrawnPlugin> withdrawn = approvals.withdrawn(current.caller());
        return plugins.manifests().stream()
                .map(manifest -> PluginLine.of(
                        manifest,
                        withdrawn.stream()
                                .filter(one -> one.plugin().equals(manifest.id()))
                                .findFirst()))
                .toList();
    }
}
