package org.entezar.console.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Doing;
import org.entezar.console.OpenPage;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.kernel.Caller;
import org.entezar.kernel.WorkspaceId;

/** All pages and actions that the parts of the console brought, by path, and the entries of the navigation. */
@ApplicationScoped
public class Navigation {

    @Inject
    @Any
    Instance<PageSource> sources;

    private final Routes<Page> pages = new Routes<>();
    private final Routes<OpenPage> open = new Routes<>();
    private final Routes<Action> actions = new Routes<>();
    private final List<Doing> doings = new ArrayList<>();
    private final Map<Area, Page> entries = new EnumMap<>(Area.class);

    @PostConstruct
    void collect() {
        List<Page> all = new ArrayList<>();
        for (PageSource source : sources) {
            all.addAll(source.pages());
            source.openPages().forEach(page -> open.add(page.path(), page));
            doings.addAll(source.doings());
            source.actions().forEach(action -> actions.add(action.path(), action));
        }
        all.forEach(page -> pages.add(page.path(), page));
        all.stream()
                .filter(page -> !page.path().contains("{"))
                .sorted(Comparator.comparing((Page page) -> !page.leading())
                        .thenComparingInt(page -> page.path().length()))
                .forEach(page -> entries.putIfAbsent(page.area(), page));
    }

    Optional<Routes.Found<Page>> page(String path) {
        return pages.find(path);
    }

    /** A page that everybody may see, by its path from the root without a leading slash. */
    Optional<Routes.Found<OpenPage>> open(String path) {
        return open.find(path);
    }

    Optional<Routes.Found<Action>> action(String path) {
        return actions.find(path);
    }

    /** What the caller can begin in the workspace. */
    public List<Doing> doings(Caller caller, WorkspaceId workspace) {
        return doings.stream()
                .filter(doing -> caller.mayWithSome(workspace, doing.permission()))
                .toList();
    }

    /** The entries that the caller may use in the workspace, in the order of {@link Area}. */
    public List<Page> entries(Caller caller, WorkspaceId workspace) {
        return entries.values().stream()
                .filter(page -> caller.mayWithSome(workspace, page.permission()))
                .toList();
    }
}
