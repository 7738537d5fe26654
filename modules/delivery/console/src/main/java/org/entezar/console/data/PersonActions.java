package org.entezar.console.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.entezar.collection.PersonFile;
import org.entezar.collection.PersonRights;
import org.entezar.console.Area;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.platform.json.Json;

/** Everything that is held of a person as a file to hand over. */
@ApplicationScoped
class PersonActions {

    static final String HERE = "settings/persons";

    @Inject
    PersonRights rights;

    @Inject
    PersonDocument document;

    @Inject
    Visitor visitor;

    @Inject
    PersonForm form;

    /** Answers a form with the page itself, so that the reference stands in no address. */
    void found(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            response.sendRedirect(place.to(HERE));
            return;
        }
        form.answer(request);
        place.enter(place.getWorkspaceId(), place.getAlias(), Area.SETTINGS, place.getPath(), Map.of());
        request.getRequestDispatcher("/console/data/person.xhtml").forward(request, response);
    }

    void file(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.sendRedirect(place.to(HERE));
            return;
        }
        PersonFile file =
                rights.file(visitor.getCaller(), place.getWorkspaceId(), DataForms.given(request, "reference"));
        String format = DataForms.given(request, "format");
        response.setCharacterEncoding("UTF-8");
        switch (format) {
            case "csv" -> {
                begin(response, "text/csv", file.code() + ".csv");
                file.writeCsv(response.getOutputStream());
            }
            case "html" -> {
                begin(response, "text/html", file.code() + ".html");
                response.getOutputStream().write(document.html(file).getBytes(StandardCharsets.UTF_8));
            }
            default -> {
                begin(response, "application/json", file.code() + ".json");
                response.getOutputStream().write(Json.write(file).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void begin(HttpServletResponse response, String type, String name) {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"person-" + name + "\"");
    }
}
