package org.entezar.console.data;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.kernel.Problem;

/** What the forms of these pages have in common: do it, say what came of it, and lead back to the page. */
@ApplicationScoped
class DataForms {

    @Inject
    Notices notices;

    @Inject
    Text text;

    /** A deed that may be refused; what it returns is said when it is done, and nothing when that is empty. */
    interface Deed {
        String run() throws IOException, ServletException;
    }

    /** Does it, unless the address was only opened. */
    void act(Place place, String page, HttpServletRequest request, HttpServletResponse response, Deed deed)
            throws IOException, ServletException {
        if (request.getMethod().equals("POST")) {
            try {
                String said = deed.run();
                if (!said.isEmpty()) {
                    notices.done(text.get(said));
                }
            } catch (Problem problem) {
                notices.failed(words(problem));
            }
        }
        if (!response.isCommitted()) {
            response.sendRedirect(place.to(page));
        }
    }

    private String words(Problem problem) {
        return problem.violations().isEmpty()
                ? text.problem(problem)
                : text.violation(problem.violations().get(0));
    }

    /** What was typed, without what fits into no column. */
    static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .orElse("")
                .replace("\u0000", "")
                .strip();
    }
}
