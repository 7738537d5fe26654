package org.entezar.methods.statistics;

import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;

/** Means, spreads and t intervals. In every column NaN marks a missing answer, which is left out and never counted. */
public final class Means {
    private Means() {}

    /** 95 % t interval of the mean of the answered values. */
    public static MeanEstimate estimate(double[] column) {
        return estimate(column, 0.95);
    }

    /**
     * t interval x̄ ± t(n-1, 1-α/2)·s/√n of the mean of the answered values.
     *
     * @param column values, NaN = missing
     * @param confidence level, strictly between 0 and 1
     */
    public static MeanEstimate estimate(double[] column, double confidence) {
        long n = count(column);
        if (n == 0) {
            return of(0, 0, 0, confidence);
        }
        double mean = mean(column);
        double squares = 0;
        for (double value : column) {
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
            }
        }
        return of(n, mean, n > 1 ? squares / (n - 1) : 0, confidence);
    }

    /** The estimate from its sufficient statistics; the variance has divisor n - 1 and is not read when n &lt; 2. */
    public static MeanEstimate of(long n, double mean, double variance, double confidence) {
        Quantiles.checkConfidence(confidence);
        if (n == 0) {
            Figure none = Figure.undefined(Reason.NO_DATA);
            return new MeanEstimate(0, none, none, none, Bounds.undefined(Reason.NO_DATA));
        }
        if (n == 1) {
            Figure few = Figure.undefined(Reason.TOO_FEW);
            return new MeanEstimate(1, Figure.of(mean), few, few, Bounds.undefined(Reason.TOO_FEW));
        }
        double sd = Math.sqrt(Math.max(variance, 0));
        double se = sd / Math.sqrt(n);
        return new MeanEstimate(
                n,
                Figure.of(mean),
                Figure.of(sd),
                Figure.of(se),
                Bounds.around(mean, Quantiles.t(1 - (1 - confidence) / 2, n - 1) * se));
    }

    /** The number of answered values. */
    public static long count(double[] column) {
        long n = 0;
        for (double value : column) {
            if (!Double.isNaN(value)) {
                n++;
            }
        }
        return n;
    }

    /** Mean of the answered values; there must be one at least. */
    public static double mean(double[] column) {
        double sum = 0;
        long n = 0;
        for (double value : column) {
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return sum / n;
    }

    /** Variance with divisor n - 1 of values without gaps, n ≥ 2. */
    public static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    /** Covariance with divisor n - 1 of two columns of the same length without gaps, n ≥ 2. */
    public static double covariance(double[] first, double[] second) {
        double firstMean = mean(first);
        double secondMean = mean(second);
        double products = 0;
        for (int i = 0; i < first.length; i++) {
            products += (first[i] - firstMean) * (second[i] - secondMean);
        }
        return products / (first.length - 1);
    }

    /** Pearson's r of two columns of the same length without gaps; ZERO_VARIANCE when one does not vary. */
    public static Figure correlation(double[] first, double[] second) {
        if (first.length < 2) {
            return Figure.undefined(Reason.TOO_FEW);
        }
        double product = variance(first) * variance(second);
        return Figure.ratio(covariance(first, second), Math.sqrt(product), Reason.ZERO_VARIANCE);
    }
}
