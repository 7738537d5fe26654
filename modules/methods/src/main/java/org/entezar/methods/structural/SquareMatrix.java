package org.entezar.methods.structural;

import java.util.Arrays;

/** Small dense square matrices as arrays row by row; the inner loops of the fit, which must not allocate. */
final class SquareMatrix {
    private SquareMatrix() {}

    /** c = a·b, all n×n. */
    static void multiply(int n, double[] a, double[] b, double[] c) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            for (int j = 0; j < n; j++) {
                c[row + j] = 0;
            }
            for (int k = 0; k < n; k++) {
                double value = a[row + k];
                if (value != 0) {
                    int other = k * n;
                    for (int j = 0; j < n; j++) {
                        c[row + j] += value * b[other + j];
                    }
                }
            }
        }
    }

    /** c = aᵀ·b. */
    static void transposeMultiply(int n, double[] a, double[] b, double[] c) {
        Arrays.fill(c, 0, n * n, 0);
        for (int k = 0; k < n; k++) {
            int row = k * n;
            for (int i = 0; i < n; i++) {
                double value = a[row + i];
                if (value != 0) {
                    int target = i * n;
                    for (int j = 0; j < n; j++) {
                        c[target + j] += value * b[row + j];
                    }
                }
            }
        }
    }

    /** c = a·bᵀ. */
    static void multiplyTranspose(int n, double[] a, double[] b, double[] c) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += a[i * n + k] * b[j * n + k];
                }
                c[i * n + j] = sum;
            }
        }
    }

    /** Inverts in place by Gauss-Jordan with pivots; false when singular. */
    static boolean invert(int n, double[] a, int[] pivots) {
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int i = k + 1; i < n; i++) {
                best = Math.abs(a[i * n + k]) > Math.abs(a[best * n + k]) ? i : best;
            }
            pivots[k] = best;
            double pivot = a[best * n + k];
            if (!(Math.abs(pivot) > 1e-14)) {
                return false;
            }
            swapRows(n, a, k, best);
            a[k * n + k] = 1;
            for (int j = 0; j < n; j++) {
                a[k * n + j] /= pivot;
            }
            for (int i = 0; i < n; i++) {
                double factor = a[i * n + k];
                if (i != k && factor != 0) {
                    a[i * n + k] = 0;
                    for (int j = 0; j < n; j++) {
                        a[i * n + j] -= factor * a[k * n + j];
                    }
                }
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int i = 0; i < n && pivots[k] != k; i++) {
                double kept = a[i * n + k];
                a[i * n + k] = a[i * n + pivots[k]];
                a[i * n + pivots[k]] = kept;
            }
        }
        return true;
    }

    private static void swapRows(int n, double[] a, int i, int k) {
        for (int j = 0; j < n && i != k; j++) {
            double kept = a[i * n + j];
            a[i * n + j] = a[k * n + j];
            a[k * n + j] = kept;
        }
    }

    /** Inverse of a symmetric positive definite matrix through Cholesky's factor; ln|a|, NaN when not positive definite. */
    static double invertPositive(int n, double[] a, double[] inverse, double[] factor) {
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i * n + k] * factor[j * n + k];
                }
                if (i == j) {
                    if (!(sum > 1e-12 * a[i * n + i])) {
                        return Double.NaN;
                    }
                    factor[i * n + i] = Math.sqrt(sum);
                    logDeterminant += Math.log(sum);
                } else {
                    factor[i * n + j] = sum / factor[j * n + j];
                }
            }
        }
        // the factor's inverse, lower triangle, then its transpose times itself
        for (int i = 0; i < n; i++) {
            factor[i * n + i] = 1 / factor[i * n + i];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= factor[i * n + k] * factor[k * n + j];
                }
                factor[i * n + j] = sum * factor[i * n + i];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < n; k++) {
                    sum += factor[k * n + i] * factor[k * n + j];
                }
                inverse[i * n + j] = sum;
                inverse[j * n + i] = sum;
            }
        }
        return logDeterminant;
    }
}
