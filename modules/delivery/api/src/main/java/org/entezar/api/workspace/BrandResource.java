package org.entezar.api.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.entezar.api.WorkspacePath;
import org.entezar.identity.CurrentCaller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.Brand;
import org.entezar.workspace.Brands;
import org.entezar.workspace.LogoFile;

/** How a workspace looks to those whom it asks. */
@Path("/workspaces/{ws}/brand")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BrandResource {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Brands brands;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentCaller current;

    @GET
    @Operation(summary = "The accent and what is known of the logo.")
    public Brand get(@PathParam("ws") String path) {
        return brands.get(current.caller(), workspace(path));
    }

    /**
     * An accent that is asked for.
     *
     * @param light for light pages, as {@code #0b5a8a}
     * @param dark for dark pages; derived when absent
     */
    public record AccentRequest(Optional<String> light, Optional<String> dark) {}

    @PUT
    @Path("accent")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets the accent, if words can be read with it on light and on dark pages.")
    public Brand paint(@PathParam("ws") String path, AccentRequest request) {
        return brands.paint(current.caller(), workspace(path), request.light().orElse(""), request.dark());
    }

    @DELETE
    @Path("accent")
    @Operation(summary = "Goes back to the product's own colours.")
    public Brand unpaint(@PathParam("ws") String path) {
        return brands.unpaint(current.caller(), workspace(path));
    }

    @GET
    @Path("logo")
    @Produces({"image/png", "image/jpeg", MediaType.APPLICATION_JSON})
    @Operation(summary = "The logo as it was drawn anew.")
    @APIResponse(responseCode = "200", description = "The picture", content = @Content(mediaType = "image/png"))
    public Response logo(@PathParam("ws") String path) {
        LogoFile file = brands.logo(current.caller(), workspace(path))
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "logo"));
        return Response.ok(file.bytes()).type(file.logo().type()).build();
    }

    @PUT
    @Path("logo")
    @Consumes({"image/png", "image/jpeg", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Takes a PNG, JPEG or WebP of at most 2 MB for a logo and draws it anew; SVG is refused.")
    public Brand hang(@PathParam("ws") String path, InputStream picture) throws IOException {
        return brands.hang(current.caller(), workspace(path), picture);
    }

    @DELETE
    @Path("logo")
    @Operation(summary = "Takes the logo away.")
    public Brand takeDown(@PathParam("ws") String path) {
        return brands.takeDown(current.caller(), workspace(path));
    }

    private WorkspaceId workspace(String path) {
        return WorkspacePath.resolve(current.caller(), path);
    }
}
