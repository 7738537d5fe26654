package org.entezar.methods.nps;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Means;

/**
 * Satisfaction index 0..100 of the ACSI type: 100·(Σw·x̄ - Σw·min)/(Σw·max - Σw·min) with <em>unstandardised</em> weights w
 * (Fornell et al. 1996 J. Marketing 60(4):7-18). Weights of standardised items, as PLS gives them, are first divided by
 * each item's standard deviation. An item's mean is over those who answered it; a respondent has a score of his own when
 * he answered all items. The interval treats the weights as known.
 *
 * @param itemMeans by item
 * @param itemDeviations by item, divisor n - 1
 * @param weights unstandardised, rescaled to sum to 1; empty when they cannot be told
 * @param index 0..100; UNSTABLE when a weight is negative, since such an index has no meaning
 * @param respondentScores 0..100 by respondent, NaN where an item is missing or there is no index
 * @param respondents mean of the respondents' scores with its t interval
 * @param warnings NEGATIVE_WEIGHT
 */
public record SatisfactionIndex(
        double[] itemMeans,
        double[] itemDeviations,
        double[] weights,
        Figure index,
        double[] respondentScores,
        MeanEstimate respondents,
        Set<Warning> warnings) {

    /**
     * The answers and the weights.
     *
     * @param items rows of respondents, one answer an item, NaN = missing
     * @param weights by item
     * @param standardised whether the weights belong to standardised items
     * @param least lower end of each item's scale
     * @param greatest upper end of each item's scale
     */
    public record Input(double[][] items, double[] weights, boolean standardised, double[] least, double[] greatest) {}

    /** Computes the index. */
    public static SatisfactionIndex of(Input input, double confidence) {
        int k = input.weights().length;
        check(input, k);
        double[] means = new double[k];
        double[] deviations = new double[k];
        for (int j = 0; j < k; j++) {
            double[] column = column(input.items(), j);
            MeanEstimate estimate = Means.estimate(column, confidence);
            means[j] = estimate.mean().number().orElse(Double.NaN);
            deviations[j] = estimate.sd().number().orElse(Double.NaN);
        }
        double[] weights = input.weights().clone();
        if (input.standardised()) {
            Arrays.setAll(weights, j -> weights[j] / deviations[j]);
        }
        double sum = Arrays.stream(weights).sum();
        Figure refusal = refusal(input, means, deviations, sum);
        if (!refusal.isDefined()) {
            Set<Warning> warnings = EnumSet.noneOf(Warning.class);
            if (negative(input.weights())) {
                warnings.add(Warning.NEGATIVE_WEIGHT);
            }
            double[] none = new double[input.items().length];
            Arrays.fill(none, Double.NaN);
            return new SatisfactionIndex(
                    means, deviations, new double[0], refusal, none, Means.of(0, 0, 0, confidence), warnings);
        }
        Arrays.setAll(weights, j -> weights[j] / sum);
        double[] scores = new double[input.items().length];
        Arrays.setAll(scores, i -> score(input, weights, input.items()[i]));
        return new SatisfactionIndex(
                means,
                deviations,
                weights,
                Figure.of(score(input, weights, means)),
                scores,
                Means.estimate(scores, confidence),
                EnumSet.noneOf(Warning.class));
    }

    private static Figure refusal(Input input, double[] means, double[] deviations, double sum) {
        if (Arrays.stream(means).anyMatch(Double::isNaN)) {
            return Figure.undefined(Reason.NO_DATA);
        }
        if (negative(input.weights())) {
            return Figure.undefined(Reason.UNSTABLE);
        }
        if (input.standardised()) {
            for (double deviation : deviations) {
                if (!(deviation > 0)) {
                    return Figure.undefined(Double.isNaN(deviation) ? Reason.TOO_FEW : Reason.ZERO_VARIANCE);
                }
            }
        }
        return Figure.finiteOr(sum, Reason.UNSTABLE);
    }

    private static boolean negative(double[] weights) {
        return Arrays.stream(weights).anyMatch(w -> w < 0);
    }

    private static double score(Input input, double[] weights, double[] answers) {
        double above = 0;
        double range = 0;
        for (int j = 0; j < weights.length; j++) {
            above += weights[j] * (answers[j] - input.least()[j]);
            range += weights[j] * (input.greatest()[j] - input.least()[j]);
        }
        return 100 * above / range;
    }

    private static double[] column(double[][] rows, int j) {
        double[] column = new double[rows.length];
        Arrays.setAll(column, i -> rows[i][j]);
        return column;
    }

    private static void check(Input input, int k) {
        if (k == 0) {
            throw InvalidInputException.of(Code.EMPTY, "weights", "at least one item is needed");
        }
        if (input.least().length != k || input.greatest().length != k) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "min", "one lower and upper end an item is needed");
        }
        double sum = 0;
        for (int j = 0; j < k; j++) {
            if (!(input.least()[j] < input.greatest()[j])) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "max", j, "must be above min");
            }
            if (!Double.isFinite(input.weights()[j])) {
                throw InvalidInputException.at(Code.BAD_WEIGHTS, "weights", j, "must be a number");
            }
            sum += Math.abs(input.weights()[j]);
        }
        if (sum == 0) {
            throw InvalidInputException.of(Code.BAD_WEIGHTS, "weights", "all are 0");
        }
        for (int i = 0; i < input.items().length; i++) {
            if (input.items()[i].length != k) {
                throw InvalidInputException.at(Code.WRONG_LENGTH, "items", i, "has not " + k + " answers");
            }
            for (int j = 0; j < k; j++) {
                double answer = input.items()[i][j];
                if (answer < input.least()[j] || answer > input.greatest()[j]) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "items", i, j, "is not on the scale: " + answer);
                }
            }
        }
    }
}
