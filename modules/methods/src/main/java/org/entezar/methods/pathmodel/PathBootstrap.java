package org.entezar.methods.pathmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.statistics.Bootstrap;

/**
 * Percentile intervals of a path model: respondents are drawn with replacement, the whole algorithm runs anew, and every
 * construct that came out upside down against the original loadings is turned round before percentiles are taken.
 */
public final class PathBootstrap {
    private PathBootstrap() {}

    /**
     * Intervals in the order of the estimates.
     *
     * @param weights of each item
     * @param loadings of each item
     * @param paths intervals[to][from], in the order of the arrows of the model; others hold NO_DATA
     * @param totalEffects likewise for all pairs
     */
    public record Result(
            List<Bootstrap.Percentiles> weights,
            List<Bootstrap.Percentiles> loadings,
            List<List<Bootstrap.Percentiles>> paths,
            List<List<Bootstrap.Percentiles>> totalEffects) {}

    /** Draws and estimates; the estimates must be those of the same input. */
    public static Result evaluate(PathEstimation.Input in, PathEstimation.Estimates original, Bootstrap bootstrap) {
        double[][] columns = PathEstimation.complete(in);
        int items = columns.length;
        int n = columns[0].length;
        int k = in.model().constructs().size();
        int statistics = 2 * items + 2 * k * k;
        List<Bootstrap.Percentiles> all = bootstrap.intervals(
                n, statistics, () -> new OneThread(in, columns, original.loadings(), items, k)::estimate);
        List<List<Bootstrap.Percentiles>> paths = new ArrayList<>(k);
        List<List<Bootstrap.Percentiles>> totals = new ArrayList<>(k);
        for (int c = 0; c < k; c++) {
            int first = 2 * items + c * k;
            List<Bootstrap.Percentiles> row = new ArrayList<>(all.subList(first, first + k));
            for (int j = 0; j < k; j++) {
                if (!in.model().arrows()[c][j]) {
                    row.set(j, none(bootstrap));
                }
            }
            paths.add(row);
            totals.add(List.copyOf(all.subList(first + k * k, first + k * k + k)));
        }
        return new Result(
                List.copyOf(all.subList(0, items)), List.copyOf(all.subList(items, 2 * items)), paths, totals);
    }

    private static Bootstrap.Percentiles none(Bootstrap bootstrap) {
        return new Bootstrap.Percentiles(
                Bounds.undefined(Reason.NO_DATA), Figure.undefined(Reason.NO_DATA), bootstrap.resamples());
    }

    /** Scratch space of one thread. */
    private static final class OneThread {
        private final PathEstimation.Input in;
        private final double[][] columns;
        private final double[] originalLoadings;
        private final int items;
        private final int k;
        private final double[][] standardised;
        private final double[] sd;
        private final double[] r;
        private final Weighting weighting;

        OneThread(PathEstimation.Input in, double[][] columns, double[] originalLoadings, int items, int k) {
            this.in = in;
            this.columns = columns;
            this.originalLoadings = originalLoadings;
            this.items = items;
            this.k = k;
            standardised = new double[items][columns[0].length];
            sd = new double[items];
            r = new double[items * items];
            weighting = new Weighting(in.model(), in.scheme(), in.tolerance(), in.iterations());
        }

        void estimate(int[] rows, double[] results) {
            if (!Correlations.fill(columns, rows, standardised, sd, r) || !weighting.run(r)) {
                Arrays.fill(results, Double.NaN);
                return;
            }
            int[] offsets = in.model().offsets();
            for (int c = 0; c < k; c++) {
                double agreement = 0;
                for (int x = offsets[c]; x < offsets[c + 1]; x++) {
                    agreement += originalLoadings[x] * weighting.loading(x);
                }
                if (agreement < 0) {
                    weighting.flip(c);
                }
            }
            for (int x = 0; x < items; x++) {
                results[x] = weighting.weights[x];
                results[items + x] = weighting.loading(x);
            }
            double[][] paths = PathEstimation.paths(in.model(), weighting.scores);
            double[][] totals = PathEstimation.totalEffects(paths);
            for (int c = 0; c < k; c++) {
                System.arraycopy(paths[c], 0, results, 2 * items + c * k, k);
                System.arraycopy(totals[c], 0, results, 2 * items + k * k + c * k, k);
            }
        }
    }
}
