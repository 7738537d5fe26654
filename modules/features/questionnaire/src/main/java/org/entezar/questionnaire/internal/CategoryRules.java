package org.entezar.questionnaire.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.CategoryTree;

/** What a tree of categories must satisfy. */
public final class CategoryRules {

    private static final int MOST_CATEGORIES = 300;
    private static final int MOST_LEVELS = 5;
    private static final int LONGEST_NAME = 200;
    private static final int HIGHEST_WEIGHT = 1_000_000;
    private static final int MOST_DECIMALS = 6;

    private CategoryRules() {}

    /** The faults, with pointers into {@code {"categories": [...]}}. */
    public static List<Violation> faults(CategoryTree tree) {
        List<Violation> faults = new ArrayList<>();
        if (tree.all().limit(MOST_CATEGORIES + 1L).count() > MOST_CATEGORIES) {
            faults.add(Violation.at("/categories", ErrorCode.TOO_MANY, MOST_CATEGORIES));
            return faults;
        }
        check(tree.categories(), "/categories", 1, new HashSet<>(), faults);
        return faults;
    }

    private static void check(
            List<Category> siblings, String pointer, int level, Set<String> seen, List<Violation> faults) {
        if (level > MOST_LEVELS && !siblings.isEmpty()) {
            faults.add(Violation.at(pointer, ErrorCode.TOO_DEEP, MOST_LEVELS));
            return;
        }
        for (int place = 0; place < siblings.size(); place++) {
            Category category = siblings.get(place);
            String here = pointer + "/" + place;
            Keys.check(here + "/key", category.key(), seen, faults);
            if (category.name().isEmpty()) {
                faults.add(Violation.at(here + "/name", ErrorCode.REQUIRED));
            }
            faults.addAll(category.name().faults(here + "/name", LONGEST_NAME));
            if (!isWeight(category.weight())) {
                faults.add(Violation.at(here + "/weight", ErrorCode.OUT_OF_RANGE, 0, HIGHEST_WEIGHT));
            }
            check(category.children(), here + "/children", level + 1, seen, faults);
        }
    }

    private static boolean isWeight(BigDecimal weight) {
        return weight.signum() >= 0
                // A number such as 1e-999999 would be a million digits when written out.
                && Math.abs((long) weight.scale()) <= MOST_DECIMALS
                && weight.compareTo(BigDecimal.valueOf(HIGHEST_WEIGHT)) <= 0;
    }
}
