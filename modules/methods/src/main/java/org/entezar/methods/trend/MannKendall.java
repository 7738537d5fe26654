package org.entezar.methods.trend;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Quantiles;

/**
 * Mann-Kendall test for a monotone trend and Sen's slope with its interval. Missing periods keep their place in time.
 *
 * <p>Sources: Mann (1945); Kendall (1975); Sen (1968), JASA 63:1379-1389; Gilbert (1987). R:
 * {@code cor.test(method = "kendall", exact = FALSE, continuity = TRUE)} gives the same z.
 */
public final class MannKendall {
    /** Fewer periods allow no verdict. */
    public static final int LEAST_FOR_VERDICT = 8;

    /** All pairs are looked at, so the series is bounded. */
    private static final int MOST_PERIODS = 5000;

    private static final double AUTOCORRELATION_LIMIT = 0.3;
    private static final double SIGNIFICANCE = 0.05;

    private MannKendall() {}

    /** What the trend is, at 5 %. */
    public enum Verdict {
        /** The level rises. */
        RISING,
        /** The level falls. */
        FALLING,
        /** Neither is shown. */
        NO_TREND
    }

    /**
     * A trend; t counts periods from 1.
     *
     * @param n periods with a value
     * @param s Σ_{i&lt;j} sign(y_j - y_i)
     * @param variance of S under no trend, ties counted
     * @param z (S - sign S)/√variance; 0 when the variance is 0
     * @param pValue two-sided, normal approximation; 1 when the variance is 0
     * @param tauB Kendall's τ_b; ZERO_VARIANCE when nothing moves
     * @param slope median of all (y_j - y_i)/(j - i); TOO_FEW below two values
     * @param intercept median of y - slope·t
     * @param bounds 95 % interval of the slope
     * @param autocorrelation lag-1 r of y without its trend; warns above 0.3
     * @param verdict empty below eight values
     */
    public record Result(
            int n,
            long s,
            double variance,
            double z,
            double pValue,
            Figure tauB,
            Figure slope,
            Figure intercept,
            Bounds bounds,
            Figure autocorrelation,
            Optional<Verdict> verdict,
            Set<Warning> warnings) {}

    /**
     * Tests a series.
     *
     * @param y one value a period in order of time, NaN = missing
     */
    public static Result evaluate(double[] y) {
        int n = 0;
        double[] values = new double[y.length];
        int[] times = new int[y.length];
        for (int i = 0; i < y.length; i++) {
            if (Double.isInfinite(y[i])) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "y", i, "a finite number or a missing value");
            }
            if (!Double.isNaN(y[i])) {
                values[n] = y[i];
                times[n++] = i + 1;
            }
        }
        if (n > MOST_PERIODS) {
            throw InvalidInputException.of(Code.TOO_LARGE, "y", "at most " + MOST_PERIODS + " periods, got " + n);
        }
        return evaluate(Arrays.copyOf(values, n), Arrays.copyOf(times, n));
    }

    private static Result evaluate(double[] y, int[] t) {
        int n = y.length;
        int pairs = n * (n - 1) / 2;
        double[] slopes = new double[pairs];
        long s = 0;
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += (long) Math.signum(y[j] - y[i]);
                slopes[k++] = (y[j] - y[i]) / (t[j] - t[i]);
            }
        }
        double[] sorted = y.clone();
        Arrays.sort(sorted);
        double tiedVariance = 0;
        double tiedPairs = 0;
        for (int i = 0; i < n; ) {
            int end = i;
            while (end < n && sorted[end] == sorted[i]) {
                end++;
            }
            double ties = end - i;
            tiedVariance += ties * (ties - 1) * (2 * ties + 5);
            tiedPairs += ties * (ties - 1) / 2;
            i = end;
        }
        double variance = ((double) n * (n - 1) * (2.0 * n + 5) - tiedVariance) / 18;
        double z = variance > 0 ? (s - Math.signum((double) s)) / Math.sqrt(variance) : 0;
        double p = variance > 0 ? Quantiles.normalTwoSided(z) : 1;
        Reason few = n == 0 ? Reason.NO_DATA : Reason.TOO_FEW;
        if (n < 2) {
            Figure none = Figure.undefined(few);
            return new Result(n, s, 0, 0, 1, none, none, none, Bounds.undefined(few), none, Optional.empty(), Set.of());
        }
        Arrays.sort(slopes);
        double slope = Quantiles.type7OfSorted(slopes, 0.5);
        double[] rest = new double[n];
        Arrays.setAll(rest, i -> y[i] - slope * t[i]);
        Figure autocorrelation = autocorrelation(rest, t);
        boolean clings = autocorrelation.isDefined() && autocorrelation.value() > AUTOCORRELATION_LIMIT;
        double c = Quantiles.Z_95 * Math.sqrt(Math.max(variance, 0));
        Verdict verdict = p >= SIGNIFICANCE ? Verdict.NO_TREND : s > 0 ? Verdict.RISING : Verdict.FALLING;
        return new Result(
                n,
                s,
                variance,
                z,
                p,
                Figure.ratio(s, Math.sqrt(pairs * (pairs - tiedPairs)), Reason.ZERO_VARIANCE),
                Figure.of(slope),
                Figure.of(Quantiles.median(rest)),
                new Bounds(Figure.of(at(slopes, (pairs - c) / 2)), Figure.of(at(slopes, (pairs + c) / 2 + 1))),
                autocorrelation,
                n < LEAST_FOR_VERDICT ? Optional.empty() : Optional.of(verdict),
                clings ? Set.of(Warning.AUTOCORRELATED) : Set.of());
    }

    /** The value at a position counted from 1, between positions in proportion, beyond the ends the end. */
    private static double at(double[] sorted, double position) {
        double inside = Math.min(Math.max(position, 1), sorted.length);
        int below = (int) Math.floor(inside);
        int above = Math.min(below + 1, sorted.length);
        return sorted[below - 1] + (inside - below) * (sorted[above - 1] - sorted[below - 1]);
    }

    private static Figure autocorrelation(double[] rest, int[] t) {
        double mean = Arrays.stream(rest).average().orElseThrow();
        double products = 0;
        double squares = 0;
        int neighbours = 0;
        for (int i = 0; i < rest.length; i++) {
            squares += (rest[i] - mean) * (rest[i] - mean);
            if (i > 0 && t[i] == t[i - 1] + 1) {
                products += (rest[i] - mean) * (rest[i - 1] - mean);
                neighbours++;
            }
        }
        if (neighbours == 0) {
            return Figure.undefined(Reason.TOO_FEW);
        }
        return squares < 1e-20 * (1 + mean * mean)
                ? Figure.undefined(Reason.ZERO_VARIANCE)
                : Figure.of(products / squares);
    }
}
