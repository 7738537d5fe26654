package org.entezar.methods.statistics;

import java.util.Arrays;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Quantiles of samples and of the distributions behind the intervals. */
public final class Quantiles {
    /** z of a two-sided 95 % interval. */
    public static final double Z_95 = 1.959963984540054;

    /** Solver accuracy of the inverse distribution functions; Hipparchus' default of 1e-9 is too coarse. */
    private static final double ACCURACY = 1e-14;

    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    private Quantiles() {}

    /**
     * Sample quantile by linear interpolation, h = (n-1)p + 1 (R type 7).
     *
     * @param values at least one finite value, in any order; left as they are
     * @param p probability, 0..1
     */
    public static double type7(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return type7OfSorted(sorted, p);
    }

    /** {@link #type7} of values that are sorted already. */
    public static double type7OfSorted(double[] sorted, double p) {
        if (sorted.length == 0) {
            throw InvalidInputException.of(Code.EMPTY, "values", "a quantile needs at least one value");
        }
        if (!(p >= 0 && p <= 1)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "p", "a probability lies between 0 and 1");
        }
        double h = (sorted.length - 1) * p;
        int below = (int) Math.floor(h);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    /** Median of at least one value. */
    public static double median(double[] values) {
        return type7(values, 0.5);
    }

    /** z with P(Z ≤ z) = p for a standard normal Z. */
    public static double normal(double p) {
        return p == 0.975 ? Z_95 : NORMAL.inverseCumulativeProbability(p);
    }

    /** P(Z ≤ z) for a standard normal Z. */
    public static double normalProbability(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    /** P(|Z| ≥ |z|), without the cancellation of 1 - P. */
    public static double normalTwoSided(double z) {
        return Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
    }

    /** t with P(T ≤ t) = p, df may be fractional. */
    public static double t(double p, double degreesOfFreedom) {
        if (p < 0.5) {
            return -t(1 - p, degreesOfFreedom);
        }
        return new TDistribution(degreesOfFreedom, ACCURACY).inverseCumulativeProbability(p);
    }

    /** P(|T| ≥ |t|), df may be fractional. */
    public static double tTwoSided(double t, double degreesOfFreedom) {
        return Math.min(1, 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-Math.abs(t)));
    }

    /** f with P(F ≤ f) = p. */
    public static double f(double p, double numerator, double denominator) {
        return new FDistribution(numerator, denominator, ACCURACY).inverseCumulativeProbability(p);
    }

    /** Refuses a confidence level that is not strictly between 0 and 1. */
    public static double checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "confidence", "a level lies strictly between 0 and 1");
        }
        return confidence;
    }
}
