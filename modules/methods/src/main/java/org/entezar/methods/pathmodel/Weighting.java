package org.entezar.methods.pathmodel;

import java.util.Arrays;

/**
 * Lohmöller's algorithm on the correlations of the items; not for several threads.
 *
 * <p>With scores y = Σwx, everything follows from the item correlations: cov(x, y_k) = R·w_k, cor(y_j, y_k) = w_jᵀRw_k. So
 * an iteration costs the square of the number of items, however many respondents there are. Sources: Wold (1982);
 * Lohmöller (1989), Latent Variable Path Modeling with Partial Least Squares; Tenenhaus et al. (2005), CSDA 48:159-205.
 */
final class Weighting {
    private final PathModel model;
    private final PathEstimation.Scheme scheme;
    private final double tolerance;
    private final int most;
    private final int[] offsets;
    private final int k;
    private final int items;

    /** Outer weights that give scores of variance 1, block after block. */
    final double[] weights;
    /** Correlations of items and scores: row an item, column a construct. */
    final double[] itemScores;
    /** Correlations of the scores. */
    final double[] scores;

    private final double[] inner;
    private final LinearSolver solver;
    int iterations;

    Weighting(PathModel model, PathEstimation.Scheme scheme, double tolerance, int most) {
        this.model = model;
        this.scheme = scheme;
        this.tolerance = tolerance;
        this.most = most;
        offsets = model.offsets();
        k = model.constructs().size();
        items = offsets[k];
        weights = new double[items];
        itemScores = new double[items * k];
        scores = new double[k * k];
        inner = new double[k];
        solver = new LinearSolver(k);
    }

    /** Iterates to the weights; false when they did not settle or a regression had no solution. */
    boolean run(double[] r) {
        Arrays.fill(weights, 1);
        if (!normalise(r)) {
            return false;
        }
        double[] next = new double[items];
        for (iterations = 1; iterations <= most; iterations++) {
            correlate(r);
            for (int c = 0; c < k; c++) {
                if (!innerWeights(c)) {
                    return false;
                }
                for (int x = offsets[c]; x < offsets[c + 1]; x++) {
                    double sum = 0;
                    for (int j = 0; j < k; j++) {
                        sum += inner[j] * itemScores[x * k + j];
                    }
                    next[x] = sum; // proportional to the correlation with the inner proxy
                }
            }
            double change = 0;
            double[] before = weights.clone();
            System.arraycopy(next, 0, weights, 0, items);
            if (!normalise(r)) {
                return false;
            }
            for (int x = 0; x < items; x++) {
                change = Math.max(change, Math.abs(weights[x] - before[x]));
            }
            if (change < tolerance) {
                break;
            }
        }
        correlate(r);
        orient();
        return iterations <= most;
    }

    /** Scales the weights of each block so that its score has variance 1. */
    private boolean normalise(double[] r) {
        for (int c = 0; c < k; c++) {
            double variance = 0;
            for (int a = offsets[c]; a < offsets[c + 1]; a++) {
                for (int b = offsets[c]; b < offsets[c + 1]; b++) {
                    variance += weights[a] * weights[b] * r[a * items + b];
                }
            }
            if (!(variance > 1e-14)) {
                return false;
            }
            double scale = 1 / Math.sqrt(variance);
            for (int a = offsets[c]; a < offsets[c + 1]; a++) {
                weights[a] *= scale;
            }
        }
        return true;
    }

    private void correlate(double[] r) {
        for (int x = 0; x < items; x++) {
            for (int c = 0; c < k; c++) {
                double sum = 0;
                for (int b = offsets[c]; b < offsets[c + 1]; b++) {
                    sum += weights[b] * r[x * items + b];
                }
                itemScores[x * k + c] = sum;
            }
        }
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int a = offsets[c]; a < offsets[c + 1]; a++) {
                    sum += weights[a] * itemScores[a * k + j];
                }
                scores[c * k + j] = c == j ? 1 : sum;
            }
        }
    }

    /** Weights of the neighbours: path scheme, predecessors by regression, successors by correlation. */
    private boolean innerWeights(int c) {
        Arrays.fill(inner, 0);
        for (int j = 0; j < k; j++) {
            boolean neighbour = model.arrows()[c][j] || model.arrows()[j][c];
            if (neighbour) {
                double correlation = scores[c * k + j];
                inner[j] = scheme == PathEstimation.Scheme.CENTROID ? Math.signum(correlation) : correlation;
            }
        }
        return scheme != PathEstimation.Scheme.PATH || solver.regress(scores, k, model.arrows()[c], c, inner);
    }

    /** Turns a construct round when most of its loadings are negative. */
    private void orient() {
        for (int c = 0; c < k; c++) {
            double signs = 0;
            for (int x = offsets[c]; x < offsets[c + 1]; x++) {
                signs += Math.signum(itemScores[x * k + c]);
            }
            if (signs < 0) {
                flip(c);
            }
        }
    }

    /** Turns a construct round. */
    void flip(int c) {
        for (int x = offsets[c]; x < offsets[c + 1]; x++) {
            weights[x] = -weights[x];
        }
        for (int x = 0; x < items; x++) {
            itemScores[x * k + c] = -itemScores[x * k + c];
        }
        for (int j = 0; j < k; j++) {
            if (j != c) {
                scores[c * k + j] = -scores[c * k + j];
                scores[j * k + c] = -scores[j * k + c];
            }
        }
    }

    double loading(int item) {
        int c = 0;
        while (offsets[c + 1] <= item) {
            c++;
        }
        return itemScores[item * k + c];
    }
}
