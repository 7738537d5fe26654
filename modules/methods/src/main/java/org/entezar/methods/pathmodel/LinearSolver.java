package org.entezar.methods.pathmodel;

/** Regression of one construct on others from their correlations, by Cholesky, without allocating. */
final class LinearSolver {
    private final double[] factor;
    private final double[] solution;
    private final int[] chosen;

    LinearSolver(int most) {
        factor = new double[most * most];
        solution = new double[most];
        chosen = new int[most];
    }

    /**
     * Regression coefficients.
     *
     * @param r correlations of k constructs, row by row
     * @param predictors which constructs predict
     * @param target the predicted one
     * @param into receives the coefficients at the places of the predictors; the rest is left as it is
     * @return false when the predictors are not independent
     */
    boolean regress(double[] r, int k, boolean[] predictors, int target, double[] into) {
        int m = 0;
        for (int j = 0; j < k; j++) {
            if (predictors[j]) {
                chosen[m++] = j;
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = r[chosen[i] * k + chosen[j]];
                for (int l = 0; l < j; l++) {
                    sum -= factor[i * m + l] * factor[j * m + l];
                }
                if (i == j && !(sum > 1e-10)) {
                    return false;
                }
                factor[i * m + j] = i == j ? Math.sqrt(sum) : sum / factor[j * m + j];
            }
        }
        for (int i = 0; i < m; i++) {
            double sum = r[target * k + chosen[i]];
            for (int l = 0; l < i; l++) {
                sum -= factor[i * m + l] * solution[l];
            }
            solution[i] = sum / factor[i * m + i];
        }
        for (int i = m - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int l = i + 1; l < m; l++) {
                sum -= factor[l * m + i] * solution[l];
            }
            solution[i] = sum / factor[i * m + i];
            into[chosen[i]] = solution[i];
        }
        return true;
    }
}
