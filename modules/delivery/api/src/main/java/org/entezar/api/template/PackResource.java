package org.entezar.api.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.entezar.api.Created;
import org.entezar.api.Page;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.Caller;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.template.Installation;
import org.entezar.template.Pack;
import org.entezar.template.TemplatePacks;

/** Template packs of one workspace. Installing the same pack twice is refused, so no key of repetition is needed. */
@Path("/workspaces/{ws}/packs")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PackResource {

    /**
     * A pack as a list shows it.
     *
     * @param id what to install it by
     * @param version semantic version
     * @param publisher who ships it
     * @param plugin the trade's plugin
     * @param title for people
     * @param description one or two sentences
     * @param languages in which it is complete
     * @param questionnaires keys of the drafts it brings
     * @param unconfirmed what its publisher could not confirm
     * @param installed the installation, when the workspace has it
     */
    public record PackLine(
            String id,
            String version,
            String publisher,
            Optional<String> plugin,
            LocalizedText title,
            LocalizedText description,
            List<String> languages,
            List<String> questionnaires,
            List<String> unconfirmed,
            Optional<Installation> installed) {

        static PackLine of(Pack pack, List<Installation> installations) {
            return new PackLine(
                    pack.id(),
                    pack.version(),
                    pack.publisher(),
                    pack.plugin(),
                    pack.title(),
                    pack.description(),
                    pack.languages(),
                    pack.questionnaires().stream().map(Questionnaire::key).toList(),
                    pack.unconfirmed(),
                    installations.stream()
                            .filter(installation -> installation.pack().equals(pack.id()))
                            .findFirst());
        }
    }

    /**
     * What to install.
     *
     * @param pack id of the pack
     */
    public record PackRequest(String pack) {}

    @Inject
    @SuppressWarnings("NullAway.Init")
    TemplatePacks packs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @Operation(summary = "Packs of the plugins that are switched on, with what is installed.")
    @GET
    public Page<PackLine> list(@PathParam("ws") String path) {
        Caller caller = current.caller();
        WorkspaceId workspace = WorkspacePath.resolve(caller, path);
        List<Installation> installed = packs.installed(caller, workspace);
        return new Page<>(
                packs.available(caller, workspace).stream()
                        .map(pack -> PackLine.of(pack, installed))
                        .toList(),
                Optional.empty());
    }

    @Operation(summary = "Installs a pack: its categories are added, its questionnaires become drafts.")
    @APIResponseSchema(value = Installation.class, responseCode = "201")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response install(@PathParam("ws") String path, PackRequest request) {
        Caller caller = current.caller();
        WorkspaceId workspace = WorkspacePath.resolve(caller, path);
        Installation installation = packs.install(caller, workspace, request.pack());
        return Created.at("/api/v1/workspaces/" + path + "/packs", installation).response();
    }
}
