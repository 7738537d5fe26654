package org.entezar.methods.segmentation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * k-means: Lloyd's iterations to no change, from given rows, or from k-means++ seeds with restarts, each then improved
 * by {@link Exchange}.
 *
 * <p>Ties go to the lower index; an empty cluster keeps its centre. Sources: Arthur &amp; Vassilvitskii (2007), SODA; R:
 * {@code kmeans(algorithm = "Lloyd")}.
 */
public final class KMeans {
    private static final int MOST_ITERATIONS = 10_000;

    private KMeans() {}

    /**
     * A partition.
     *
     * @param clusters cluster of each row, from 0
     * @param centres one row a cluster
     * @param withinSquares sum of squared distances to the own centre
     * @param totalSquares sum of squared distances to the mean of all
     * @param silhouettes of each row; empty with one cluster
     * @param meanSilhouette their mean; NO_DATA with one cluster
     */
    public record Result(
            int[] clusters,
            double[][] centres,
            double withinSquares,
            double totalSquares,
            double[] silhouettes,
            Figure meanSilhouette) {}

    /** From the given rows (counted from 0) as first centres. */
    public static Result lloyd(double[][] rows, int[] initialRows) {
        Points points = Points.of(rows);
        checkClusters(points, initialRows.length);
        double[] centres = new double[initialRows.length * points.d];
        for (int c = 0; c < initialRows.length; c++) {
            if (initialRows[c] < 0 || initialRows[c] >= points.n) {
                throw InvalidInputException.at(
                        Code.OUT_OF_RANGE, "initial_rows_base1", c, "1.." + points.n + ", got " + (initialRows[c] + 1));
            }
            System.arraycopy(points.x, initialRows[c] * points.d, centres, c * points.d, points.d);
        }
        return result(points, iterate(points, centres));
    }

    /**
     * The best of several runs from k-means++ seeds.
     *
     * @param clusters k, 1..n
     * @param restarts runs, at least 1; 20 or more are advised
     * @param seed of the generator
     */
    public static Result seeded(double[][] rows, int clusters, int restarts, long seed) {
        Points points = Points.of(rows);
        return result(points, best(points, clusters, restarts, seed));
    }

    /** Where a run ended. */
    record Run(int[] clusters, double[] centres, double withinSquares) {}

    static Run best(Points points, int clusters, int restarts, long seed) {
        checkClusters(points, clusters);
        if (restarts < 1 || restarts > 100_000) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "restarts", "1..100000, got " + restarts);
        }
        SplittableRandom random = new SplittableRandom(seed);
        Run best = exchanged(points, iterate(points, seeds(points, clusters, random)));
        for (int r = 1; r < restarts; r++) {
            Run run = exchanged(points, iterate(points, seeds(points, clusters, random)));
            best = run.withinSquares < best.withinSquares ? run : best;
        }
        return best;
    }

    private static Run exchanged(Points points, Run run) {
        boolean moved = Exchange.improve(points, run.clusters, run.centres);
        return moved ? new Run(run.clusters, run.centres, within(points, run.centres, run.clusters)) : run;
    }

    private static void checkClusters(Points points, int k) {
        if (k < 1 || k > points.n) {
            throw InvalidInputException.of(Code.OUT_OF_RANGE, "k", "1.." + points.n + " clusters, got " + k);
        }
    }

    /** Each next centre is a row, drawn in proportion to its squared distance to the nearest chosen centre. */
    private static double[] seeds(Points points, int k, SplittableRandom random) {
        int n = points.n;
        int d = points.d;
        double[] centres = new double[k * d];
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int row = random.nextInt(n);
        for (int c = 0; c < k; c++) {
            Interruption.check();
            System.arraycopy(points.x, row * d, centres, c * d, d);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                nearest[i] = Math.min(nearest[i], points.squaredDistance(i, centres, c));
                sum += nearest[i];
            }
            double target = random.nextDouble() * sum;
            row = n - 1;
            for (int i = 0; i < n && sum > 0; i++) {
                target -= nearest[i];
                if (target < 0) {
                    row = i;
                    break;
                }
            }
        }
        return centres;
    }

    private static Run iterate(Points points, double[] centres) {
        int n = points.n;
        int d = points.d;
        int k = centres.length / d;
        int[] clusters = new int[n];
        Arrays.fill(clusters, -1);
        double[] sums = new double[k * d];
        int[] sizes = new int[k];
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            Interruption.check();
            if (!assign(points, centres, clusters)) {
                break;
            }
            Arrays.fill(sums, 0);
            Arrays.fill(sizes, 0);
            for (int i = 0; i < n; i++) {
                int c = clusters[i];
                sizes[c]++;
                for (int j = 0; j < d; j++) {
                    sums[c * d + j] += points.x[i * d + j];
                }
            }
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < d && sizes[c] > 0; j++) {
                    centres[c * d + j] = sums[c * d + j] / sizes[c];
                }
            }
        }
        return new Run(clusters, centres, within(points, centres, clusters));
    }

    private static double within(Points points, double[] centres, int[] clusters) {
        double within = 0;
        for (int i = 0; i < points.n; i++) {
            within += points.squaredDistance(i, centres, clusters[i]);
        }
        return within;
    }

    /** Gives every row its nearest centre; whether any changed. */
    static boolean assign(Points points, double[] centres, int[] clusters) {
        int k = centres.length / points.d;
        boolean changed = false;
        for (int i = 0; i < points.n; i++) {
            int nearest = 0;
            double least = points.squaredDistance(i, centres, 0);
            for (int c = 1; c < k; c++) {
                double distance = points.squaredDistance(i, centres, c);
                if (distance < least) {
                    least = distance;
                    nearest = c;
                }
            }
            changed |= clusters[i] != nearest;
            clusters[i] = nearest;
        }
        return changed;
    }

    private static Result result(Points points, Run run) {
        int k = run.centres.length / points.d;
        double[][] centres = new double[k][];
        for (int c = 0; c < k; c++) {
            centres[c] = Arrays.copyOfRange(run.centres, c * points.d, (c + 1) * points.d);
        }
        double[] silhouettes = Silhouettes.of(points, run.clusters, k);
        return new Result(
                run.clusters,
                centres,
                run.withinSquares,
                points.totalSquares(),
                silhouettes,
                Silhouettes.mean(silhouettes));
    }
}
