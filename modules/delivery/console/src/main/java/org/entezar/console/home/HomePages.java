package org.entezar.console.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Notices;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.JobEvents;
import org.entezar.platform.jobs.JobFeed;
import org.entezar.platform.jobs.Jobs;

/** Where a workspace begins. */
@ApplicationScoped
public class HomePages implements PageSource {

    private static final Set<String> FORM = Set.of("POST");

    @Inject
    SampleYear year;

    @Inject
    Jobs jobs;

    @Inject
    Visitor visitor;

    @Inject
    Notices notices;

    @Inject
    Text text;

    @Override
    public List<Page> pages() {
        return List.of(new Page("", "/console/home/home.xhtml", Permission.WORKSPACE_READ, Area.HOME));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("sample/fill", FORM, Permission.PACK_INSTALL, this::fill),
                new Action("sample/take-out", FORM, Permission.CAMPAIGN_RUN, this::takeOut),
                new Action("sample/events", Set.of("GET"), Permission.PACK_INSTALL, this::events));
    }

    private void fill(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        act(place, response, "home.sampleBegun", () -> year.fill(visitor.getCaller(), place.getWorkspaceId()));
    }

    private void takeOut(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        act(place, response, "home.sampleTaken", () -> year.takeOut(visitor.getCaller(), place.getWorkspaceId()));
    }

    private void act(Place place, HttpServletResponse response, String said, Runnable deed) throws IOException {
        try {
            deed.run();
            notices.done(text.get(said));
        } catch (Problem problem) {
            notices.failed(text.problem(problem));
        }
        response.sendRedirect(place.to(""));
    }

    /** Tells the page how far the filling is, until it ends or the page is closed. */
    private void events(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Job job = year.latest(visitor.getCaller(), place.getWorkspaceId())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND));
        JobFeed.requireRoom();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        try {
            JobEvents.write(
                    jobs,
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    job.id(),
                    this::told,
                    response.getOutputStream());
        } catch (IOException closed) {
            // The page was closed; nobody is left to be told.
        }
    }

    private Map<String, Object> told(Job job) {
        return Map.of(
                "done", job.done(),
                "total", job.total(),
                "words", text.of("home.sampleRunning", job.done(), job.total()));
    }
}
