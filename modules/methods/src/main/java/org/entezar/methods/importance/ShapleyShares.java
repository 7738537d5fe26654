package org.entezar.methods.importance;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.entezar.methods.Interruption;

/**
 * LMG: share_j = Σ_{S without j} |S|!(p-1-|S|)!/p!·[R²(S∪j) - R²(S)], R²(∅) = 0; the shares are not negative and sum to
 * R² (Lindeman, Merenda &amp; Gold 1980; Grömping 2006 J. Statistical Software 17(1)).
 *
 * <p>Exact over all subsets up to {@link #MOST_EXACT} items; above that, the mean over sampled orders of entry.
 */
final class ShapleyShares {
    /** Most items for which all 2^p subsets are visited. */
    static final int MOST_EXACT = 15;

    private static final int ORDERS = 2000;

    private final double[][] r;
    private final double[] ry;
    private final int p;
    /** Rows of the Cholesky factor of the items entered so far, and the outcome's coordinate on each. */
    private final double[][] rows;

    private final double[] coordinates;

    private ShapleyShares(Correlations correlations) {
        this.r = correlations.amongItems();
        this.ry = correlations.withOverall();
        this.p = ry.length;
        this.rows = new double[p][p];
        this.coordinates = new double[p];
    }

    static double[] of(Correlations correlations, long seed) {
        ShapleyShares shares = new ShapleyShares(correlations);
        return shares.p <= MOST_EXACT ? shares.exact() : shares.sampled(seed);
    }

    /** Enters an item after the given ones; returns what it adds to R². */
    private double enter(int[] entered, int depth, int item) {
        double[] row = rows[depth];
        double rest = 1;
        double outcome = ry[item];
        for (int k = 0; k < depth; k++) {
            double value = r[item][entered[k]];
            double[] earlier = rows[k];
            for (int m = 0; m < k; m++) {
                value -= row[m] * earlier[m];
            }
            value /= earlier[k];
            row[k] = value;
            rest -= value * value;
            outcome -= value * coordinates[k];
        }
        row[depth] = Math.sqrt(Math.max(rest, 1e-300));
        coordinates[depth] = outcome / row[depth];
        return coordinates[depth] * coordinates[depth];
    }

    private double[] exact() {
        double[] explained = new double[1 << p];
        visit(explained, new int[p], 0, 0, 0);
        double[] weights = new double[p];
        for (int size = 0; size < p; size++) {
            // |S|!(p-1-|S|)!/p! = 1/(p·C(p-1, |S|))
            double combinations = 1;
            for (int k = 0; k < size; k++) {
                combinations = combinations * (p - 1 - k) / (k + 1);
            }
            weights[size] = 1 / (p * combinations);
        }
        double[] shares = new double[p];
        for (int set = 0; set < explained.length; set++) {
            double weight = set == explained.length - 1 ? 0 : weights[Integer.bitCount(set)];
            for (int j = 0; j < p; j++) {
                int bit = 1 << j;
                if ((set & bit) == 0) {
                    shares[j] += weight * (explained[set | bit] - explained[set]);
                }
            }
        }
        return shares;
    }

    /** R² of every subset, each reached by entering its items in rising order. */
    private void visit(double[] explained, int[] entered, int depth, int set, int next) {
        for (int item = next; item < p; item++) {
            double added = enter(entered, depth, item);
            entered[depth] = item;
            int larger = set | 1 << item;
            explained[larger] = explained[set] + added;
            visit(explained, entered, depth + 1, larger, item + 1);
        }
    }

    private double[] sampled(long seed) {
        double[] shares = new double[p];
        int[] order = new int[p];
        Arrays.setAll(order, j -> j);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ORDERS; round++) {
            Interruption.check();
            for (int j = p - 1; j > 0; j--) {
                int other = random.nextInt(j + 1);
                int item = order[j];
                order[j] = order[other];
                order[other] = item;
            }
            for (int depth = 0; depth < p; depth++) {
                shares[order[depth]] += enter(order, depth, order[depth]) / ORDERS;
            }
        }
        return shares;
    }
}
