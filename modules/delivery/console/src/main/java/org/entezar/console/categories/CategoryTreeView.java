package org.entezar.console.categories;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Exchange;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.past.CauseWords;
import org.entezar.console.past.PastSwitch;
import org.entezar.insight.Cause;
import org.entezar.platform.history.Moment;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.CategoryTree;
import org.entezar.questionnaire.CategoryTreeChange;
import org.entezar.questionnaire.CategoryUse;
import org.entezar.questionnaire.CurrentCategories;
import org.entezar.questionnaire.Questionnaires;
import org.jspecify.annotations.Nullable;

/** What the script of the categories starts from. In views: {@code categoryTree}. */
@Named("categoryTree")
@RequestScoped
public class CategoryTreeView {

    /**
     * The start.
     *
     * @param url where the tree is read and saved
     * @param servqual the five dimensions, offered as a start
     * @param uses where each category is measured now
     */
    private record Start(
            String url,
            CategoryTree document,
            String etag,
            List<String> languages,
            boolean editable,
            CategoryTree servqual,
            List<Use> uses) {}

    /**
     * Where a category is measured.
     *
     * @param category its key
     * @param title of the questionnaire, in the visitor's language
     * @param address of its draft; empty where there is none any more
     * @param drafted items of the draft
     * @param published items of the latest version
     */
    private record Use(String category, String title, String address, int drafted, int published) {}

    @Inject
    Questionnaires questionnaires;

    @Inject
    Text text;

    @Inject
    Categories categories;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Clock clock;

    @Inject
    PastSwitch past;

    @Inject
    CauseWords words;

    private @Nullable List<CategoryTreeChange> changes;

    /** What was changed since the time of the past that is shown. */
    private List<CategoryTreeChange> changes() {
        if (changes == null) {
            changes = past.moment()
                    .map(then -> categories.changes(
                            visitor.getCaller(), place.getWorkspaceId(), Moment.at(then), Moment.at(clock.instant())))
                    .orElse(List.of());
        }
        return changes;
    }

    /** How often the tree was changed since. */
    public int getChangedSince() {
        return changes().size();
    }

    /** The latest of those changes; empty where there is none. */
    public List<CauseWords.Entry> getLatestChange() {
        return changes().isEmpty()
                ? List.of()
                : List.of(words.entry(
                        Cause.Reference.to(changes().get(changes().size() - 1).entry())));
    }

    /** JSON for the script. */
    public String getStart() {
        if (past.isActive()) {
            return Exchange.embedded(new Start(
                    "",
                    categories.tree(
                            visitor.getCaller(),
                            place.getWorkspaceId(),
                            Moment.at(past.moment().orElseThrow())),
                    "",
                    workspace.getLanguages(),
                    false,
                    CategoryTree.SERVICE_QUALITY,
                    List.of()));
        }
        CurrentCategories current = categories.current(visitor.getCaller(), place.getWorkspaceId());
        return Exchange.embedded(new Start(
                place.to("categories/tree"),
                current.tree(),
                current.etag(),
                workspace.getLanguages(),
                visitor.may("QUESTIONNAIRE_EDIT"),
                CategoryTree.SERVICE_QUALITY,
                uses()));
    }

    private List<Use> uses() {
        return questionnaires.categoryUses(visitor.getCaller(), place.getWorkspaceId()).stream()
                .map(this::use)
                .toList();
    }

    private Use use(CategoryUse use) {
        String title = text.best(use.title());
        return new Use(
                use.category(),
                title.isEmpty() ? use.questionnaire() : title,
                use.hasDraft() ? place.to("questionnaires", use.questionnaire()) : "",
                use.drafted(),
                use.published());
    }
}
