package org.entezar.methods.segmentation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;

/**
 * How many segments there are: k-means on standardised measures for each k, the k with the highest mean silhouette, and
 * how well the segments come back from resamples (adjusted Rand). Below a silhouette of 0.25 there are no clear segments.
 *
 * <p>Above 3,000 rows the silhouette is taken on a drawn sample of that size.
 */
public final class SegmentSearch {
    private static final double CLEAR = 0.25;
    private static final int SILHOUETTE_ROWS = 3000;

    private SegmentSearch() {}

    /**
     * Measures of customers.
     *
     * @param rows n rows of measures, finite
     * @param leastClusters at least 2
     * @param mostClusters usually 8; at most n - 1 are looked at
     * @param restarts of each run, 20 or more
     * @param resamples for the stability; 0 leaves it out
     * @param seed of the generator
     */
    public record Input(double[][] rows, int leastClusters, int mostClusters, int restarts, int resamples, long seed) {
        /** Checks the range of k. */
        public Input {
            if (leastClusters < 2 || mostClusters < leastClusters || mostClusters > 100) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "k", "2 ≤ least ≤ most ≤ 100");
            }
            if (resamples < 0 || resamples > 10_000) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "resamples", "0..10000, got " + resamples);
            }
        }
    }

    /**
     * The segments.
     *
     * @param n customers
     * @param k chosen number; TOO_FEW customers, or ZERO_VARIANCE when no measure varies
     * @param clusters segment of each customer from 0; empty without k
     * @param sizes customers of each segment
     * @param silhouettes mean silhouette of each k from the least on
     * @param stability mean adjusted Rand between these segments and those of resamples
     */
    public record Result(
            int n,
            Figure k,
            int[] clusters,
            int[] sizes,
            double[] silhouettes,
            Figure stability,
            Set<Warning> warnings) {}

    /** Searches. */
    public static Result evaluate(Input in) {
        Points raw = Points.of(in.rows());
        Points points = raw.n < 2 ? raw : raw.standardised();
        Set<Warning> dropped = points.d < raw.d ? Set.of(Warning.CONSTANT_ITEM_DROPPED) : Set.of();
        int most = Math.min(in.mostClusters(), points.n - 1);
        if (points.d == 0 || most < in.leastClusters()) {
            Figure none = Figure.undefined(points.d == 0 ? Reason.ZERO_VARIANCE : Reason.TOO_FEW);
            return new Result(raw.n, none, new int[0], new int[0], new double[0], none, dropped);
        }
        double[] silhouettes = new double[most - in.leastClusters() + 1];
        KMeans.Run best = KMeans.best(points, in.leastClusters(), in.restarts(), in.seed());
        int bestK = in.leastClusters();
        for (int k = in.leastClusters(); k <= most; k++) {
            KMeans.Run run =
                    k == bestK && k == in.leastClusters() ? best : KMeans.best(points, k, in.restarts(), in.seed());
            silhouettes[k - in.leastClusters()] = silhouette(points, run.clusters(), k, in.seed());
            if (silhouettes[k - in.leastClusters()] > silhouettes[bestK - in.leastClusters()]) {
                best = run;
                bestK = k;
            }
        }
        int[] sizes = new int[bestK];
        for (int c : best.clusters()) {
            sizes[c]++;
        }
        Set<Warning> warnings = new HashSet<>(dropped);
        if (silhouettes[bestK - in.leastClusters()] < CLEAR) {
            warnings.add(Warning.NO_CLEAR_SEGMENTS);
        }
        return new Result(
                raw.n,
                Figure.of(bestK),
                best.clusters(),
                sizes,
                silhouettes,
                stability(points, best.clusters(), bestK, in),
                Set.copyOf(warnings));
    }

    private static double silhouette(Points points, int[] clusters, int k, long seed) {
        if (points.n <= SILHOUETTE_ROWS) {
            return Silhouettes.mean(Silhouettes.of(points, clusters, k))
                    .number()
                    .orElse(-1);
        }
        int[] rows =
                new SplittableRandom(seed).ints(SILHOUETTE_ROWS, 0, points.n).toArray();
        int[] sampled = Arrays.stream(rows).map(row -> clusters[row]).toArray();
        return Silhouettes.mean(Silhouettes.of(points.rows(rows), sampled, k))
                .number()
                .orElse(-1);
    }

    /** Segments of a resample are carried to all customers by the nearest centre and compared with the segments found. */
    private static Figure stability(Points points, int[] clusters, int k, Input in) {
        SplittableRandom random = new SplittableRandom(in.seed() + 1);
        double sum = 0;
        for (int b = 0; b < in.resamples(); b++) {
            int[] rows = random.ints(points.n, 0, points.n).toArray();
            KMeans.Run run = KMeans.best(points.rows(rows), k, in.restarts(), in.seed() + b);
            int[] carried = new int[points.n];
            KMeans.assign(points, run.centres(), carried);
            sum += AdjustedRand.of(clusters, carried);
        }
        return Figure.ratio(sum, in.resamples(), Reason.NO_DATA);
    }
}
