package org.entezar.insight.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.Category;

/**
 * Which categories are scored and what each counts for. The categories that items name are the dimensions of the
 * overall score. A dimension's share is the product of the shares on its way down the tree, each among those siblings
 * that are asked about; a category with items of its own beside narrower ones takes part among them with their mean
 * weight. For a tree of one level, as SERVQUAL's, this is the plain weighting of METHODS.md, section 1. Wider
 * categories are scored too, over all items below them, but enter the overall score only through their parts.
 */
final class CategoryPlan {

    /**
     * A category to be scored.
     *
     * @param key of the category
     * @param name of the category; empty when the tree no longer has it
     * @param parent the wider category
     * @param depth 0 at the top
     * @param weight points as configured; empty when the tree no longer has it
     * @param dimension whether items name it
     * @param wider whether narrower categories below it are asked about
     * @param members keys of the categories whose items count: itself, and those below for a wider category
     */
    record Scored(
            String key,
            LocalizedText name,
            Optional<String> parent,
            int depth,
            Optional<BigDecimal> weight,
            boolean dimension,
            boolean wider,
            Set<String> members) {}

    private final List<Scored> scored = new ArrayList<>();
    private final Map<String, Double> shares = new LinkedHashMap<>();
    private final Set<String> unknown;
    private final boolean weighted;

    /**
     * @param tree the workspace's categories
     * @param asked keys that items name
     */
    CategoryPlan(List<Category> tree, Set<String> asked) {
        tree.forEach(category -> plan(category, Optional.empty(), 0, asked));
        Set<String> found = new HashSet<>();
        scored.forEach(category -> found.add(category.key()));
        unknown = new LinkedHashSet<>(asked);
        unknown.removeAll(found);
        unknown.forEach(key -> scored.add(
                new Scored(key, LocalizedText.EMPTY, Optional.empty(), 0, Optional.empty(), true, false, Set.of(key))));
        weighted = tree.stream()
                .filter(category -> isAsked(category, asked))
                .anyMatch(category -> category.weight().signum() > 0);
        share(tree, 1, asked);
    }

    private Set<String> plan(Category category, Optional<String> parent, int depth, Set<String> asked) {
        boolean dimension = asked.contains(category.key());
        int place = scored.size();
        Set<String> members = new HashSet<>();
        for (Category child : category.children()) {
            members.addAll(plan(child, Optional.of(category.key()), depth + 1, asked));
        }
        boolean wider = !members.isEmpty();
        if (dimension) {
            members.add(category.key());
        }
        if (!members.isEmpty()) {
            scored.add(
                    place,
                    new Scored(
                            category.key(),
                            category.name(),
                            parent,
                            depth,
                            Optional.of(category.weight()),
                            dimension,
                            wider,
                            Set.copyOf(members)));
        }
        return members;
    }

    private void share(List<Category> siblings, double whole, Set<String> asked) {
        List<Category> present =
                siblings.stream().filter(category -> isAsked(category, asked)).toList();
        double sum = present.stream().mapToDouble(CategoryPlan::points).sum();
        for (Category category : present) {
            double share = sum > 0 ? whole * points(category) / sum : whole / present.size();
            boolean dimension = asked.contains(category.key());
            List<Category> parts = category.children().stream()
                    .filter(child -> isAsked(child, asked))
                    .toList();
            if (parts.isEmpty()) {
                shares.put(category.key(), share);
            } else if (dimension) {
                double own = share / (parts.size() + 1);
                shares.put(category.key(), own);
                share(parts, share - own, asked);
            } else {
                share(parts, share, asked);
            }
        }
    }

    private static double points(Category category) {
        return Math.max(0, category.weight().doubleValue());
    }

    private static boolean isAsked(Category category, Set<String> asked) {
        return asked.contains(category.key()) || category.children().stream().anyMatch(child -> isAsked(child, asked));
    }

    /** All categories to be scored, in the order of the tree; those that the tree no longer has at the end. */
    List<Scored> scored() {
        return scored;
    }

    /** Keys that items name and the tree no longer has. */
    Set<String> unknown() {
        return unknown;
    }

    /** Whether any category at the top has a weight. */
    boolean isWeighted() {
        return weighted;
    }

    /** Share of a dimension in the weighted overall score, 0..1. */
    double share(String key) {
        return shares.getOrDefault(key, 0.0);
    }
}
