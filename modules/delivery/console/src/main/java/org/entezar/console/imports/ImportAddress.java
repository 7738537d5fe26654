package org.entezar.console.imports;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.entezar.collection.ImportId;
import org.entezar.console.Area;
import org.entezar.console.Place;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** Imports in addresses, and the way from a form back to its page. */
final class ImportAddress {

    /** The name of the parameter in paths. */
    static final String IMPORT = "import";

    private ImportAddress() {}

    /** The import of the address; what is no id names none. */
    static ImportId of(Place place) {
        try {
            return ImportId.parse(place.parameter(IMPORT));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, place.parameter(IMPORT));
        }
    }

    /** Whether the form's address was opened without a form; it is then led to the page that has the form. */
    static boolean isOpened(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        if (request.getMethod().equals("GET")) {
            response.sendRedirect(page);
            return true;
        }
        return false;
    }

    /** Draws a page again with what was typed and what is wrong with it. */
    static void refuse(String view, Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(ErrorCode.INVALID.status());
        show(view, place, request, response);
    }

    /** Draws a page again with what was typed. */
    static void show(String view, Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Map<String, String> parameters = place.getPath().startsWith("imports/new")
                ? Map.of()
                : Map.of(IMPORT, of(place).toString());
        place.enter(place.getWorkspaceId(), place.getAlias(), Area.IMPORTS, place.getPath(), parameters);
        request.getRequestDispatcher("/console/imports/" + view + ".xhtml").forward(request, response);
    }
}
