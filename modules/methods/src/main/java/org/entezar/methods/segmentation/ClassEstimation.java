package org.entezar.methods.segmentation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/** EM for a given number of latent classes; holds one run's estimates. */
final class ClassEstimation {
    private static final int ROUGH_ITERATIONS = 60;
    private static final int FOLLOWED = 4;
    private static final int MOST_ITERATIONS = 20_000;
    private static final double STILL = 1e-12;
    private static final double SAME = 1e-4;
    /** Probabilities of all runs together that are kept in memory. */
    private static final int MOST_POSTERIORS = 20_000_000;

    private static final double LEAST = 1e-300;

    private final AnswerPatterns patterns;
    private final int k;
    private double[] shares;
    /** Probability of each category (row of {@link AnswerPatterns#cells}) in each class. */
    private double[][] probabilities;

    private final double[][] posteriors;
    private double logLikelihood = Double.NEGATIVE_INFINITY;
    private boolean converged;
    private int startsAtBest = 1;

    private ClassEstimation(AnswerPatterns patterns, int k) {
        this.patterns = patterns;
        this.k = k;
        shares = new double[k];
        probabilities = new double[k][patterns.cells];
        posteriors = new double[patterns.weights.length][k];
    }

    /** The best of several starts, its largest class first. */
    static ClassEstimation best(AnswerPatterns patterns, int k, int starts, long seed) {
        if ((long) starts * k * patterns.weights.length > MOST_POSTERIORS) {
            throw InvalidInputException.of(
                    Code.TOO_LARGE,
                    "starts",
                    "at most " + MOST_POSTERIORS / k / patterns.weights.length + " for so much data, got " + starts);
        }
        SplittableRandom random = new SplittableRandom(seed);
        ClassEstimation[] runs = new ClassEstimation[k == 1 ? 1 : starts];
        for (int s = 0; s < runs.length; s++) {
            runs[s] = new ClassEstimation(patterns, k);
            runs[s].start(random);
            runs[s].iterate(ROUGH_ITERATIONS);
        }
        Arrays.sort(runs, Comparator.comparingDouble((ClassEstimation run) -> -run.logLikelihood));
        ClassEstimation best = runs[0];
        for (int s = 0; s < Math.min(FOLLOWED, runs.length); s++) {
            runs[s].iterate(MOST_ITERATIONS);
            best = runs[s].logLikelihood > best.logLikelihood ? runs[s] : best;
        }
        best.startsAtBest = 0;
        for (ClassEstimation run : runs) {
            best.startsAtBest += run.logLikelihood >= best.logLikelihood - SAME ? 1 : 0;
        }
        best.order();
        return best;
    }

    /** Every pattern belongs to the classes at random. */
    private void start(SplittableRandom random) {
        for (double[] posterior : posteriors) {
            double sum = 0;
            for (int c = 0; c < k; c++) {
                posterior[c] = -Math.log(1 - random.nextDouble());
                sum += posterior[c];
            }
            for (int c = 0; c < k; c++) {
                posterior[c] /= sum;
            }
        }
        maximise();
    }

    private void iterate(int most) {
        converged = false;
        for (int i = 0; i < most && !converged; i++) {
            Interruption.check();
            double before = logLikelihood;
            logLikelihood = expect();
            converged = logLikelihood - before <= STILL * Math.abs(logLikelihood);
            if (!converged) {
                maximise();
            }
        }
    }

    /** Posteriors of the patterns under the estimates; the log-likelihood. */
    private double expect() {
        double sum = 0;
        for (int p = 0; p < posteriors.length; p++) {
            double[] posterior = posteriors[p];
            double greatest = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                double log = Math.log(Math.max(shares[c], LEAST));
                for (int cell : patterns.patterns[p]) {
                    log += cell < 0 ? 0 : Math.log(Math.max(probabilities[c][cell], LEAST));
                }
                posterior[c] = log;
                greatest = Math.max(greatest, log);
            }
            double total = 0;
            for (int c = 0; c < k; c++) {
                posterior[c] = Math.exp(posterior[c] - greatest);
                total += posterior[c];
            }
            for (int c = 0; c < k; c++) {
                posterior[c] /= total;
            }
            sum += patterns.weights[p] * (greatest + Math.log(total));
        }
        return sum;
    }

    private void maximise() {
        for (int c = 0; c < k; c++) {
            double[] cells = probabilities[c];
            Arrays.fill(cells, 0);
            double share = 0;
            for (int p = 0; p < posteriors.length; p++) {
                double w = patterns.weights[p] * posteriors[p][c];
                share += w;
                for (int cell : patterns.patterns[p]) {
                    if (cell >= 0) {
                        cells[cell] += w;
                    }
                }
            }
            shares[c] = share / patterns.respondents();
            for (int j = 0; j < patterns.items; j++) {
                int first = patterns.offsets[j];
                double sum = 0;
                for (int m = 0; m < patterns.categories[j]; m++) {
                    sum += cells[first + m];
                }
                for (int m = 0; m < patterns.categories[j]; m++) {
                    cells[first + m] = sum > 0 ? cells[first + m] / sum : 1.0 / patterns.categories[j];
                }
            }
        }
    }

    private void order() {
        int[] order = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> -shares[c]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] newShares = new double[k];
        double[][] newProbabilities = new double[k][];
        for (int c = 0; c < k; c++) {
            newShares[c] = shares[order[c]];
            newProbabilities[c] = probabilities[order[c]];
        }
        shares = newShares;
        probabilities = newProbabilities;
        logLikelihood = expect();
    }

    int classes() {
        return k;
    }

    double logLikelihood() {
        return logLikelihood;
    }

    boolean converged() {
        return converged;
    }

    int startsAtBest() {
        return startsAtBest;
    }

    double[] shares() {
        return shares.clone();
    }

    double[] posterior(int pattern) {
        return posteriors[pattern].clone();
    }

    double[][][] probabilities() {
        double[][][] byItem = new double[k][patterns.items][];
        for (int c = 0; c < k; c++) {
            for (int j = 0; j < patterns.items; j++) {
                int first = patterns.offsets[j];
                byItem[c][j] = Arrays.copyOfRange(probabilities[c], first, first + patterns.categories[j]);
            }
        }
        return byItem;
    }

    /** -Σ Σ p ln p over respondents and classes. */
    double uncertainty() {
        double sum = 0;
        for (int p = 0; p < posteriors.length; p++) {
            for (double q : posteriors[p]) {
                sum -= q > 0 ? patterns.weights[p] * q * Math.log(q) : 0;
            }
        }
        return sum;
    }
}
