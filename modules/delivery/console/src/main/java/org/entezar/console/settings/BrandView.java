package org.entezar.console.settings;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.workspace.Brand;
import org.entezar.workspace.Brands;
import org.jspecify.annotations.Nullable;

/** How the workspace looks to those whom it asks. In views: {@code brandView}. */
@Named("brandView")
@RequestScoped
public class BrandView {

    /** The product's own colours, which hold where none are set. */
    static final Brand.Accent OWN = new Brand.Accent("#0b5a8a", "#8cc8f2");

    @Inject
    Brands brands;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    HttpServletRequest request;

    @SuppressWarnings("NullAway.Init")
    private Brand brand;

    @PostConstruct
    void begin() {
        brand = brands.get(visitor.getCaller(), place.getWorkspaceId());
    }

    /** The logo, if there is one. */
    public Brand.@Nullable Logo getLogo() {
        return brand.logo().orElse(null);
    }

    /** Its address, which changes with it. */
    public String getLogoAddress() {
        return place.to("settings/look/logo") + "?"
                + brand.logo().map(Brand.Logo::digest).orElse("");
    }

    public boolean isPainted() {
        return brand.accent().isPresent();
    }

    /** For light pages: as it was typed, else as it is set. */
    public String getLight() {
        return typed("light").orElseGet(() -> brand.accent().orElse(OWN).light());
    }

    /** For dark pages: as it was typed, else as it is set. */
    public String getDark() {
        return typed("dark").orElseGet(() -> brand.accent().orElse(OWN).dark());
    }

    private Optional<String> typed(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> value.length() <= 20);
    }
}
