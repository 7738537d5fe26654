package org.entezar.methods.pathmodel;

/** Correlations of items over chosen rows; everything that partial least squares needs to know of the data. */
final class Correlations {
    private Correlations() {}

    /**
     * Fills the correlation matrix row by row.
     *
     * @param columns items without gaps
     * @param rows which rows count, as often as they are named
     * @param standardised scratch space, as long as the rows, for each item
     * @param sd receives the standard deviations, divisor n - 1
     * @return false when an item does not vary
     */
    static boolean fill(double[][] columns, int[] rows, double[][] standardised, double[] sd, double[] into) {
        int k = columns.length;
        int n = rows.length;
        for (int j = 0; j < k; j++) {
            double[] column = columns[j];
            double[] z = standardised[j];
            double mean = 0;
            for (int row : rows) {
                mean += column[row];
            }
            mean /= n;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                z[i] = column[rows[i]] - mean;
                squares += z[i] * z[i];
            }
            if (!(squares > 1e-20 * n * (1 + mean * mean))) {
                return false;
            }
            sd[j] = Math.sqrt(squares / (n - 1));
            double norm = 1 / Math.sqrt(squares);
            for (int i = 0; i < n; i++) {
                z[i] *= norm;
            }
        }
        for (int a = 0; a < k; a++) {
            into[a * k + a] = 1;
            for (int b = 0; b < a; b++) {
                double[] first = standardised[a];
                double[] second = standardised[b];
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += first[i] * second[i];
                }
                into[a * k + b] = sum;
                into[b * k + a] = sum;
            }
        }
        return true;
    }
}
