package org.entezar.methods.experiment;

import java.util.Arrays;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.statistics.Quantiles;

/**
 * Mann-Whitney U test of two independent groups (Mann &amp; Whitney 1947 Ann. Math. Stat. 18:50-60; R:
 * {@code wilcox.test}).
 *
 * @param uFirst pairs in which the first group's answer is higher, ties count half
 * @param uSecond likewise for the second group
 * @param variance of U, corrected for ties
 * @param z with continuity correction .5; ZERO_VARIANCE when all answers are the same
 * @param pValue normal approximation, two-sided
 * @param commonLanguage P(a &gt; b) + .5·P(a = b)
 * @param rankBiserial 2U/(n₁n₂) - 1
 * @param exactP two-sided, without ties and with fewer than fifty answers in each group; TOO_FEW stands for "not
 *     computed" otherwise
 */
public record MannWhitney(
        double uFirst,
        double uSecond,
        double variance,
        Figure z,
        Figure pValue,
        double commonLanguage,
        double rankBiserial,
        Figure exactP) {

    private static final int EXACT_BELOW = 50;

    /** Compares two columns; NaN = missing. Each needs one answer at least. */
    public static MannWhitney of(double[] first, double[] second) {
        double[] a = answered(first, "a");
        double[] b = answered(second, "b");
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        double n1 = a.length;
        double n2 = b.length;
        double n = n1 + n2;
        double ties = 0;
        for (int start = 0; start < all.length; ) {
            int end = start;
            while (end < all.length && all[end] == all[start]) {
                end++;
            }
            double t = end - start;
            ties += t * t * t - t;
            start = end;
        }
        double u = u(a, b);
        double variance = n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1)));
        double apart = u - n1 * n2 / 2;
        Figure z = ties == n * n * n - n
                ? Figure.undefined(Reason.ZERO_VARIANCE)
                : Figure.of((apart - 0.5 * Math.signum(apart)) / Math.sqrt(variance));
        boolean exact = ties == 0 && a.length < EXACT_BELOW && b.length < EXACT_BELOW;
        return new MannWhitney(
                u,
                n1 * n2 - u,
                variance,
                z,
                z.map(Quantiles::normalTwoSided),
                u / (n1 * n2),
                2 * u / (n1 * n2) - 1,
                exact ? Figure.of(exact(a.length, b.length, (int) Math.rint(u))) : Figure.undefined(Reason.TOO_FEW));
    }

    private static double[] answered(double[] column, String field) {
        double[] answered =
                Arrays.stream(column).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (answered.length == 0) {
            throw InvalidInputException.of(Code.EMPTY, field, "has no answers");
        }
        return answered;
    }

    /** Two sorted groups. */
    private static double u(double[] a, double[] b) {
        double u = 0;
        int below = 0;
        int notAbove = 0;
        for (double value : a) {
            while (below < b.length && b[below] < value) {
                below++;
            }
            while (notAbove < b.length && b[notAbove] <= value) {
                notAbove++;
            }
            u += (below + notAbove) / 2.0;
        }
        return u;
    }

    /** Twice the smaller tail of the distribution of U over all C(n₁+n₂, n₁) orders; only additions, so no cancelling. */
    static double exact(int n1, int n2, int u) {
        int most = n1 * n2;
        double[][] ways = new double[n2 + 1][];
        for (int j = 0; j <= n2; j++) {
            ways[j] = new double[] {1};
        }
        for (int i = 1; i <= n1; i++) {
            double[][] next = new double[n2 + 1][];
            next[0] = new double[] {1};
            for (int j = 1; j <= n2; j++) {
                // the highest answer is the first group's, above j of the second, or the second group's
                double[] counts = Arrays.copyOf(next[j - 1], i * j + 1);
                for (int k = 0; k < ways[j].length; k++) {
                    counts[k + j] += ways[j][k];
                }
                next[j] = counts;
            }
            ways = next;
        }
        double tail = 0;
        double total = 0;
        int end = Math.min(u, most - u);
        for (int k = 0; k <= most; k++) {
            total += ways[n2][k];
            tail += k <= end ? ways[n2][k] : 0;
        }
        return Math.min(1, 2 * tail / total);
    }
}
