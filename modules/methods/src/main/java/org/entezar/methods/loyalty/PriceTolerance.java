package org.entezar.methods.loyalty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.statistics.Shares;

/**
 * Which share of customers would stay at a price difference of at least x %: one Wilson interval at each x.
 *
 * <p>The curve never rises. The intervals hold one by one, not for the curve as a whole.
 */
public final class PriceTolerance {
    private PriceTolerance() {}

    /**
     * Switching premiums.
     *
     * @param premiums percent of each customer, NaN = missing
     * @param at the x at which the share is wanted
     */
    public record Input(double[] premiums, double[] at) {
        /** Checks that there are no infinities. */
        public Input {
            premiums = finite("premium_pct", premiums);
            at = finite("at_pct", at);
            if (Arrays.stream(at).anyMatch(Double::isNaN)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "at_pct", "a missing value");
            }
        }

        private static double[] finite(String field, double[] column) {
            for (int i = 0; i < column.length; i++) {
                if (Double.isInfinite(column[i])) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, field, i, "a finite number");
                }
            }
            return column.clone();
        }
    }

    /** The share with a premium of at least x, for each x in the order given. */
    public static List<ShareEstimate> evaluate(Input in) {
        double[] sorted = Arrays.stream(in.premiums())
                .filter(p -> !Double.isNaN(p))
                .sorted()
                .toArray();
        List<ShareEstimate> curve = new ArrayList<>(in.at().length);
        for (double x : in.at()) {
            int below = 0;
            int above = sorted.length;
            while (below < above) {
                int middle = (below + above) >>> 1;
                if (sorted[middle] < x) {
                    below = middle + 1;
                } else {
                    above = middle;
                }
            }
            curve.add(Shares.wilson(sorted.length - below, sorted.length));
        }
        return curve;
    }
}
