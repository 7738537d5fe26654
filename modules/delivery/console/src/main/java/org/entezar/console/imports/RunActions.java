package org.entezar.console.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.entezar.collection.Import;
import org.entezar.collection.ImportId;
import org.entezar.collection.ImportState;
import org.entezar.collection.Imports;
import org.entezar.console.Notices;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobEvents;
import org.entezar.platform.jobs.JobFeed;
import org.entezar.platform.jobs.JobId;
import org.entezar.platform.jobs.Jobs;

/** What is done with a file whose columns are known: try it, read it in, follow that, take it back. */
@ApplicationScoped
class RunActions {

    @Inject
    Imports imports;

    @Inject
    Jobs jobs;

    @Inject
    Visitor visitor;

    @Inject
    Text text;

    @Inject
    Notices notices;

    void check(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        start(place, request, response, true);
    }

    void run(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        start(place, request, response, false);
    }

    private void start(Place place, HttpServletRequest request, HttpServletResponse response, boolean dry)
            throws IOException {
        ImportId id = ImportAddress.of(place);
        String page = place.to("imports", id, "rows");
        if (ImportAddress.isOpened(request, response, page)) {
            return;
        }
        try {
            imports.start(visitor.getCaller(), place.getWorkspaceId(), id, dry);
            response.sendRedirect(dry ? page : place.to("imports", id));
        } catch (Problem problem) {
            notices.failed(
                    problem.code() == ErrorCode.ALREADY_EXISTS
                            ? text.of("imports.sameFile", problem.arguments().get(0))
                            : words(problem));
            response.sendRedirect(problem.code() == ErrorCode.STATE ? place.to("imports", id) : page);
        }
    }

    private String words(Problem problem) {
        return problem.violations().isEmpty()
                ? text.problem(problem)
                : text.violation(problem.violations().get(0));
    }

    /** Takes it back, or lays it aside when it never ran. */
    void end(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ImportId id = ImportAddress.of(place);
        if (ImportAddress.isOpened(request, response, place.to("imports", id, "undo"))) {
            return;
        }
        String reason = request.getParameter("reason");
        try {
            Import before = imports.get(visitor.getCaller(), place.getWorkspaceId(), id);
            imports.undo(visitor.getCaller(), place.getWorkspaceId(), id, reason == null ? "" : reason.strip());
            boolean ran = before.state() == ImportState.DONE || before.state() == ImportState.FAILED;
            notices.done(text.get(ran ? "imports.undone" : "imports.laidAside"));
        } catch (Problem problem) {
            notices.failed(words(problem));
        }
        response.sendRedirect(place.to("imports", id));
    }

    /** The refused rows as a file in the visitor's language. */
    void refusals(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ImportId id = ImportAddress.of(place);
        imports.get(visitor.getCaller(), place.getWorkspaceId(), id);
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"");
        imports.writeRefusals(
                visitor.getCaller(), place.getWorkspaceId(), id, visitor.getLanguage(), response.getOutputStream());
    }

    /** Tells a page how far the run is, until it ends or the page is closed. */
    void events(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Import one = imports.get(visitor.getCaller(), place.getWorkspaceId(), ImportAddress.of(place));
        JobId job = one.job().orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        JobFeed.requireRoom();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        try {
            JobEvents.write(
                    jobs, visitor.getCaller(), place.getWorkspaceId(), job, this::told, response.getOutputStream());
        } catch (IOException closed) {
            // The page was closed; nobody is left to be told.
        }
    }

    private Map<String, Object> told(Job job) {
        return Map.of(
                "done", job.done(),
                "total", job.total(),
                "words", text.of("imports.progress", job.done(), job.total()));
    }
}
