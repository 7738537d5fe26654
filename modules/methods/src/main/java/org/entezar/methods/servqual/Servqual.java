package org.entezar.methods.servqual;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.statistics.Means;
import org.entezar.methods.statistics.Moments;
import org.jspecify.annotations.Nullable;

/**
 * SERVQUAL and SERVPERF on raw answers, which may be decimals.
 *
 * <p>Gap g = perception - expectation, only where both were answered. An item's gap is the mean over respondents. A
 * respondent's dimension gap is the mean of the answered gaps of its items, defined when at least half of them
 * (⌈k/2⌉) have one. The overall score of a respondent who has all dimensions is their mean (not the mean of the items,
 * since dimensions differ in size), or their mean weighted by the <em>respondent's own</em> weights; then t intervals
 * over respondents. SERVPERF is the same with perceptions in place of gaps. Missing answers are left out, never filled.
 *
 * <p>Sources: Parasuraman, Zeithaml &amp; Berry 1988 J. Retailing 64(1):12-40; Cronin &amp; Taylor 1992 J. Marketing
 * 56(3):55-68. For coded answers in large numbers use {@link ServqualAccumulator}.
 */
public final class Servqual {
    /** Points of a constant sum that may be off before it is flagged. */
    private static final double POINTS_OFF = 5;

    private Servqual() {}

    /**
     * What was answered.
     *
     * @param design items and dimensions
     * @param scale both ends of the scale, needed when an item is reversed; when given, answers off the scale are refused
     * @param expectation rows of respondents, one answer an item, NaN = missing
     * @param perception likewise
     * @param points each respondent's importance points by dimension, NaN = missing
     * @param weights weights by dimension for everyone, where respondents gave no points
     */
    public record Input(
            ServqualDesign design,
            Optional<Scale> scale,
            double[][] expectation,
            double[][] perception,
            Optional<double[][]> points,
            Optional<double[]> weights) {}

    /**
     * The figures.
     *
     * @param items mean gaps by item
     * @param gaps perception minus expectation
     * @param perceptions SERVPERF
     * @param points mean importance points by dimension; empty when none were given
     * @param respondentGaps unweighted overall gap by respondent, NaN where there is none
     * @param respondentWeightedGaps weighted overall gap by respondent, NaN where there is none
     * @param warnings what to know besides
     */
    public record Result(
            List<MeanEstimate> items,
            ServqualScores gaps,
            ServqualScores perceptions,
            List<Figure> points,
            double[] respondentGaps,
            double[] respondentWeightedGaps,
            Set<Warning> warnings) {}

    /** Evaluates the answers. */
    public static Result evaluate(Input input) {
        ServqualDesign design = input.design();
        double[][] expectation = recoded(input, "expectation", input.expectation());
        double[][] perception = recoded(input, "perception", input.perception());
        if (expectation.length != perception.length) {
            throw InvalidInputException.of(
                    Code.WRONG_LENGTH,
                    "perception",
                    "has " + perception.length + " respondents, expectation has " + expectation.length);
        }
        double[][] points = input.points().orElse(null);
        if (points != null && points.length != expectation.length) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "points", "one row a respondent is needed");
        }
        RespondentScores scores = new RespondentScores(design, input.weights().orElse(null));
        double[] unweighted = new double[expectation.length];
        double[] weighted = new double[expectation.length];
        boolean sumOff = false;
        for (int i = 0; i < expectation.length; i++) {
            double[] own = points == null
                    ? null
                    : ownWeights(points, i, design.dimensions().size());
            sumOff |= own != null && isOff(own);
            scores.add(expectation[i], perception[i], own);
            unweighted[i] = scores.lastUnweightedGap();
            weighted[i] = scores.lastWeightedGap();
        }
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (sumOff) {
            warnings.add(Warning.CONSTANT_SUM_OFF);
        }
        long n = scores.gaps().unweighted().n();
        if (n < 30) {
            warnings.add(n < 5 ? Warning.TOO_FEW_TO_SHOW : Warning.INDICATIVE);
        }
        return new Result(
                itemGaps(design, expectation, perception),
                scores.gaps(),
                scores.perceptions(),
                meanPoints(points, design.dimensions().size()),
                unweighted,
                weighted,
                warnings);
    }

    private static double[] ownWeights(double[][] points, int respondent, int dimensions) {
        try {
            ServqualAccumulator.checkOwnWeights(points[respondent], dimensions);
        } catch (InvalidInputException refused) {
            throw refused.within("points", respondent);
        }
        return points[respondent];
    }

    private static boolean isOff(double[] points) {
        double sum = 0;
        for (double point : points) {
            sum += point;
        }
        return Math.abs(sum - 100) > POINTS_OFF;
    }

    private static List<MeanEstimate> itemGaps(ServqualDesign design, double[][] expectation, double[][] perception) {
        List<MeanEstimate> gaps = new ArrayList<>(design.items());
        for (int j = 0; j < design.items(); j++) {
            Moments moments = new Moments();
            for (int i = 0; i < expectation.length; i++) {
                double gap = perception[i][j] - expectation[i][j];
                if (!Double.isNaN(gap)) {
                    moments.add(gap);
                }
            }
            gaps.add(moments.estimate(design.confidence()));
        }
        return gaps;
    }

    private static List<Figure> meanPoints(double @Nullable [] @Nullable [] points, int dimensions) {
        List<Figure> means = new ArrayList<>();
        if (points != null) {
            for (int d = 0; d < dimensions; d++) {
                double[] column = new double[points.length];
                for (int i = 0; i < column.length; i++) {
                    column[i] = points[i][d];
                }
                means.add(Means.estimate(column).mean());
            }
        }
        return means;
    }

    /** The answers with reversed items recoded; refuses rows of the wrong length and answers off the scale. */
    private static double[][] recoded(Input input, String name, double[][] answers) {
        ServqualDesign design = input.design();
        if (!design.reversed().isEmpty() && input.scale().isEmpty()) {
            throw InvalidInputException.of(Code.MISSING_FIELD, "scale", "is needed to recode reversed items");
        }
        double[][] recoded = new double[answers.length][];
        for (int i = 0; i < answers.length; i++) {
            if (answers[i].length != design.items()) {
                throw InvalidInputException.at(
                        Code.WRONG_LENGTH, name, i, "has " + answers[i].length + " answers, not " + design.items());
            }
            recoded[i] = answers[i].clone();
            for (int j = 0; j < recoded[i].length; j++) {
                checkAnswer(input, name, i, j, recoded[i][j]);
                if (design.reversed().contains(j)) {
                    recoded[i][j] = input.scale().orElseThrow().reverse(recoded[i][j]);
                }
            }
        }
        return recoded;
    }

    private static void checkAnswer(Input input, String name, int row, int column, double answer) {
        if (Double.isNaN(answer)) {
            return;
        }
        boolean off = input.scale()
                .map(scale -> answer < scale.least() || answer > scale.greatest())
                .orElse(Double.isInfinite(answer));
        if (off) {
            throw InvalidInputException.at(Code.OUT_OF_RANGE, name, row, column, "is not on the scale: " + answer);
        }
    }
}
