package org.entezar.console.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.frame.Navigation;
import org.entezar.kernel.SearchWords;
import org.jspecify.annotations.Nullable;

/** What a search in the workspace finds: places and actions by their words, then names. In views: {@code search}. */
@Named("search")
@RequestScoped
public class Search {

    private static final int MOST_ON_PAGE = 50;
    private static final int MOST_IN_PALETTE = 6;

    @Inject
    Navigation navigation;

    @Inject
    Names names;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private @Nullable List<HitGroup> groups;

    /** What was typed. */
    public String getTyped() {
        String typed = request.getParameter("q");
        return typed == null ? "" : typed.substring(0, Math.min(typed.length(), SearchWords.LONGEST));
    }

    /** What was found, without the kinds of which nothing was. */
    public List<HitGroup> getGroups() {
        if (groups == null) {
            groups = groups(MOST_ON_PAGE);
        }
        return groups;
    }

    /** How much was found. */
    public int getCount() {
        return getGroups().stream().mapToInt(group -> group.hits().size()).sum();
    }

    /** The same in short; all places and actions as long as nothing is typed. */
    List<HitGroup> palette() {
        return groups(MOST_IN_PALETTE);
    }

    private List<HitGroup> groups(int most) {
        SearchWords words = SearchWords.of(getTyped());
        List<HitGroup> found = new ArrayList<>();
        add(found, "places", places(words));
        add(found, "doings", doings(words));
        if (!words.isEmpty()) {
            add(found, "questionnaires", names.questionnaires(words, most));
            add(found, "campaigns", names.campaigns(words, most));
            add(found, "categories", names.categories(words, most));
            add(found, "standards", names.standards(words, most));
            add(found, "promises", names.promises(words, most));
            add(found, "items", names.items(words, most));
            add(found, "people", names.people(words, most));
        }
        return List.copyOf(found);
    }

    private void add(List<HitGroup> found, String key, List<Hit> hits) {
        if (!hits.isEmpty()) {
            found.add(new HitGroup(key, text.get("search.group." + key), hits));
        }
    }

    private List<Hit> places(SearchWords words) {
        return navigation.entries(visitor.getCaller(), place.getWorkspaceId()).stream()
                .map(page -> new Hit(
                        page.area().key(), text.get("frame.area." + page.area().key()), "", place.to(page.path())))
                .filter(hit -> words.in(hit.label()))
                .toList();
    }

    private List<Hit> doings(SearchWords words) {
        return navigation.doings(visitor.getCaller(), place.getWorkspaceId()).stream()
                .map(doing -> new Hit(doing.icon(), text.get(doing.label()), "", place.to(doing.path())))
                .filter(hit -> words.in(hit.label()))
                .toList();
    }
}
