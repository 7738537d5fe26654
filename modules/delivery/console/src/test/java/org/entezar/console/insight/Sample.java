package org.entezar.console.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.insight.Absence;
import org.entezar.insight.Estimate;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightResult;
import org.entezar.insight.KanoResult;
import org.entezar.insight.NpsResult;
import org.entezar.insight.Proportion;
import org.entezar.insight.Selection;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.Spread;
import org.entezar.insight.ZoneResult;
import org.entezar.kernel.LocalizedText;

/** Insights with figures that are easy to tell apart. */
final class Sample {

    private Sample() {}

    static Insight of(InsightMethod method, InsightResult result) {
        return new Insight(
                method,
                "1",
                OptionalLong.of(100),
                Selection.ALL,
                Optional.of(result),
                Optional.empty(),
                List.of(),
                Optional.of("ab".repeat(32)));
    }

    static Insight without(Absence reason) {
        return new Insight(
                InsightMethod.SERVQUAL,
                "1",
                OptionalLong.empty(),
                Selection.ALL,
                Optional.empty(),
                Optional.of(reason),
                List.of(),
                Optional.empty());
    }

    static Estimate estimate(double mean, double half) {
        return new Estimate(
                OptionalLong.of(100),
                OptionalDouble.of(mean),
                OptionalDouble.of(mean - half),
                OptionalDouble.of(mean + half),
                Optional.empty());
    }

    private static Spread spread(double mean) {
        return new Spread(OptionalDouble.of(mean), OptionalDouble.of(1));
    }

    static ServqualResult.ItemGap gap(String key, double expected, double perceived, double half) {
        return new ServqualResult.ItemGap(
                key,
                LocalizedText.of("en", "Statement " + key, "fa", "گزارهٔ " + key, "zh-Hans", "陈述 " + key),
                Optional.empty(),
                OptionalLong.of(100),
                spread(expected),
                spread(perceived),
                estimate(perceived - expected, half));
    }

    static ServqualResult.ItemGap hidden(String key) {
        return new ServqualResult.ItemGap(
                key,
                LocalizedText.of("en", "Hidden"),
                Optional.empty(),
                OptionalLong.empty(),
                Spread.ABSENT,
                Spread.ABSENT,
                Estimate.absent(Absence.SUPPRESSED));
    }

    static Insight gaps(ServqualResult.ItemGap... items) {
        return of(
                InsightMethod.SERVQUAL,
                new ServqualResult(
                        List.of(items),
                        List.of(),
                        new ServqualResult.Overall(
                                estimate(-1, 0.2),
                                Estimate.absent(Absence.NO_WEIGHTS),
                                estimate(5, 0.2),
                                Estimate.absent(Absence.NO_WEIGHTS),
                                OptionalLong.of(200),
                                spread(6),
                                spread(5))));
    }

    static Insight zone(double minimum, double desired, double perceived) {
        boolean low = perceived < minimum;
        return of(
                InsightMethod.ZONE,
                new ZoneResult(List.of(new ZoneResult.ItemZone(
                        "z",
                        LocalizedText.of("en", "Waiting"),
                        Optional.empty(),
                        OptionalLong.of(100),
                        OptionalDouble.of(minimum),
                        OptionalDouble.of(desired),
                        OptionalDouble.of(perceived),
                        new ZoneResult.Judged(estimate(perceived - minimum, 0.1), low ? "INADEQUATE" : "ADEQUATE"),
                        new ZoneResult.Judged(estimate(perceived - desired, 0.1), "NOT_SUPERIOR"),
                        OptionalDouble.of(0.5),
                        Proportion.absent(Absence.TOO_FEW),
                        Optional.empty()))));
    }

    static KanoResult.ItemClass kano(String key, String kind, String tier, double better, double worse) {
        return new KanoResult.ItemClass(
                key,
                LocalizedText.of("en", "Feature " + key),
                Optional.empty(),
                OptionalLong.of(100),
                Optional.of(Map.of(kind, 100L)),
                Optional.of(kind),
                Optional.empty(),
                Optional.empty(),
                Optional.of(tier),
                Optional.of(true),
                proportion(better, 0.05),
                proportion(worse, 0.05),
                Optional.empty(),
                OptionalDouble.of(0.9),
                OptionalDouble.of(0.2),
                Optional.empty());
    }

    static Proportion proportion(double value, double half) {
        return new Proportion(
                OptionalDouble.of(value),
                OptionalDouble.of(value - half),
                OptionalDouble.of(value + half),
                Optional.empty());
    }

    static Insight nps(long promoters, long passives, long detractors) {
        double n = promoters + passives + detractors;
        return of(
                InsightMethod.NPS,
                new NpsResult(List.of(new NpsResult.ItemScore(
                        "nps",
                        LocalizedText.of("en", "Recommend?"),
                        OptionalLong.of((long) n),
                        Optional.of(new NpsResult.Counts(promoters, passives, detractors)),
                        Optional.of(List.of(detractors, 0L, 0L, 0L, 0L, 0L, 0L, passives, 0L, promoters, 0L)),
                        proportion(100 * (promoters - detractors) / n, 9)))));
    }
}
