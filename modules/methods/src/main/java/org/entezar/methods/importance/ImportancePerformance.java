package org.entezar.methods.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Bootstrap;
import org.entezar.methods.statistics.Means;
import org.entezar.methods.statistics.Quantiles;

/**
 * Importance-performance analysis (Martilla &amp; James 1977 J. Marketing 41(1):77-79): each item in one of four quadrants
 * by its mean performance and its importance, stated or derived. Rows with a gap are left out.
 *
 * <p>Quadrants flip near the cross-hairs: show {@link #bootstrap} membership beside them.
 *
 * @param n complete rows used
 * @param performance item means
 * @param derived derived importance
 * @param performanceLine the vertical cross-hair
 * @param statedLine the cross-hair of the stated importance, NaN without it
 * @param byStated quadrants by stated importance; empty without it
 * @param byDerived quadrants by LMG shares; an item without a share has none
 * @param warnings what to know besides
 */
public record ImportancePerformance(
        int n,
        double[] performance,
        DerivedImportance derived,
        double performanceLine,
        double statedLine,
        List<Quadrant> byStated,
        List<Optional<Quadrant>> byDerived,
        Set<Warning> warnings) {

    private static final double SAME = 1e-9;

    /** What to do about an item; a value on the cross-hair counts as high. */
    public enum Quadrant {
        /** Important and weak. */
        CONCENTRATE,
        /** Important and strong. */
        KEEP_UP,
        /** Unimportant and strong. */
        OVERKILL,
        /** Unimportant and weak. */
        LOW_PRIORITY;

        static Quadrant of(double importance, double importanceLine, double performance, double performanceLine) {
            boolean important = importance >= importanceLine - SAME;
            boolean strong = performance >= performanceLine - SAME;
            return important ? (strong ? KEEP_UP : CONCENTRATE) : strong ? OVERKILL : LOW_PRIORITY;
        }
    }

    /** Where the cross-hairs stand. */
    public enum CrossHair {
        /** At the grand means. */
        MEANS,
        /** At the medians. */
        MEDIANS;

        double line(double[] values) {
            double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
            if (known.length == 0) {
                return Double.NaN;
            }
            return this == MEANS ? Means.mean(known) : Quantiles.median(known);
        }
    }

    /**
     * What was answered.
     *
     * @param items rows of respondents, one performance rating an item, NaN = missing
     * @param overall overall rating by respondent, NaN = missing
     * @param stated stated importance by item, where it was asked
     * @param crossHair where the lines stand
     * @param scaleMiddle a fixed line for performance and stated importance in place of the cross-hair, where wanted
     * @param seed of permutations and resamples
     */
    public record Input(
            double[][] items,
            double[] overall,
            Optional<double[]> stated,
            CrossHair crossHair,
            Optional<Double> scaleMiddle,
            long seed) {}

    /** Evaluates the answers. */
    public static ImportancePerformance of(Input input) {
        Complete complete = Complete.of(input);
        double[] performance = complete.means();
        DerivedImportance derived = DerivedImportance.of(complete.columns(), complete.overall(), input.seed());
        double performanceLine =
                input.scaleMiddle().orElseGet(() -> input.crossHair().line(performance));
        double statedLine = input.stated()
                .map(stated ->
                        input.scaleMiddle().orElseGet(() -> input.crossHair().line(stated)))
                .orElse(Double.NaN);
        List<Quadrant> byStated = new ArrayList<>();
        input.stated().ifPresent(stated -> {
            for (int j = 0; j < performance.length && complete.n() > 0; j++) {
                byStated.add(Quadrant.of(stated[j], statedLine, performance[j], performanceLine));
            }
        });
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        warnings.addAll(derived.warnings());
        if (complete.n() < 30) {
            warnings.add(complete.n() < 5 ? Warning.TOO_FEW_TO_SHOW : Warning.INDICATIVE);
        }
        return new ImportancePerformance(
                complete.n(),
                performance,
                derived,
                performanceLine,
                statedLine,
                byStated,
                quadrants(derived.lmg(), input.crossHair(), performance, performanceLine),
                warnings);
    }

    private static List<Optional<Quadrant>> quadrants(
            double[] lmg, CrossHair crossHair, double[] performance, double performanceLine) {
        double line = crossHair.line(lmg);
        List<Optional<Quadrant>> quadrants = new ArrayList<>();
        for (int j = 0; j < lmg.length; j++) {
            quadrants.add(
                    Double.isNaN(lmg[j])
                            ? Optional.empty()
                            : Optional.of(Quadrant.of(lmg[j], line, performance[j], performanceLine)));
        }
        return quadrants;
    }

    /**
     * How sure the picture is.
     *
     * @param lmg percentile intervals of the LMG shares by item
     * @param membership by item, the share of resamples in each quadrant, in the order of {@link Quadrant}; resamples
     *     without a share are left out
     */
    public record Uncertainty(List<Bootstrap.Percentiles> lmg, double[][] membership) {}

    /** Bootstrap over respondents of the LMG shares and of the quadrants by derived importance. */
    public static Uncertainty bootstrap(Input input, Bootstrap bootstrap) {
        Complete complete = Complete.of(input);
        int p = complete.columns().length;
        double[][] values = bootstrap.distribution(complete.n(), 2 * p, () -> new Resampling(input, complete));
        List<Bootstrap.Percentiles> intervals = new ArrayList<>();
        double[][] membership = new double[p][Quadrant.values().length];
        for (int j = 0; j < p; j++) {
            intervals.add(Bootstrap.percentiles(values[j], bootstrap.confidence()));
            double[] quadrants =
                    Arrays.stream(values[p + j]).filter(q -> !Double.isNaN(q)).toArray();
            for (double quadrant : quadrants) {
                membership[j][(int) quadrant] += 1.0 / quadrants.length;
            }
        }
        return new Uncertainty(intervals, membership);
    }

    /** Evaluates one resample after the other in its own scratch columns. */
    private static final class Resampling implements Bootstrap.Statistics {
        private final Input input;
        private final Complete complete;
        private final Complete drawn;

        Resampling(Input input, Complete complete) {
            this.input = input;
            this.complete = complete;
            this.drawn = new Complete(new double[complete.columns().length][complete.n()], new double[complete.n()]);
        }

        @Override
        public void of(int[] rows, double[] results) {
            int p = complete.columns().length;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < p; j++) {
                    drawn.columns()[j][i] = complete.columns()[j][rows[i]];
                }
                drawn.overall()[i] = complete.overall()[rows[i]];
            }
            double[] performance = drawn.means();
            double[] lmg = DerivedImportance.of(drawn.columns(), drawn.overall(), input.seed())
                    .lmg();
            double line = input.scaleMiddle().orElseGet(() -> input.crossHair().line(performance));
            List<Optional<Quadrant>> quadrants = quadrants(lmg, input.crossHair(), performance, line);
            for (int j = 0; j < p; j++) {
                results[j] = lmg[j];
                results[p + j] = quadrants.get(j).map(q -> (double) q.ordinal()).orElse(Double.NaN);
            }
        }
    }

    /** The complete rows, as columns. */
    record Complete(double[][] columns, double[] overall) {
        static Complete of(Input input) {
            double[][] items = input.items();
            if (items.length == 0) {
                throw InvalidInputException.of(Code.EMPTY, "items", "at least one respondent is needed");
            }
            if (input.overall().length != items.length) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "overall", "one rating a respondent is needed");
            }
            int p = items[0].length;
            input.stated().ifPresent(stated -> {
                if (stated.length != p) {
                    throw InvalidInputException.of(Code.WRONG_LENGTH, "stated", "one value an item is needed");
                }
            });
            int n = 0;
            double[][] columns = new double[p][items.length];
            double[] overall = new double[items.length];
            for (int i = 0; i < items.length; i++) {
                if (items[i].length != p) {
                    throw InvalidInputException.at(Code.WRONG_LENGTH, "items", i, "has not " + p + " ratings");
                }
                if (!Double.isNaN(Arrays.stream(items[i]).sum() + input.overall()[i])) {
                    for (int j = 0; j < p; j++) {
                        columns[j][n] = items[i][j];
                    }
                    overall[n++] = input.overall()[i];
                }
            }
            int complete = n;
            return new Complete(
                    Arrays.stream(columns).map(c -> Arrays.copyOf(c, complete)).toArray(double[][]::new),
                    Arrays.copyOf(overall, n));
        }

        int n() {
            return overall.length;
        }

        double[] means() {
            return Arrays.stream(columns)
                    .mapToDouble(c -> c.length == 0 ? Double.NaN : Means.mean(c))
                    .toArray();
        }
    }
}
