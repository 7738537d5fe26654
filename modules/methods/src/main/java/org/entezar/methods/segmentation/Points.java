package org.entezar.methods.segmentation;

import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/** Customers as points: n rows of d measures, in one array row by row. */
final class Points {
    final int n;
    final int d;
    final double[] x;

    Points(int n, int d, double[] x) {
        this.n = n;
        this.d = d;
        this.x = x;
    }

    static Points of(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw InvalidInputException.of(Code.EMPTY, "X", "at least one row and one column");
        }
        int d = rows[0].length;
        double[] x = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != d) {
                throw InvalidInputException.at(Code.WRONG_LENGTH, "X", i, d + " columns, got " + rows[i].length);
            }
            for (int j = 0; j < d; j++) {
                if (!Double.isFinite(rows[i][j])) {
                    throw InvalidInputException.at(Code.OUT_OF_RANGE, "X", i, j, "a finite number");
                }
                x[i * d + j] = rows[i][j];
            }
        }
        return new Points(rows.length, d, x);
    }

    /** Squared distance of a row to a centre. */
    double squaredDistance(int row, double[] centres, int centre) {
        double sum = 0;
        int a = row * d;
        int b = centre * d;
        for (int j = 0; j < d; j++) {
            double difference = x[a + j] - centres[b + j];
            sum += difference * difference;
        }
        return sum;
    }

    double squaredDistance(int first, int second) {
        return squaredDistance(first, x, second);
    }

    /** These rows, in this order. */
    Points rows(int[] rows) {
        double[] chosen = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(x, rows[i] * d, chosen, i * d, d);
        }
        return new Points(rows.length, d, chosen);
    }

    /** Sum of squared distances to the mean. */
    double totalSquares() {
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += x[i * d + j];
            }
            mean /= n;
            for (int i = 0; i < n; i++) {
                sum += (x[i * d + j] - mean) * (x[i * d + j] - mean);
            }
        }
        return sum;
    }

    /** Columns brought to mean 0 and standard deviation 1; columns that do not vary are left out. */
    Points standardised() {
        double[] mean = new double[d];
        double[] sd = new double[d];
        int varying = 0;
        for (int j = 0; j < d; j++) {
            double least = x[j];
            double greatest = x[j];
            for (int i = 0; i < n; i++) {
                mean[j] += x[i * d + j] / n;
                least = Math.min(least, x[i * d + j]);
                greatest = Math.max(greatest, x[i * d + j]);
            }
            for (int i = 0; i < n; i++) {
                sd[j] += (x[i * d + j] - mean[j]) * (x[i * d + j] - mean[j]);
            }
            sd[j] = least == greatest ? 0 : Math.sqrt(sd[j] / (n - 1));
            varying += sd[j] > 0 ? 1 : 0;
        }
        double[] z = new double[n * varying];
        for (int i = 0; i < n; i++) {
            int k = i * varying;
            for (int j = 0; j < d; j++) {
                if (sd[j] > 0) {
                    z[k++] = (x[i * d + j] - mean[j]) / sd[j];
                }
            }
        }
        return new Points(n, varying, z);
    }
}
