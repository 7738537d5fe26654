package org.entezar.methods.statistics;

import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.ShareEstimate;

/** Shares with the Wilson score interval (Wilson 1927, JASA 22:209-212; R: {@code prop.test(correct = FALSE)}). */
public final class Shares {
    private Shares() {}

    /** Share with its 95 % interval. */
    public static ShareEstimate wilson(long count, long n) {
        return wilson(count, n, 0.95);
    }

    /**
     * With z = z(1-α/2) and p = count/n: centre (p + z²/2n)/(1 + z²/n), half width
     * z/(1 + z²/n)·√(p(1-p)/n + z²/4n²). The ends are exactly 0 and 1 at count = 0 and count = n.
     */
    public static ShareEstimate wilson(long count, long n, double confidence) {
        if (n < 0 || count < 0 || count > n) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE, "count", "must lie between 0 and n, got " + count + " of " + n);
        }
        double z = Quantiles.normal(1 - (1 - Quantiles.checkConfidence(confidence)) / 2);
        if (n == 0) {
            return new ShareEstimate(0, 0, Figure.undefined(Reason.NO_DATA), Bounds.undefined(Reason.NO_DATA));
        }
        double p = (double) count / n;
        double shrink = 1 + z * z / n;
        double centre = (p + z * z / (2.0 * n)) / shrink;
        double half = z / shrink * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        double low = count == 0 ? 0 : Math.max(0, centre - half);
        double high = count == n ? 1 : Math.min(1, centre + half);
        return new ShareEstimate(count, n, Figure.of(p), new Bounds(Figure.of(low), Figure.of(high)));
    }
}
