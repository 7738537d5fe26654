package org.entezar.console.categories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Exchange;
import org.entezar.console.Place;
import org.entezar.console.Visitor;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.CurrentCategories;

/** What the script of the categories starts from. In views: {@code categoryTree}. */
@Named("categoryTree")
@RequestScoped
public class CategoryTreeView {

    /**
     * The start.
     *
     * @param url where the tree is read and saved
     * @param servqual the five dimensions, offered as a start
     */
    private record Start(
            String url,
            CategoryTree document,
            String etag,
            List<String> languages,
            boolean editable,
            CategoryTree servqual) {}

    @Inject
    Categories categories;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    /** JSON for the script. */
    public String getStart() {
        CurrentCategories current = categories.current(visitor.getCaller(), place.getWorkspaceId());
        return Exchange.embedded(new Start(
                place.to("categories/tree"),
                current.tree(),
                current.etag(),
                workspace.getLanguages(),
                visitor.may("QUESTIONNAIRE_EDIT"),
                CategoryTree.SERVICE_QUALITY));
    }
}
