package org.entezar.methods.pathmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * Partial least squares path model, mode A, on standardised items.
 *
 * <p>Loadings and paths are not consistent for a factor model (loadings too high, paths too low);
 * {@link Estimates#consistent} corrects them with ρ_A (Dijkstra &amp; Henseler 2015).
 */
public final class PathEstimation {
    private PathEstimation() {}

    /** How the neighbours of a construct are weighted. */
    public enum Scheme {
        /** Predecessors by multiple regression, successors by correlation. */
        PATH,
        /** Neighbours by correlation. */
        FACTORIAL,
        /** Neighbours by the sign of the correlation. */
        CENTROID
    }

    /**
     * Answers and model.
     *
     * @param columns one array an item, NaN = missing; incomplete respondents are left out
     * @param model blocks and arrows
     * @param tolerance largest change of a weight that counts as none, usually 1e-7
     * @param iterations most iterations, usually 300
     */
    public record Input(double[][] columns, PathModel model, Scheme scheme, double tolerance, int iterations) {
        /** Checks that the items exist and have one length. */
        public Input {
            for (int j = 0; j < columns.length; j++) {
                if (columns[j].length != columns[0].length) {
                    throw InvalidInputException.at(Code.WRONG_LENGTH, "data", j, columns[0].length + " respondents");
                }
                for (int i = 0; i < columns[j].length; i++) {
                    if (Double.isInfinite(columns[j][i])) {
                        throw InvalidInputException.at(Code.OUT_OF_RANGE, "data", j, i, "a finite number");
                    }
                }
            }
            if (Arrays.stream(model.items()).anyMatch(item -> item < 0 || item >= columns.length)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "blocks", "an unknown item");
            }
            if (!(tolerance > 0 && tolerance < 1) || iterations < 1 || iterations > 100_000) {
                throw InvalidInputException.of(
                        Code.OUT_OF_RANGE, "stop_criterion", "0 < criterion < 1, 1..100000 iterations");
            }
        }
    }

    /**
     * Paths and loadings corrected for the unreliability of the scores.
     *
     * @param loadings √ρ_A·w/(w'w)
     * @param correlations of the constructs, r_ij/√(ρ_i ρ_j)
     * @param paths paths[to][from]
     * @param r2 of each construct, NaN without predecessors
     */
    public record Consistent(double[] loadings, double[][] correlations, double[][] paths, double[] r2) {}

    /**
     * The estimates; items block after block.
     *
     * @param iterations until the weights stood still
     * @param weights outer weights of standardised items; scores have variance 1
     * @param sd standard deviations of the items, by which weights of the raw items are divided
     * @param means of the items
     * @param loadings correlation of each item with its score
     * @param paths paths[to][from]
     * @param totalEffects B + B² + …
     * @param r2 of each construct, NaN without predecessors
     * @param correlations of the scores
     * @param reliability of each construct
     * @param htmt heterotrait-monotrait ratios below the diagonal; NaN elsewhere and with single items
     * @param consistent empty where a ρ_A is not above 0 or the corrected correlations are not possible
     */
    public record Estimates(
            int iterations,
            double[] weights,
            double[] sd,
            double[] means,
            double[] loadings,
            double[][] paths,
            double[][] totalEffects,
            double[] r2,
            double[][] correlations,
            List<Reliability> reliability,
            double[][] htmt,
            Optional<Consistent> consistent) {}

    /**
     * The result.
     *
     * @param n complete respondents
     * @param estimates empty with the reason in {@code undefined}: TOO_FEW, ZERO_VARIANCE of an item, NOT_CONVERGED
     */
    public record Result(int n, Optional<Estimates> estimates, Optional<Reason> undefined) {}

    /** Estimates. */
    public static Result evaluate(Input in) {
        double[][] columns = complete(in);
        int n = columns[0].length;
        int items = columns.length;
        if (n < 3) {
            return new Result(n, Optional.empty(), Optional.of(n == 0 ? Reason.NO_DATA : Reason.TOO_FEW));
        }
        double[] r = new double[items * items];
        double[] sd = new double[items];
        int[] rows = IntStream.range(0, n).toArray();
        if (!Correlations.fill(columns, rows, new double[items][n], sd, r)) {
            return new Result(n, Optional.empty(), Optional.of(Reason.ZERO_VARIANCE));
        }
        Weighting weighting = new Weighting(in.model(), in.scheme(), in.tolerance(), in.iterations());
        if (!weighting.run(r)) {
            return new Result(n, Optional.empty(), Optional.of(Reason.NOT_CONVERGED));
        }
        double[] means = Arrays.stream(columns)
                .mapToDouble(c -> Arrays.stream(c).average().orElseThrow())
                .toArray();
        return new Result(n, Optional.of(estimates(in.model(), weighting, r, sd, means)), Optional.empty());
    }

    /** The model's items, block after block, of respondents who answered all of them. */
    static double[][] complete(Input in) {
        int[] items = in.model().items();
        int[] rows = IntStream.range(0, in.columns()[items[0]].length)
                .filter(i -> Arrays.stream(items).noneMatch(item -> Double.isNaN(in.columns()[item][i])))
                .toArray();
        double[][] columns = new double[items.length][rows.length];
        for (int j = 0; j < items.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                columns[j][i] = in.columns()[items[j]][rows[i]];
            }
        }
        return columns;
    }

    private static Estimates estimates(PathModel model, Weighting weighting, double[] r, double[] sd, double[] means) {
        int k = model.constructs().size();
        int[] offsets = model.offsets();
        int items = offsets[k];
        double[] loadings = new double[items];
        Arrays.setAll(loadings, weighting::loading);
        double[][] paths = paths(model, weighting.scores);
        List<Reliability> reliability = new ArrayList<>(k);
        for (int c = 0; c < k; c++) {
            reliability.add(Reliability.of(r, items, offsets[c], offsets[c + 1], weighting.weights, loadings));
        }
        return new Estimates(
                weighting.iterations,
                weighting.weights.clone(),
                sd,
                means,
                loadings,
                paths,
                totalEffects(paths),
                explained(model, weighting.scores, paths),
                square(k, weighting.scores),
                reliability,
                htmt(model, r),
                consistent(model, weighting, reliability));
    }

    /** Regressions of the scores; empty coefficients (NaN) where predecessors are not independent. */
    static double[][] paths(PathModel model, double[] scores) {
        int k = model.constructs().size();
        LinearSolver solver = new LinearSolver(k);
        double[][] paths = new double[k][k];
        for (int c = 0; c < k; c++) {
            if (!solver.regress(scores, k, model.arrows()[c], c, paths[c])) {
                Arrays.fill(paths[c], Double.NaN);
            }
        }
        return paths;
    }

    static double[][] totalEffects(double[][] paths) {
        int k = paths.length;
        double[][] total = new double[k][];
        double[][] power = new double[k][];
        for (int i = 0; i < k; i++) {
            total[i] = paths[i].clone();
            power[i] = paths[i].clone();
        }
        for (int step = 2; step < k; step++) {
            double[][] next = new double[k][k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    for (int l = 0; l < k; l++) {
                        next[i][j] += power[i][l] * paths[l][j];
                    }
                    total[i][j] += next[i][j];
                }
            }
            power = next;
        }
        return total;
    }

    private static double[] explained(PathModel model, double[] scores, double[][] paths) {
        int k = paths.length;
        double[] r2 = new double[k];
        for (int c = 0; c < k; c++) {
            boolean predicted = false;
            for (int j = 0; j < k; j++) {
                predicted |= model.arrows()[c][j];
                r2[c] += paths[c][j] * scores[c * k + j];
            }
            r2[c] = predicted ? r2[c] : Double.NaN;
        }
        return r2;
    }

    private static double[][] square(int k, double[] rows) {
        double[][] square = new double[k][];
        for (int i = 0; i < k; i++) {
            square[i] = Arrays.copyOfRange(rows, i * k, (i + 1) * k);
        }
        return square;
    }

    /** Henseler, Ringle &amp; Sarstedt (2015), JAMS 43:115-135. */
    private static double[][] htmt(PathModel model, double[] r) {
        int k = model.constructs().size();
        int[] offsets = model.offsets();
        double[][] htmt = new double[k][k];
        double[][] mean = new double[k][k];
        int items = offsets[k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                int pairs = 0;
                for (int x = offsets[a]; x < offsets[a + 1]; x++) {
                    for (int y = offsets[b]; y < (a == b ? x : offsets[b + 1]); y++) {
                        sum += Math.abs(r[x * items + y]);
                        pairs++;
                    }
                }
                mean[a][b] = pairs == 0 ? Double.NaN : sum / pairs;
            }
        }
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                double ratio = b < a ? mean[a][b] / Math.sqrt(mean[a][a] * mean[b][b]) : Double.NaN;
                htmt[a][b] = Double.isFinite(ratio) ? ratio : Double.NaN;
            }
        }
        return htmt;
    }

    private static Optional<Consistent> consistent(
            PathModel model, Weighting weighting, List<Reliability> reliability) {
        int k = reliability.size();
        int[] offsets = model.offsets();
        double[] corrected = weighting.scores.clone();
        double[] loadings = new double[offsets[k]];
        for (int c = 0; c < k; c++) {
            Figure rho = reliability.get(c).rhoA();
            if (!rho.isDefined() || !(rho.value() > 0)) {
                return Optional.empty();
            }
            double root = Math.sqrt(rho.value());
            double squares = 0;
            for (int x = offsets[c]; x < offsets[c + 1]; x++) {
                squares += weighting.weights[x] * weighting.weights[x];
            }
            for (int x = offsets[c]; x < offsets[c + 1]; x++) {
                loadings[x] = weighting.weights[x] * root / squares;
            }
            for (int j = 0; j < k; j++) {
                if (j != c) {
                    corrected[c * k + j] /= root;
                    corrected[j * k + c] /= root;
                }
            }
        }
        double[][] paths = paths(model, corrected);
        boolean possible = Arrays.stream(paths).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
        return possible
                ? Optional.of(new Consistent(loadings, square(k, corrected), paths, explained(model, corrected, paths)))
                : Optional.empty();
    }
}
