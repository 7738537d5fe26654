package org.entezar.methods.servqual;

import java.util.Arrays;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.Reason;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The one-factor model by maximum likelihood, for McDonald's total ω = (Σλ)²/((Σλ)² + Σθ) (McDonald 1999 <i>Test
 * Theory</i>), unstandardised λ, factor variance 1. Minimises ln|Σ| + tr(SΣ⁻¹), Σ = λλ' + Θ, by Fisher scoring; Θ may
 * turn negative, as in lavaan, and is then reported.
 */
final class OneFactor {
    private static final int MOST_ROUNDS = 500;
    private static final double SMALL_GRADIENT = 1e-9;

    private final double[][] s;
    private final int k;
    private double[] parameters;

    private OneFactor(double[][] s) {
        this.s = s;
        this.k = s.length;
        this.parameters = new double[2 * k];
        for (int j = 0; j < k; j++) {
            parameters[j] = Math.sqrt(s[j][j] / 2);
            parameters[k + j] = s[j][j] / 2;
        }
    }

    /** Omega, and whether a residual variance is negative. */
    record Solution(Figure omega, boolean negativeVariance) {
        static final Solution TOO_FEW = new Solution(Figure.undefined(Reason.TOO_FEW), false);

        static Solution undefined(Reason reason) {
            return new Solution(Figure.undefined(reason), false);
        }
    }

    /** Fits covariances of at least three items. */
    static Solution fit(double[][] covariances) {
        for (int j = 0; j < covariances.length; j++) {
            if (!(covariances[j][j] > 0)) {
                return Solution.undefined(Reason.ZERO_VARIANCE);
            }
        }
        double[][] correlations = new double[covariances.length][covariances.length];
        double[] sd = new double[covariances.length];
        for (int i = 0; i < sd.length; i++) {
            sd[i] = Math.sqrt(covariances[i][i]);
        }
        for (int i = 0; i < sd.length; i++) {
            for (int j = 0; j < sd.length; j++) {
                correlations[i][j] = covariances[i][j] / (sd[i] * sd[j]);
            }
        }
        if (inverse(correlations) == null) {
            return Solution.undefined(Reason.NOT_POSITIVE_DEFINITE);
        }
        return new OneFactor(correlations).solve(sd);
    }

    /** Works on correlations, where every step has the same size, and turns the solution back. */
    private Solution solve(double[] sd) {
        double value = value(parameters);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Interruption.check();
            double[] gradient = new double[2 * k];
            double[] step = step(gradient);
            if (Arrays.stream(gradient).map(Math::abs).max().orElse(0) < SMALL_GRADIENT) {
                return omega(sd);
            }
            double[] next = parameters;
            double nextValue = Double.POSITIVE_INFINITY;
            for (double length = 1; length > 1e-10 && !(nextValue < value); length /= 2) {
                double[] from = parameters;
                double reach = length;
                next = new double[2 * k];
                Arrays.setAll(next, i -> from[i] - reach * step[i]);
                nextValue = value(next);
            }
            if (!(nextValue < value)) {
                // no way down is left: rounding decides, and the gradient tells whether that is the bottom
                boolean flat = Arrays.stream(gradient).map(Math::abs).max().orElse(0) < 1e-5;
                return flat ? omega(sd) : Solution.undefined(Reason.NOT_CONVERGED);
            }
            parameters = next;
            value = nextValue;
        }
        return Solution.undefined(Reason.NOT_CONVERGED);
    }

    private Solution omega(double[] sd) {
        double loadings = 0;
        double residuals = 0;
        boolean negative = false;
        for (int j = 0; j < k; j++) {
            loadings += sd[j] * parameters[j];
            residuals += sd[j] * sd[j] * parameters[k + j];
            negative |= parameters[k + j] < 0;
        }
        double common = loadings * loadings;
        if (residuals < 0) {
            // more than everything would be explained: a share above 1 tells nobody anything
            return new Solution(Figure.undefined(Reason.NOT_POSITIVE_DEFINITE), negative);
        }
        return new Solution(Figure.ratio(common, common + residuals, Reason.ZERO_VARIANCE), negative);
    }

    private double[][] implied(double[] p) {
        double[][] sigma = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                sigma[i][j] = p[i] * p[j] + (i == j ? p[k + i] : 0);
            }
        }
        return sigma;
    }

    /** ln|Σ| + tr(SΣ⁻¹), infinite where Σ is not positive definite. */
    private double value(double[] p) {
        try {
            CholeskyDecomposition cholesky =
                    new CholeskyDecomposition(new Array2DRowRealMatrix(implied(p), false), 1e-9, 1e-12);
            double logDeterminant = 0;
            RealMatrix l = cholesky.getL();
            for (int i = 0; i < k; i++) {
                logDeterminant += 2 * Math.log(l.getEntry(i, i));
            }
            RealMatrix solved = cholesky.getSolver().solve(new Array2DRowRealMatrix(s, false));
            return logDeterminant + solved.getTrace();
        } catch (MathRuntimeException notPositiveDefinite) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double @Nullable [][] inverse(double[][] matrix) {
        try {
            return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-9, 1e-12)
                    .getSolver()
                    .getInverse()
                    .getData();
        } catch (MathRuntimeException notPositiveDefinite) {
            return null;
        }
    }

    /** Fills the gradient and returns the scoring step H⁻¹g with H = tr(Σ⁻¹∂aΣ Σ⁻¹∂bΣ). */
    private double[] step(double[] gradient) {
        double[][] w = inverse(implied(parameters));
        if (w == null) {
            throw new IllegalStateException("the iteration left the positive definite matrices");
        }
        RealMatrix weight = new Array2DRowRealMatrix(w, false);
        RealMatrix apart =
                new Array2DRowRealMatrix(implied(parameters), false).subtract(new Array2DRowRealMatrix(s, false));
        RealMatrix g = weight.multiply(apart).multiply(weight);
        double[] loadings = Arrays.copyOf(parameters, k);
        double[] gl = g.operate(loadings);
        double[] wl = weight.operate(loadings);
        double lwl = new ArrayRealVector(loadings, false).dotProduct(new ArrayRealVector(wl, false));
        double[][] h = new double[2 * k][2 * k];
        for (int a = 0; a < k; a++) {
            gradient[a] = 2 * gl[a];
            gradient[k + a] = g.getEntry(a, a);
            for (int b = 0; b < k; b++) {
                h[a][b] = 2 * (wl[a] * wl[b] + w[a][b] * lwl);
                h[a][k + b] = 2 * w[a][b] * wl[b];
                h[k + b][a] = h[a][k + b];
                h[k + a][k + b] = w[a][b] * w[a][b];
            }
        }
        for (int a = 0; a < 2 * k; a++) {
            h[a][a] *= 1 + 1e-10;
        }
        try {
            return new LUDecomposition(new Array2DRowRealMatrix(h, false))
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
        } catch (MathRuntimeException singular) {
            return gradient.clone();
        }
    }
}
