package org.entezar.console.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Notices;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.workspace.SavedView;
import org.entezar.workspace.SavedViewId;
import org.entezar.workspace.SavedViews;

/** Saves and forgets the views of lists, for any list, and goes back to it. */
@ApplicationScoped
public class ViewActions implements PageSource {

    private static final Set<String> POST = Set.of("POST");

    @Inject
    @SuppressWarnings("NullAway.Init")
    SavedViews views;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Notices notices;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Override
    public List<Page> pages() {
        return List.of();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("views", POST, Permission.WORKSPACE_READ, this::save),
                new Action("views/{view}/remove", POST, Permission.WORKSPACE_READ, this::remove));
    }

    private void save(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String list = given(request, "list");
        String query = given(request, "query");
        try {
            SavedView saved =
                    views.save(visitor.getCaller(), place.getWorkspaceId(), list, given(request, "name"), query);
            notices.done(text.of("lists.viewSaved", saved.name()));
        } catch (Problem problem) {
            if (problem.violations().isEmpty()) {
                throw problem;
            }
            notices.failed(text.violation(problem.violations().get(0)));
        }
        response.sendRedirect(address(place, list, query));
    }

    private void remove(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        SavedView view =
                views.remove(visitor.getCaller(), place.getWorkspaceId(), SavedViewId.parse(place.parameter("view")));
        notices.done(
                text.of("lists.viewRemoved", view.name()),
                place.to("views") + "?list=" + encoded(view.list()) + "&name=" + encoded(view.name()) + "&query="
                        + encoded(view.query()));
        response.sendRedirect(address(place, view.list(), view.query()));
    }

    private static String address(Place place, String list, String query) {
        return place.to(list) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
