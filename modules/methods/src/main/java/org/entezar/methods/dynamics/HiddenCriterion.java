package org.entezar.methods.dynamics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/** Sum of squares of {@link HiddenExpectations} at a_w, a_s, W_0, S_0; not for several threads. */
final class HiddenCriterion {
    private static final double RELATIVE_RIDGE = 1e-12;

    private final HiddenExpectations.Input in;
    private final int[] customer;
    private final double[] will;
    private final double[] should;
    private final double mean;
    private final double total;
    private double[] weights = new double[4];

    HiddenCriterion(HiddenExpectations.Input in) {
        this.in = in;
        Map<Double, Integer> numbers = new HashMap<>();
        customer = new int[in.customer().length];
        double sum = 0;
        int n = 0;
        for (int i = 0; i < customer.length; i++) {
            customer[i] = numbers.computeIfAbsent(in.customer()[i], c -> numbers.size());
            if (counts(i)) {
                sum += in.perception()[i];
                n++;
            }
        }
        will = new double[numbers.size()];
        should = new double[numbers.size()];
        mean = sum / n;
        double squares = 0;
        for (int i = 0; i < customer.length; i++) {
            squares += counts(i) ? Math.pow(in.perception()[i] - mean, 2) : 0;
        }
        total = squares;
    }

    private boolean counts(int i) {
        return !Double.isNaN(in.delivered()[i]) && !Double.isNaN(in.perception()[i]);
    }

    /** Σ(P - mean)². */
    double total() {
        return total;
    }

    /** The weights of perception at the point that was looked at last. */
    double[] weights() {
        return weights.clone();
    }

    double[] clamp(double[] point) {
        return new double[] {
            within(point[0], 0, 1),
            within(point[1], 0, 1),
            within(point[2], in.scaleLow(), in.scaleHigh()),
            within(point[3], in.scaleLow(), in.scaleHigh())
        };
    }

    /** The value at the nearest point within the bounds, and more the farther away that is. */
    double penalised(double[] point) {
        double[] inside = clamp(point);
        double distance = 0;
        for (int i = 0; i < point.length; i++) {
            distance += Math.abs(point[i] - inside[i]);
        }
        return value(inside) * (1 + distance) + 1e-12 * distance;
    }

    /** Sum of squares; infinite where the weights cannot be told apart. */
    double value(double[] point) {
        Arrays.fill(will, point[2]);
        Arrays.fill(should, point[3]);
        double[][] xx = new double[4][4];
        double[] xy = new double[4];
        double yy = 0;
        double[] x = new double[4];
        double[] given = in.weights().orElse(null);
        double squares = 0;
        for (int i = 0; i < customer.length; i++) {
            double d = in.delivered()[i];
            if (Double.isNaN(d)) {
                continue;
            }
            int c = customer[i];
            if (counts(i)) {
                double y = in.perception()[i];
                if (given != null) {
                    double e = y - given[0] - given[1] * will[c] - given[2] * should[c] - given[3] * d;
                    squares += e * e;
                } else {
                    x[0] = 1;
                    x[1] = will[c] - mean;
                    x[2] = should[c] - mean;
                    x[3] = d - mean;
                    y -= mean;
                    yy += y * y;
                    for (int a = 0; a < 4; a++) {
                        xy[a] += x[a] * y;
                        for (int b = 0; b <= a; b++) {
                            xx[a][b] += x[a] * x[b];
                        }
                    }
                }
            }
            will[c] += point[0] * (d - will[c]);
            should[c] += point[1] * Math.max(d - should[c], 0);
        }
        if (given != null) {
            weights = given.clone();
            return squares;
        }
        return solve(xx, xy, yy);
    }

    /** Regression from the centred cross products; a touch of ridge where a column is a combination of others. */
    private double solve(double[][] xx, double[] xy, double yy) {
        for (int a = 0; a < 4; a++) {
            xx[a][a] += RELATIVE_RIDGE * (xx[a][a] + xx[0][0]);
            for (int b = 0; b < a; b++) {
                xx[b][a] = xx[a][b];
            }
        }
        try {
            double[] b = new CholeskyDecomposition(MatrixUtils.createRealMatrix(xx))
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(xy))
                    .toArray();
            double explained = 0;
            for (int a = 0; a < 4; a++) {
                explained += b[a] * xy[a];
            }
            weights = new double[] {b[0] + mean * (1 - b[1] - b[2] - b[3]), b[1], b[2], b[3]};
            return Math.max(yy - explained, 0);
        } catch (MathRuntimeException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double within(double value, double low, double high) {
        return Math.min(Math.max(value, low), high);
    }
}
