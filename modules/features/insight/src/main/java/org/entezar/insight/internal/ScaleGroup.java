package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.servqual.ServqualAccumulator;
import org.entezar.methods.servqual.ServqualDesign;
import org.entezar.methods.servqual.ServqualScores;

/** The items of a version that share one scale, with the categories that stand wholly on it. */
final class ScaleGroup {

    /** Means over respondents of a category's gap and perception. */
    record Score(MeanEstimate gap, MeanEstimate performance) {}

    /** Overall means over respondents. */
    record Overall(ServqualScores gaps, ServqualScores performance) {}

    private final List<PairItem> items;
    private final int[] expectationAt;
    private final int[] perceptionAt;
    private final byte[] expectation;
    private final byte[] perception;
    private final ServqualAccumulator direct;
    private final List<String> directKeys;
    private final Map<ServqualAccumulator, List<String>> wider = new LinkedHashMap<>();

    /**
     * @param items of one scale
     * @param plan what is scored
     * @param whole keys of the plan's categories all of whose items are in this group
     */
    ScaleGroup(List<PairItem> items, CategoryPlan plan, Set<String> whole) {
        this.items = items;
        this.expectationAt = items.stream().mapToInt(PairItem::expectation).toArray();
        this.perceptionAt = items.stream().mapToInt(PairItem::perception).toArray();
        this.expectation = new byte[items.size()];
        this.perception = new byte[items.size()];
        Scale scale = items.get(0).scale();
        List<CategoryPlan.Scored> dimensions = plan.scored().stream()
                .filter(category -> category.dimension() && whole.contains(category.key()))
                .toList();
        this.directKeys = dimensions.stream().map(CategoryPlan.Scored::key).toList();
        double[] shares = directKeys.stream().mapToDouble(plan::share).toArray();
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        this.direct = new ServqualAccumulator(
                design(dimensions.stream()
                        .map(category -> dimension(category.key(), Set.of(category.key())))
                        .toList()),
                scale,
                plan.isWeighted() && sum > 0 ? shares : null);
        // Categories of one depth never share an item, those of different depths do: one accumulator a depth.
        Map<Integer, List<CategoryPlan.Scored>> byDepth = new TreeMap<>();
        plan.scored().stream()
                .filter(category -> category.wider() && whole.contains(category.key()))
                .forEach(category -> byDepth.computeIfAbsent(category.depth(), depth -> new ArrayList<>())
                        .add(category));
        byDepth.values()
                .forEach(categories -> wider.put(
                        new ServqualAccumulator(
                                design(categories.stream()
                                        .map(category -> dimension(category.key(), category.members()))
                                        .toList()),
                                scale,
                                null),
                        categories.stream().map(CategoryPlan.Scored::key).toList()));
    }

    private ServqualDesign.Dimension dimension(String name, Set<String> members) {
        List<Integer> places = new ArrayList<>();
        for (int j = 0; j < items.size(); j++) {
            if (items.get(j).category().filter(members::contains).isPresent()) {
                places.add(j);
            }
        }
        return new ServqualDesign.Dimension(name, places);
    }

    private ServqualDesign design(List<ServqualDesign.Dimension> dimensions) {
        Set<Integer> reversed = new HashSet<>();
        List<Integer> all = new ArrayList<>();
        for (int j = 0; j < items.size(); j++) {
            all.add(j);
            if (items.get(j).item().reverse()) {
                reversed.add(j);
            }
        }
        // A design needs a dimension; without categories one over all items stands in and is never read.
        List<ServqualDesign.Dimension> used =
                dimensions.isEmpty() ? List.of(new ServqualDesign.Dimension("", all)) : dimensions;
        return new ServqualDesign(items.size(), used, reversed, 0.5, Analysis.CONFIDENCE);
    }

    void add(byte[] codes, int offset) {
        for (int j = 0; j < expectation.length; j++) {
            expectation[j] = codes[offset + expectationAt[j]];
            perception[j] = codes[offset + perceptionAt[j]];
        }
        direct.add(expectation, perception);
        for (ServqualAccumulator one : wider.keySet()) {
            one.add(expectation, perception);
        }
    }

    /** Joint histograms by item, recoded where an item is worded the other way round. */
    Map<String, PairCounts> counts() {
        Map<String, PairCounts> counts = new HashMap<>();
        for (int j = 0; j < items.size(); j++) {
            counts.put(items.get(j).item().key(), direct.itemCounts(j));
        }
        return counts;
    }

    /** Scores by category; for a category with narrower ones over all items below it. */
    Map<String, Score> scores() {
        Map<String, Score> scores = new HashMap<>();
        put(scores, direct, directKeys);
        wider.forEach((accumulator, keys) -> put(scores, accumulator, keys));
        return scores;
    }

    private static void put(Map<String, Score> scores, ServqualAccumulator accumulator, List<String> keys) {
        ServqualScores gaps = accumulator.gaps();
        ServqualScores performance = accumulator.perceptions();
        for (int d = 0; d < keys.size(); d++) {
            scores.put(
                    keys.get(d),
                    new Score(gaps.dimensions().get(d), performance.dimensions().get(d)));
        }
    }

    /** Over all dimensions; empty when none stands wholly on this scale. */
    Optional<Overall> overall() {
        return directKeys.isEmpty() ? Optional.empty() : Optional.of(new Overall(direct.gaps(), direct.perceptions()));
    }
}
