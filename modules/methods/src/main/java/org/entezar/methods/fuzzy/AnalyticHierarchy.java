package org.entezar.methods.fuzzy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;

/**
 * Weights from pairwise judgements (Saaty 1980 <i>The Analytic Hierarchy Process</i>): the principal eigenvector of the
 * reciprocal matrix by power iteration, λ_max = mean((Mw)_i/w_i), CI = (λ_max - n)/(n - 1), CR = CI/RI. Consistent when
 * CR &lt; .10. The random index is the table of METHODS.md section 15; editions differ.
 *
 * @param weights summing to 1
 * @param lambdaMax principal eigenvalue
 * @param consistencyIndex 0 for n ≤ 2
 * @param randomIndex NO_DATA above ten factors
 * @param consistencyRatio 0 for n ≤ 2; NO_DATA above ten factors
 * @param geometricMeanWeights the row geometric means, summing to 1, as a second opinion
 * @param warnings INCONSISTENT_JUDGEMENTS
 */
public record AnalyticHierarchy(
        double[] weights,
        double lambdaMax,
        double consistencyIndex,
        Figure randomIndex,
        Figure consistencyRatio,
        double[] geometricMeanWeights,
        Set<Warning> warnings) {

    private static final double[] RANDOM_INDEX = {0, 0, .58, .90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};
    private static final double GREATEST_RATIO = 0.10;
    private static final double RECIPROCAL = 2e-3;
    private static final double SMALL_STEP = 1e-15;
    private static final int MOST_ROUNDS = 100_000;

    /** Weights from one matrix; a_ij·a_ji must be 1 to within .002, so that .333 passes for 1/3. */
    public static AnalyticHierarchy of(double[][] matrix) {
        check(matrix, "matrix");
        int n = matrix.length;
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        double[] previous = w;
        double step = 1;
        for (int round = 0; round < MOST_ROUNDS && step > SMALL_STEP; round++) {
            previous = w;
            w = normalised(times(matrix, w));
            step = 0;
            for (int i = 0; i < n; i++) {
                step = Math.max(step, Math.abs(w[i] - previous[i]));
            }
        }
        double[] image = times(matrix, w);
        double lambda = 0;
        for (int i = 0; i < n; i++) {
            lambda += image[i] / w[i] / n;
        }
        double index = n <= 2 ? 0 : (lambda - n) / (n - 1);
        Figure random = n > RANDOM_INDEX.length ? Figure.undefined(Reason.NO_DATA) : Figure.of(RANDOM_INDEX[n - 1]);
        Figure ratio = n <= 2 ? Figure.of(0) : random.map(r -> index / r);
        boolean inconsistent = ratio.isDefined() && !(ratio.value() < GREATEST_RATIO);
        return new AnalyticHierarchy(
                w,
                lambda,
                index,
                random,
                ratio,
                geometricMeans(matrix),
                inconsistent ? EnumSet.of(Warning.INCONSISTENT_JUDGEMENTS) : EnumSet.noneOf(Warning.class));
    }

    /** Whether the judgements may be used: a known ratio below .10. */
    public boolean isConsistent() {
        return consistencyRatio.isDefined() && consistencyRatio.value() < GREATEST_RATIO;
    }

    /** The judges' matrices as one: their element-wise geometric mean (Aczél &amp; Saaty 1983). */
    public static double[][] group(List<double[][]> matrices) {
        if (matrices.isEmpty()) {
            throw InvalidInputException.of(Code.EMPTY, "matrices", "at least one judge is needed");
        }
        int n = matrices.get(0).length;
        double[][] group = new double[n][n];
        for (int judge = 0; judge < matrices.size(); judge++) {
            double[][] matrix = matrices.get(judge);
            if (matrix.length != n) {
                throw InvalidInputException.at(Code.WRONG_LENGTH, "matrices", judge, "differs in size from the first");
            }
            check(matrix, "matrices[" + judge + "]");
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    group[i][j] += Math.log(matrix[i][j]) / matrices.size();
                }
            }
        }
        for (double[] row : group) {
            for (int j = 0; j < n; j++) {
                row[j] = Math.exp(row[j]);
            }
        }
        return group;
    }

    private static double[] geometricMeans(double[][] matrix) {
        double[] means = new double[matrix.length];
        for (int i = 0; i < means.length; i++) {
            double logs = 0;
            for (double judgement : matrix[i]) {
                logs += Math.log(judgement);
            }
            means[i] = Math.exp(logs / means.length);
        }
        return normalised(means);
    }

    private static double[] times(double[][] matrix, double[] w) {
        double[] image = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                image[i] += matrix[i][j] * w[j];
            }
        }
        return image;
    }

    private static double[] normalised(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(v -> v / sum).toArray();
    }

    private static void check(double[][] matrix, String field) {
        if (matrix.length == 0) {
            throw InvalidInputException.of(Code.EMPTY, field, "at least one factor is needed");
        }
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != matrix.length) {
                throw InvalidInputException.at(Code.BAD_MATRIX, field, i, "the matrix must be square");
            }
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                if (!(matrix[i][j] > 0) || Double.isInfinite(matrix[i][j])) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, field, i, j, "must be above 0");
                }
                if (!(Math.abs(matrix[i][j] * matrix[j][i] - 1) <= RECIPROCAL)) {
                    throw InvalidInputException.at(
                            Code.BAD_MATRIX, field, i, j, "times its counterpart must be 1: " + matrix[j][i]);
                }
            }
        }
    }
}
