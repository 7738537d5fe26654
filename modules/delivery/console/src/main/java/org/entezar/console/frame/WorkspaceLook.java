package org.entezar.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.entezar.console.Place;
import org.entezar.identity.Identity;
import org.entezar.workspace.Brand;
import org.entezar.workspace.Brands;
import org.jspecify.annotations.Nullable;

/**
 * How the workspace's own look goes into the frame: its logo at the head, its accent as design tokens in a style element
 * with the answer's nonce. Outside workspaces the look is the product's. In views: {@code
 * workspaceLook}.
 */
@Named("workspaceLook")
@RequestScoped
public class WorkspaceLook {

    private static final int TALLEST = 32;

    /**
     * The logo at the head.
     *
     * @param address changes with the logo, so that browsers keep it for good
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    public record Logo(String address, int width, int height) {}

    @Inject
    Brands brands;

    @Inject
    Place place;

    @Inject
    HttpServletRequest request;

    /** What the accent makes of the tokens; empty where the product's own colours hold. */
    public String getTokens() {
        return brand().accent()
                .flatMap(accent -> AccentTokens.rule(":root", accent))
                .orElse("");
    }

    /** The logo, if there is one. */
    public @Nullable Logo getLogo() {
        return brand().logo().map(this::atTheHead).orElse(null);
    }

    private Logo atTheHead(Brand.Logo logo) {
        int height = Math.min(TALLEST, logo.height());
        int width = Math.max(1, Math.round(logo.width() * (float) height / logo.height()));
        return new Logo(place.to("settings/look/logo") + "?" + logo.digest(), width, height);
    }

    /** The nonce that style elements of this answer carry. */
    public String getNonce() {
        return String.valueOf(request.getAttribute(Identity.NONCE));
    }

    private Brand brand() {
        return place.isInWorkspace() ? brands.shown(place.getWorkspaceId()).brand() : Brand.NONE;
    }
}
