package org.entezar.commitment;

import java.util.ArrayList;
import java.util.List;
import org.entezar.kernel.Caller;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.WorkspaceId;
import org.entezar.platform.history.Moment;
import org.entezar.platform.tenancy.Work;
import org.entezar.questionnaire.Categories;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.CategoryTree;

/**
 * What the categories are called that commitments stand under, for those who may read commitments and perhaps no
 * questionnaire. All need {@link Permission#COMMITMENT_READ}.
 */
public final class CategoryNames {

    private final Work work;
    private final Categories categories;

    public CategoryNames(Work work, Categories categories) {
        this.work = work;
        this.categories = categories;
    }

    /**
     * A category by its name.
     *
     * @param key as commitments name it
     * @param name in the workspace's languages
     * @param level how deep it stands in the tree, 0 at the top
     */
    public record Named(String key, LocalizedText name, int level) {}

    /** All, in the order of the tree. */
    public List<Named> list(Caller caller, WorkspaceId workspace) {
        return work.read(
                caller,
                workspace,
                Permission.COMMITMENT_READ,
                tx -> named(categories.tree(reading(workspace), workspace)));
    }

    /** All as they were called at a moment of the past. */
    public List<Named> list(Caller caller, WorkspaceId workspace, Moment moment) {
        return work.read(
                caller,
                workspace,
                Permission.COMMITMENT_READ,
                tx -> named(categories.tree(reading(workspace), workspace, moment)));
    }

    private static Caller reading(WorkspaceId workspace) {
        return Caller.product("commitments", workspace);
    }

    private static List<Named> named(CategoryTree tree) {
        List<Named> names = new ArrayList<>();
        add(tree.categories(), 0, names);
        return List.copyOf(names);
    }

    private static void add(List<Category> siblings, int level, List<Named> names) {
        for (Category category : siblings) {
            names.add(new Named(category.key(), category.name(), level));
            add(category.children(), level + 1, names);
        }
    }
}
