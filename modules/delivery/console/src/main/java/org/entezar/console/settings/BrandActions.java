package org.entezar.console.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.entezar.console.Exchange;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.workspace.Brand;
import org.entezar.workspace.Brands;
import org.entezar.workspace.LogoFile;

/** What the forms of the look do, and its logo for the console's own pages. */
@ApplicationScoped
class BrandActions {

    static final String HERE = "settings/look";

    @Inject
    Brands brands;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    /** A deed that may be refused. */
    private interface Deed {
        void run() throws IOException, ServletException;
    }

    void colours(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String light = given(request, "light");
        String dark = given(request, "dark");
        String typed = "?light=" + URLEncoder.encode(light, StandardCharsets.UTF_8) + "&dark="
                + URLEncoder.encode(dark, StandardCharsets.UTF_8);
        act(place, request, response, typed, () -> {
            if (request.getParameter("reset") != null) {
                brands.unpaint(visitor.getCaller(), place.getWorkspaceId());
            } else {
                brands.paint(
                        visitor.getCaller(),
                        place.getWorkspaceId(),
                        light,
                        Optional.of(dark).filter(given -> !given.isEmpty()));
            }
            notices.done(text.get("look.painted"));
        });
    }

    void logo(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getMethod().equals("GET")) {
            show(place, request, response);
            return;
        }
        visitor.getCaller().require(place.getWorkspaceId(), Permission.WORKSPACE_CONFIGURE);
        act(place, request, response, "", () -> {
            if (request.getParameter("remove") != null) {
                brands.takeDown(visitor.getCaller(), place.getWorkspaceId());
                notices.done(text.get("look.takenDown"));
                return;
            }
            try (InputStream file =
                    Exchange.file(request, "logo", Brands.LARGEST_FILE).getInputStream()) {
                brands.hang(visitor.getCaller(), place.getWorkspaceId(), file);
            }
            notices.done(text.get("look.hung"));
        });
    }

    /** An address that names the logo by its digest is that logo for good. */
    private void show(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LogoFile file = brands.logo(visitor.getCaller(), place.getWorkspaceId())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        response.setContentType(file.logo().type());
        response.setContentLength(file.bytes().length);
        response.setHeader(
                "Cache-Control",
                file.logo().digest().equals(request.getQueryString())
                        ? "private, max-age=31536000, immutable"
                        : "private, no-cache");
        response.getOutputStream().write(file.bytes());
    }

    /** The colours for the samples on the page, since no style stands in a page. */
    void sheet(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Brand brand = brands.get(visitor.getCaller(), place.getWorkspaceId());
        response.setContentType("text/css");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "private, no-cache");
        Brand.Accent accent = brand.accent().orElse(BrandView.OWN);
        response.getWriter()
                .write(".look-light{--look-accent:" + accent.light() + "}.look-dark{--look-accent:" + accent.dark()
                        + "}");
    }

    private void act(Place place, HttpServletRequest request, HttpServletResponse response, String typed, Deed deed)
            throws IOException, ServletException {
        String back = place.to(HERE);
        if (request.getMethod().equals("POST")) {
            try {
                deed.run();
            } catch (Problem problem) {
                notices.failed(
                        problem.violations().isEmpty()
                                ? text.problem(problem)
                                : text.violation(problem.violations().get(0)));
                back += typed;
            }
        }
        response.sendRedirect(back);
    }

    private static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }
}
