package org.entezar.insight.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.insight.Absence;
import org.entezar.insight.Estimate;
import org.entezar.insight.Notice;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.ServqualResult.CategoryGap;
import org.entezar.insight.ServqualResult.ItemGap;
import org.entezar.insight.ServqualResult.Overall;
import org.entezar.insight.Spread;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.answers.Scale;
import org.entezar.questionnaire.Category;
import org.entezar.questionnaire.Questionnaire;

/** Perception against expectation by item, category and overall. */
final class ServqualAnalysis implements Analysis {

    private final List<PairItem> pairs;
    private final CategoryPlan plan;
    private final List<ScaleGroup> groups = new ArrayList<>();

    ServqualAnalysis(Questionnaire version, List<Category> categories) {
        this.pairs = PairItem.of(version);
        Set<String> asked = pairs.stream()
                .flatMap(pair -> pair.category().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.plan = new CategoryPlan(categories, asked);
        Map<Scale, List<PairItem>> byScale =
                pairs.stream().collect(Collectors.groupingBy(PairItem::scale, LinkedHashMap::new, Collectors.toList()));
        byScale.forEach((scale, items) -> groups.add(new ScaleGroup(items, plan, wholly(scale))));
    }

    /** Categories all of whose items are on this scale. */
    private Set<String> wholly(Scale scale) {
        Set<String> whole = new HashSet<>();
        plan.scored().stream()
                .filter(category -> pairs.stream()
                        .filter(pair -> pair.category()
                                .filter(category.members()::contains)
                                .isPresent())
                        .allMatch(pair -> pair.scale().equals(scale)))
                .forEach(category -> whole.add(category.key()));
        return whole;
    }

    @Override
    public void add(byte[] codes, int offset) {
        for (ScaleGroup group : groups) {
            group.add(codes, offset);
        }
    }

    @Override
    public Outcome outcome(DisplayRules rules) {
        if (pairs.isEmpty()) {
            return Outcome.notAsked();
        }
        Map<String, PairCounts> counts = new HashMap<>();
        Map<String, ScaleGroup.Score> scores = new HashMap<>();
        groups.forEach(group -> {
            counts.putAll(group.counts());
            scores.putAll(group.scores());
        });
        List<Notice> notices = new ArrayList<>();
        plan.unknown().forEach(key -> notices.add(Notice.of(Notice.Code.UNKNOWN_CATEGORY, key)));
        if (groups.size() > 1) {
            notices.add(Notice.of(Notice.Code.MIXED_SCALES));
        }
        return Outcome.of(
                new ServqualResult(
                        pairs.stream().map(pair -> item(pair, counts, rules)).toList(),
                        plan.scored().stream()
                                .map(category -> category(
                                        category, counts, Optional.ofNullable(scores.get(category.key())), rules))
                                .toList(),
                        overall(counts, rules)),
                notices);
    }

    private static ItemGap item(PairItem pair, Map<String, PairCounts> counts, DisplayRules rules) {
        PairCounts answers = Objects.requireNonNull(counts.get(pair.item().key()));
        MeanEstimate gap = answers.difference(CONFIDENCE);
        return new ItemGap(
                pair.item().key(),
                pair.item().text(),
                pair.category(),
                rules.count(gap.n()),
                rules.spread(answers.firstOfPairs(answer -> answer, CONFIDENCE)),
                rules.spread(answers.secondOfPairs(answer -> answer, CONFIDENCE)),
                rules.estimate(gap));
    }

    private CategoryGap category(
            CategoryPlan.Scored category,
            Map<String, PairCounts> counts,
            Optional<ScaleGroup.Score> score,
            DisplayRules rules) {
        Optional<PairCounts> cells = score.flatMap(known -> together(
                pairs.stream()
                        .filter(pair -> pair.category()
                                .filter(category.members()::contains)
                                .isPresent())
                        .toList(),
                counts));
        boolean hidden = score.isEmpty() || rules.hides(score.get().gap().n());
        return new CategoryGap(
                category.key(),
                category.name(),
                category.parent(),
                score.map(known -> rules.count(known.gap().n())).orElse(OptionalLong.empty()),
                cells.filter(shown -> !hidden)
                        .map(answers -> rules.spread(answers.firstOfPairs(answer -> answer, CONFIDENCE)))
                        .orElse(Spread.ABSENT),
                cells.filter(shown -> !hidden)
                        .map(answers -> rules.spread(answers.secondOfPairs(answer -> answer, CONFIDENCE)))
                        .orElse(Spread.ABSENT),
                score.map(known -> rules.estimate(known.gap())).orElse(Estimate.absent(Absence.MIXED_SCALES)),
                score.map(known -> rules.estimate(known.performance())).orElse(Estimate.absent(Absence.MIXED_SCALES)),
                category.weight()
                        .map(points -> OptionalDouble.of(points.doubleValue()))
                        .orElse(OptionalDouble.empty()),
                category.dimension() && plan.isWeighted()
                        ? OptionalDouble.of(plan.share(category.key()))
                        : OptionalDouble.empty());
    }

    private Overall overall(Map<String, PairCounts> counts, DisplayRules rules) {
        if (groups.size() > 1) {
            Estimate mixed = Estimate.absent(Absence.MIXED_SCALES);
            return new Overall(mixed, mixed, mixed, mixed, OptionalLong.empty(), Spread.ABSENT, Spread.ABSENT);
        }
        PairCounts cells = together(pairs, counts).orElseThrow();
        Optional<ScaleGroup.Overall> scores = groups.get(0).overall();
        long n = scores.map(known -> known.gaps().unweighted().n()).orElse(cells.pairs());
        boolean hidden = rules.hides(n) || rules.hides(cells.pairs());
        Estimate none = Estimate.absent(Absence.NO_CATEGORIES);
        return new Overall(
                scores.map(known -> rules.estimate(known.gaps().unweighted())).orElse(none),
                scores.map(known -> weighted(known.gaps().weighted(), rules)).orElse(none),
                scores.map(known -> rules.estimate(known.performance().unweighted()))
                        .orElse(none),
                scores.map(known -> weighted(known.performance().weighted(), rules))
                        .orElse(none),
                hidden ? OptionalLong.empty() : OptionalLong.of(cells.pairs()),
                hidden ? Spread.ABSENT : rules.spread(cells.firstOfPairs(answer -> answer, CONFIDENCE)),
                hidden ? Spread.ABSENT : rules.spread(cells.secondOfPairs(answer -> answer, CONFIDENCE)));
    }

    private static Estimate weighted(Optional<MeanEstimate> score, DisplayRules rules) {
        return score.map(rules::estimate).orElse(Estimate.absent(Absence.NO_WEIGHTS));
    }

    /** The answered pairs of several items in one histogram. */
    private static Optional<PairCounts> together(List<PairItem> items, Map<String, PairCounts> counts) {
        Optional<PairCounts> sum = items.stream().findFirst().map(pair -> new PairCounts(pair.scale()));
        sum.ifPresent(all -> items.forEach(
                pair -> all.merge(Objects.requireNonNull(counts.get(pair.item().key())))));
        return sum;
    }
}
