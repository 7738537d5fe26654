package org.entezar.methods.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Ordinary least squares with the usual standard errors and errors that allow for several rows of one customer.
 *
 * <p>Cluster-robust errors: (X'X)⁻¹ Σ_g X_g'e_g e_g'X_g (X'X)⁻¹ times G/(G-1)·(n-1)/(n-k); Liang &amp; Zeger (1986),
 * Biometrika 73:13-22; R: {@code sandwich::vcovCL(type = "HC1")}.
 *
 * @param n complete rows
 * @param customers clusters G
 * @param coefficients TOO_FEW when n ≤ k, NOT_POSITIVE_DEFINITE when the columns are not independent
 * @param errors standard errors
 * @param clusterErrors by customer; TOO_FEW with one customer
 * @param covariance of the coefficients; empty when undefined
 * @param r2 1 - Σe²/Σ(y - ȳ)²; ZERO_VARIANCE when y does not vary
 * @param sigma √(Σe²/(n - k))
 */
public record Regression(
        int n,
        int customers,
        List<Figure> coefficients,
        List<Figure> errors,
        List<Figure> clusterErrors,
        double[][] covariance,
        Figure r2,
        Figure sigma) {

    /** Below this share of the largest, a diagonal element of R counts as zero. */
    private static final double SINGULAR = 1e-10;

    /**
     * Regresses y on the columns as they stand; give a column of ones for an intercept.
     *
     * @param customer cluster of each row
     * @param y NaN = missing
     * @param columns each as long as y, NaN = missing; incomplete rows are left out
     */
    public static Regression of(double[] customer, double[] y, double[]... columns) {
        int k = columns.length;
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        Map<Double, Integer> numbers = new HashMap<>();
        for (int i = 0; i < y.length; i++) {
            double[] row = new double[k];
            double check = y[i];
            for (int j = 0; j < k; j++) {
                row[j] = columns[j][i];
                check += row[j];
            }
            if (!Double.isNaN(check)) {
                rows.add(row);
                values.add(y[i]);
                groups.add(numbers.computeIfAbsent(customer[i], c -> numbers.size()));
            }
        }
        int n = rows.size();
        int g = numbers.size();
        if (n <= k) {
            return undefined(n, g, k, n == 0 ? Reason.NO_DATA : Reason.TOO_FEW);
        }
        RealMatrix x = MatrixUtils.createRealMatrix(rows.toArray(double[][]::new));
        double[] response = values.stream().mapToDouble(Double::doubleValue).toArray();
        QRDecomposition qr = new QRDecomposition(x);
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < k; j++) {
            double diagonal = Math.abs(qr.getR().getEntry(j, j));
            largest = Math.max(largest, diagonal);
            smallest = Math.min(smallest, diagonal);
        }
        if (!(smallest > SINGULAR * largest)) {
            return undefined(n, g, k, Reason.NOT_POSITIVE_DEFINITE);
        }
        try {
            return solve(x, response, groups, g, qr);
        } catch (MathRuntimeException e) {
            return undefined(n, g, k, Reason.NOT_POSITIVE_DEFINITE);
        }
    }

    private static Regression solve(RealMatrix x, double[] y, List<Integer> groups, int g, QRDecomposition qr) {
        int n = x.getRowDimension();
        int k = x.getColumnDimension();
        double[] b = qr.getSolver().solve(MatrixUtils.createRealVector(y)).toArray();
        RealMatrix r = qr.getR().getSubMatrix(0, k - 1, 0, k - 1);
        RealMatrix rInverse = new LUDecomposition(r).getSolver().getInverse();
        RealMatrix inverse = rInverse.multiplyTransposed(rInverse);
        double[] fitted = x.operate(b);
        double mean = Arrays.stream(y).average().orElseThrow();
        double squares = 0;
        double total = 0;
        double[][] scores = new double[g][k];
        for (int i = 0; i < n; i++) {
            double e = y[i] - fitted[i];
            squares += e * e;
            total += (y[i] - mean) * (y[i] - mean);
            for (int j = 0; j < k; j++) {
                scores[groups.get(i)][j] += e * x.getEntry(i, j);
            }
        }
        double variance = squares / (n - k);
        RealMatrix sum = MatrixUtils.createRealMatrix(scores);
        RealMatrix sandwich = inverse.multiply(sum.transposeMultiply(sum)).multiply(inverse);
        double correction = g > 1 ? (double) g / (g - 1) * (n - 1) / (n - k) : Double.NaN;
        List<Figure> coefficients = new ArrayList<>(k);
        List<Figure> errors = new ArrayList<>(k);
        List<Figure> clusterErrors = new ArrayList<>(k);
        for (int j = 0; j < k; j++) {
            coefficients.add(Figure.of(b[j]));
            errors.add(Figure.of(Math.sqrt(variance * inverse.getEntry(j, j))));
            clusterErrors.add(Figure.finiteOr(Math.sqrt(correction * sandwich.getEntry(j, j)), Reason.TOO_FEW));
        }
        return new Regression(
                n,
                g,
                coefficients,
                errors,
                clusterErrors,
                inverse.scalarMultiply(variance).getData(),
                total > 0 ? Figure.of(1 - squares / total) : Figure.undefined(Reason.ZERO_VARIANCE),
                Figure.of(Math.sqrt(variance)));
    }

    private static Regression undefined(int n, int customers, int k, Reason reason) {
        Figure none = Figure.undefined(reason);
        List<Figure> each = Collections.nCopies(k, none);
        return new Regression(n, customers, each, each, each, new double[0][], none, none);
    }
}
