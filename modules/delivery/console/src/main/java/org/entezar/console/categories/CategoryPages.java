package org.entezar.console.categories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.entezar.console.Action;
import org.entezar.console.Area;
import org.entezar.console.Exchange;
import org.entezar.console.Page;
import org.entezar.console.PageSource;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.Permission;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.CurrentCategories;

/** The page of the categories, and the tree that its script reads and saves. */
@ApplicationScoped
public class CategoryPages implements PageSource {

    /** The tree as the script knows it. */
    private record Told(CategoryTree document, String etag) {}

    @Inject
    Categories categories;

    @Inject
    Visitor visitor;

    @Override
    public List<Page> pages() {
        return List.of(new Page(
                "categories", "/console/categories/tree.xhtml", Permission.QUESTIONNAIRE_READ, Area.CATEGORIES));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                new Action("categories/tree", Set.of("GET", "PUT"), Permission.QUESTIONNAIRE_READ, this::serveTree));
    }

    private void serveTree(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = visitor.getCaller();
        CurrentCategories current = request.getMethod().equals("PUT")
                ? categories.replace(
                        caller,
                        place.getWorkspaceId(),
                        Exchange.read(request, CategoryTree.class),
                        Exchange.ifMatch(request))
                : categories.current(caller, place.getWorkspaceId());
        Exchange.write(response, new Told(current.tree(), current.etag()));
    }
}
