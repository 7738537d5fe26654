package org.entezar.methods.experiment;

import java.util.EnumSet;
import java.util.Set;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Quantiles;
import org.entezar.methods.statistics.Shares;

/**
 * Two independent shares: pooled z test without continuity correction, Newcombe's hybrid score interval (1998 Stat. Med.
 * 17:873-890), Fisher's exact test, Cohen's h (1988).
 *
 * @param first the first share with its Wilson interval
 * @param second the second share
 * @param difference first minus second
 * @param z ZERO_VARIANCE when nobody or everybody counts
 * @param pValue of z, two-sided
 * @param wald interval of the difference, for comparison
 * @param newcombe interval to show
 * @param cohensH 2asin√p₁ - 2asin√p₂
 * @param relativeRisk p₁/p₂; NO_DATA when p₂ = 0
 * @param fisherP two-sided: all tables no more likely than the observed one
 * @param warnings SMALL_EXPECTED_COUNT: read Fisher's p
 */
public record TwoProportions(
        ShareEstimate first,
        ShareEstimate second,
        Figure difference,
        Figure z,
        Figure pValue,
        Bounds wald,
        Bounds newcombe,
        Figure cohensH,
        Figure relativeRisk,
        Figure fisherP,
        Set<Warning> warnings) {

    /** Tables whose probability differs by less count as equally likely, as in R. */
    private static final double EQUALLY_LIKELY = 1 + 1e-7;

    private static final long MOST = 1L << 40;

    /** Compares x₁ of n₁ with x₂ of n₂. */
    public static TwoProportions of(long x1, long n1, long x2, long n2, double confidence) {
        check("1", x1, n1);
        check("2", x2, n2);
        ShareEstimate a = Shares.wilson(x1, n1, confidence);
        ShareEstimate b = Shares.wilson(x2, n2, confidence);
        if (n1 == 0 || n2 == 0) {
            Figure none = Figure.undefined(Reason.NO_DATA);
            Bounds noBounds = Bounds.undefined(Reason.NO_DATA);
            return new TwoProportions(
                    a, b, none, none, none, noBounds, noBounds, none, none, none, EnumSet.noneOf(Warning.class));
        }
        double p1 = a.share().value();
        double p2 = b.share().value();
        double difference = p1 - p2;
        double pooled = (double) (x1 + x2) / (n1 + n2);
        double pooledError = Math.sqrt(pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2));
        Figure z = Figure.ratio(difference, pooledError, Reason.ZERO_VARIANCE);
        double quantile = Quantiles.normal(1 - (1 - confidence) / 2);
        double waldError = Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        return new TwoProportions(
                a,
                b,
                Figure.of(difference),
                z,
                z.map(Quantiles::normalTwoSided),
                Bounds.around(difference, quantile * waldError),
                new Bounds(
                        Figure.of(difference
                                - Math.hypot(p1 - a.lower().value(), b.upper().value() - p2)),
                        Figure.of(difference
                                + Math.hypot(
                                        a.upper().value() - p1, p2 - b.lower().value()))),
                Figure.of(2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2))),
                Figure.ratio(p1, p2, Reason.NO_DATA),
                Figure.of(fisher(x1, n1, x2, n2)),
                smallest(x1 + x2, n1, n2) < 5
                        ? EnumSet.of(Warning.SMALL_EXPECTED_COUNT)
                        : EnumSet.noneOf(Warning.class));
    }

    private static double smallest(long x, long n1, long n2) {
        double least = Math.min(x, n1 + n2 - x);
        return least * Math.min(n1, n2) / (n1 + n2);
    }

    /**
     * Fisher's exact test, two-sided. The hypergeometric probabilities are built by their ratios from the mode outwards,
     * so that nothing overflows and nothing cancels.
     */
    static double fisher(long x1, long n1, long x2, long n2) {
        long x = x1 + x2;
        long least = Math.max(0, x - n2);
        long greatest = Math.min(n1, x);
        long mode = Math.min(greatest, Math.max(least, (long) ((n1 + 1.0) * (x + 1.0) / (n1 + n2 + 2.0))));
        double observed = relative(mode, x1, n1, x, n2);
        double total = 1;
        double extreme = 1 <= observed * EQUALLY_LIKELY ? 1 : 0;
        double weight = 1;
        for (long k = mode; k < greatest && weight > 0; k++) {
            lookNowAndThen(k);
            weight *= ratioUp(k, n1, x, n2);
            total += weight;
            extreme += weight <= observed * EQUALLY_LIKELY ? weight : 0;
        }
        weight = 1;
        for (long k = mode; k > least && weight > 0; k--) {
            lookNowAndThen(k);
            weight /= ratioUp(k - 1, n1, x, n2);
            total += weight;
            extreme += weight <= observed * EQUALLY_LIKELY ? weight : 0;
        }
        return Math.min(1, extreme / total);
    }

    /** Probability of k + 1 over probability of k. */
    private static double ratioUp(long k, long n1, long x, long n2) {
        return (double) (n1 - k) * (x - k) / ((k + 1.0) * (n2 - x + k + 1.0));
    }

    /** Groups of a billion make long sums. */
    private static void lookNowAndThen(long k) {
        if ((k & 0xFFFF) == 0) {
            Interruption.check();
        }
    }

    private static double relative(long mode, long x1, long n1, long x, long n2) {
        double weight = 1;
        for (long k = mode; k < x1; k++) {
            lookNowAndThen(k);
            weight *= ratioUp(k, n1, x, n2);
        }
        for (long k = mode; k > x1; k--) {
            lookNowAndThen(k);
            weight /= ratioUp(k - 1, n1, x, n2);
        }
        return weight;
    }

    private static void check(String group, long x, long n) {
        if (n < 0 || n > MOST) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "n" + group, "must be 0 or more, got " + n);
        }
        if (x < 0 || x > n) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "x" + group, "must lie between 0 and n, got " + x);
        }
    }
}
