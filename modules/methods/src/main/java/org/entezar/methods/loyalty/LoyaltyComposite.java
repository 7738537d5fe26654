package org.entezar.methods.loyalty;

import java.util.Arrays;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.statistics.Means;

/**
 * Loyalty as one number from 0 to 100: purchase intention, price tolerance, cross-buying and recommendation.
 *
 * <p>The idea of several components follows Zeithaml, Berry &amp; Parasuraman (1996), Journal of Marketing 60(2):31-46; the
 * weights and the cap are our own construction and a setting.
 */
public final class LoyaltyComposite {
    /** Intention, price tolerance, cross-buying, recommendation. */
    public static final double[] DEFAULT_WEIGHTS = {0.3, 0.2, 0.2, 0.3};

    /** Percent above which more tolerance does not count. */
    public static final double DEFAULT_CAP = 25;

    private static final int COMPONENTS = 4;
    private static final int NEEDED = 3;

    private LoyaltyComposite() {}

    /**
     * Answers, NaN = missing.
     *
     * @param intention 1..7
     * @param tolerance percent of price difference at which the customer would stay; below 0 counts 0
     * @param bought products bought
     * @param available products that could be bought; 0 leaves the component out
     * @param recommendation 0..10
     * @param weights four, rescaled to sum 1
     * @param cap percent, above 0
     */
    public record Input(
            double[] intention,
            double[] tolerance,
            double[] bought,
            double[] available,
            double[] recommendation,
            double[] weights,
            double cap) {
        /** Checks columns, ranges and weights. */
        public Input {
            int n = intention.length;
            intention = column("purchase_intention_1_7", intention, n, 1, 7);
            tolerance = column("price_tolerance_pct", tolerance, n, -1e9, 1e9);
            bought = column("cross_bought", bought, n, 0, 1e9);
            available = column("cross_available", available, n, 0, 1e9);
            recommendation = column("recommend_0_10", recommendation, n, 0, 10);
            for (int i = 0; i < n; i++) {
                if (bought[i] > available[i]) {
                    throw InvalidInputException.at(
                            Code.OUT_OF_RANGE, "cross_bought", i, "at most the " + available[i] + " available");
                }
            }
            weights = weights.clone();
            if (weights.length != COMPONENTS) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "weights", "four, got " + weights.length);
            }
            for (int c = 0; c < COMPONENTS; c++) {
                if (!(weights[c] >= 0 && Double.isFinite(weights[c]))) {
                    throw InvalidInputException.at(Code.BAD_WEIGHTS, "weights", c, "0 or more, got " + weights[c]);
                }
            }
            if (!(Arrays.stream(weights).sum() > 0)) {
                throw InvalidInputException.of(Code.BAD_WEIGHTS, "weights", "all are 0");
            }
            if (!(cap > 0 && Double.isFinite(cap))) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "price_cap_pct", "above 0, got " + cap);
            }
        }

        private static double[] column(String field, double[] column, int n, double least, double most) {
            if (column.length != n) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, field, n + " customers, got " + column.length);
            }
            for (int i = 0; i < n; i++) {
                if (column[i] < least || column[i] > most) {
                    throw InvalidInputException.at(
                            Code.OUT_OF_RANGE, field, i, least + ".." + most + ", got " + column[i]);
                }
            }
            return column.clone();
        }
    }

    /**
     * Loyalty of each customer.
     *
     * @param components one row a customer, 0..100, NaN = missing
     * @param composite weighted mean of the answered components with rescaled weights; NaN with fewer than three
     * @param mean of the composites with its t interval
     */
    public record Result(double[][] components, double[] composite, MeanEstimate mean) {}

    /** Computes loyalty. */
    public static Result evaluate(Input in) {
        int n = in.intention().length;
        double[][] components = new double[n][COMPONENTS];
        double[] composite = new double[n];
        for (int i = 0; i < n; i++) {
            double[] row = components[i];
            row[0] = 100 * (in.intention()[i] - 1) / 6;
            row[1] = 100 * Math.min(Math.max(in.tolerance()[i], 0), in.cap()) / in.cap();
            row[2] = in.available()[i] > 0 ? 100 * in.bought()[i] / in.available()[i] : Double.NaN;
            row[3] = 100 * in.recommendation()[i] / 10;
            composite[i] = composite(row, in.weights());
        }
        return new Result(components, composite, Means.estimate(composite));
    }

    private static double composite(double[] row, double[] weights) {
        double sum = 0;
        double weight = 0;
        int answered = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < COMPONENTS; c++) {
            if (!Double.isNaN(row[c])) {
                sum += weights[c] * row[c];
                weight += weights[c];
                answered++;
                least = Math.min(least, row[c]);
                greatest = Math.max(greatest, row[c]);
            }
        }
        return answered >= NEEDED && weight > 0 ? clip(sum / weight, least, greatest) : Double.NaN;
    }

    /** A mean lies among its values, which rounding could leave by the last digit. */
    private static double clip(double mean, double least, double greatest) {
        return Math.min(Math.max(mean, least), greatest);
    }
}
