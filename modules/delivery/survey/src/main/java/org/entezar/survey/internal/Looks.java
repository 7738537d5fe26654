package org.entezar.survey.internal;

import java.util.Optional;
import java.util.function.Function;
import org.entezar.collection.OpenSurvey;
import org.entezar.kernel.WorkspaceId;
import org.entezar.survey.PageRequest;
import org.entezar.survey.internal.view.LogoView;
import org.entezar.survey.internal.view.LookView;
import org.entezar.workspace.Brand;
import org.entezar.workspace.LogoFile;
import org.entezar.workspace.ShownBrand;

/**
 * The look of a campaign's pages: the product's style sheet, in the colours of whoever asks and with their logo where
 * they have set any. The addresses of these files name the link that they belong to, so that nothing needs to be kept to
 * answer them, and change with what is in them, so that browsers keep them for good.
 */
public final class Looks {

    private static final String FOLDER = "brand/";
    private static final int KEPT_SHEETS = 200;
    private static final int TALLEST = 48;
    private static final String ON_LIGHT = "#fff";
    private static final String ON_DARK = "#0c1a26";

    private final StyleSheet plain;
    private final Function<WorkspaceId, ShownBrand> brands;
    private final Function<WorkspaceId, Optional<LogoFile>> logos;
    private final Kept<Brand.Accent, StyleSheet> sheets = new Kept<>(KEPT_SHEETS);

    public Looks(
            StyleSheet plain,
            Function<WorkspaceId, ShownBrand> brands,
            Function<WorkspaceId, Optional<LogoFile>> logos) {
        this.plain = plain;
        this.brands = brands;
        this.logos = logos;
    }

    /** The look of a page that belongs to no campaign. */
    public LookView plain() {
        return new LookView(plain.path(), Optional.empty());
    }

    /** What the look was made of: pages that are kept are told apart by it. */
    Brand brand(OpenSurvey survey) {
        return brands.apply(survey.workspace()).brand();
    }

    LookView of(PageRequest request, OpenSurvey survey, Wording wording) {
        ShownBrand shown = brands.apply(survey.workspace());
        String folder = FOLDER + request.path() + "/";
        return new LookView(
                shown.brand()
                        .accent()
                        .map(accent -> folder + sheet(accent).name())
                        .orElse(plain.path()),
                shown.brand().logo().map(logo -> {
                    int height = Math.min(TALLEST, logo.height());
                    return new LogoView(
                            folder + logo.digest() + "." + logo.ending(),
                            Math.max(1, Math.round(logo.width() * (float) height / logo.height())),
                            height,
                            shown.name().best(wording.tag(), shown.defaultLanguage()));
                }));
    }

    private StyleSheet sheet(Brand.Accent accent) {
        return sheets.get(
                accent,
                wanted -> plain.with(":root{--mark:" + wanted.light() + ";--on:" + ON_LIGHT
                        + "}@media(prefers-color-scheme:dark){:root{--mark:" + wanted.dark() + ";--on:" + ON_DARK
                        + "}}"));
    }

    /** The link to which the address of a file belongs; empty for other addresses. */
    public static Optional<String> link(String path) {
        if (!path.startsWith(FOLDER)) {
            return Optional.empty();
        }
        int end = path.indexOf('/', FOLDER.length());
        return end < 0 ? Optional.empty() : Optional.of(path.substring(FOLDER.length(), end));
    }

    /** A file of a brand. */
    public record BrandFile(
            String type,
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
            boolean packed) {}

    /** The file at the address; empty when the brand has changed meanwhile and nothing links there any more. */
    public Optional<BrandFile> file(PageRequest request, WorkspaceId workspace) {
        String name = request.path().substring(request.path().lastIndexOf('/') + 1);
        Brand brand = brands.apply(workspace).brand();
        Optional<StyleSheet> sheet =
                brand.accent().map(this::sheet).filter(made -> made.name().equals(name));
        if (sheet.isPresent()) {
            return Optional.of(
                    new BrandFile("text/css; charset=utf-8", sheet.get().bytes(request.gzip()), request.gzip()));
        }
        return logos.apply(workspace)
                .filter(file -> (file.logo().digest() + "." + file.logo().ending()).equals(name))
                .map(file -> new BrandFile(file.logo().type(), file.bytes(), false));
    }
}
