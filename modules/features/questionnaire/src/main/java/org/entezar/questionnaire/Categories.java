package org.entezar.questionnaire;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Change;
import org.entezar.platform.history.Moment;
import org.entezar.platform.history.PastStates;
import org.entezar.platform.history.Recorded;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.internal.CategoryRows;
import org.entezar.questionnaire.internal.CategoryRules;

/** A workspace's own tree of categories, read and replaced as a whole. */
public final class Categories {

    /** Takes any state as the one that was loaded. */
    public static final String ANY_STATE = "*";

    private static final String SUBJECT = "categories";
    private static final Set<String> REPLACED = Set.of("categories.replaced");

    private final Work work;
    private final CategoryRows rows = new CategoryRows();

    public Categories(Work work) {
        this.work = work;
    }

    /** The tree; SERVQUAL's five until the workspace has one of its own. */
    public CategoryTree tree(Caller caller, WorkspaceId workspace) {
        return current(caller, workspace).tree();
    }

    /** The tree with the name of its state. */
    public CurrentCategories current(Caller caller, WorkspaceId workspace) {
        return work.read(caller, workspace, Permission.QUESTIONNAIRE_READ, rows::current);
    }

    /**
     * The tree as it was known at a moment of the past, read from history. Needs {@link Permission#QUESTIONNAIRE_READ}.
     */
    public CategoryTree tree(Caller caller, WorkspaceId workspace, Moment moment) {
        return work.read(
                caller, workspace, Permission.QUESTIONNAIRE_READ, tx -> PastStates.latest(tx, SUBJECT, REPLACED, moment)
                        .flatMap(Recorded::after)
                        .map(state -> PastStates.state(state, CategoryTree.class))
                        .orElse(CategoryTree.SERVICE_QUALITY));
    }

    /**
     * The changes of the tree after the one moment and by the other, the oldest first. Needs
     * {@link Permission#QUESTIONNAIRE_READ}.
     */
    public List<CategoryTreeChange> changes(Caller caller, WorkspaceId workspace, Moment after, Moment until) {
        return work.read(
                caller,
                workspace,
                Permission.QUESTIONNAIRE_READ,
                tx -> PastStates.between(tx, SUBJECT, REPLACED, after, until).stream()
                        .map(entry -> new CategoryTreeChange(
                                entry,
                                PastStates.state(entry.before().orElseThrow(), CategoryTree.class),
                                PastStates.state(entry.after().orElseThrow(), CategoryTree.class)))
                        .toList());
    }

    /** Replaces the tree, whatever it was. */
    public CategoryTree replace(Caller caller, WorkspaceId workspace, CategoryTree tree) {
        return replace(caller, workspace, tree, ANY_STATE).tree();
    }

    /**
     * Adds those of the given categories whose keys are not in the tree yet, at its end; what is there stays as it is.
     */
    public CategoryTree addMissing(Caller caller, WorkspaceId workspace, List<Category> wanted) {
        CategoryTree present = tree(caller, workspace);
        Set<String> known = present.all().map(Category::key).collect(Collectors.toSet());
        List<Category> missing = wanted.stream()
                .filter(category -> !known.contains(category.key()))
                .toList();
        if (missing.isEmpty()) {
            return present;
        }
        List<Category> merged =
                Stream.concat(present.categories().stream(), missing.stream()).toList();
        return replace(caller, workspace, new CategoryTree(merged));
    }

    /**
     * Replaces the tree.
     *
     * @param ifMatch the state that was loaded, or {@value #ANY_STATE}
     * @throws Problem {@link ErrorCode#INVALID} with the faults, {@link ErrorCode#STALE} when the state is another
     */
    public CurrentCategories replace(Caller caller, WorkspaceId workspace, CategoryTree tree, String ifMatch) {
        return work.change(caller, workspace, Permission.QUESTIONNAIRE_EDIT, tx -> {
            Problem.throwIfAny(CategoryRules.faults(tree));
            CurrentCategories before = rows.lock(tx);
            if (!ifMatch.equals(ANY_STATE) && !ifMatch.equals(before.etag())) {
                throw new Problem(ErrorCode.STALE);
            }
            CurrentCategories after = rows.replace(tx, tree);
            tx.record(Change.changed("categories.replaced", SUBJECT, before.tree(), tree));
            return after;
        });
    }

    /** What is wrong with a tree, for forms that ask while it is being written. */
    public static List<Violation> faults(CategoryTree tree) {
        return CategoryRules.faults(tree);
    }
}
