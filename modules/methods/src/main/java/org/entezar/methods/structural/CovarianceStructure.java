package org.entezar.methods.structural;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entezar.methods.optimisation.QuasiNewton;
import org.entezar.methods.structural.Statement.Operator;

/**
 * The covariances that a model implies, and how far they are from the sample's; not for several threads.
 *
 * <p>All variables, observed first, stand in one system (reticular action model, McArdle &amp; McDonald 1984): A holds
 * loadings and regressions, P (residual) variances and covariances; with E = (I - A)⁻¹ and C = E·P·Eᵀ, Σ is the observed
 * block of C. This equals Λ(I-B)⁻¹Ψ(I-B)⁻ᵀΛᵀ + Θ. The discrepancy is F = ln|Σ| + tr(SΣ⁻¹) - ln|S| - p; with
 * W = Σ⁻¹ - Σ⁻¹SΣ⁻¹ its gradient is 2(EᵀWC)_ij for A_ij and 2(EᵀWE)_ij (once on the diagonal) for P_ij. Parameters are
 * taken in units of the items, so that the scales of the items do not matter.
 */
final class CovarianceStructure implements QuasiNewton.Function {
    final int p;
    final int v;
    final int q;
    private final List<ParameterTable.Row> rows;
    private final double[] sample;
    private final double sampleLog;
    /** Row by row of the parameter table: place in A or P, and which of them. */
    private final int[] from;

    private final int[] to;
    private final boolean[] directed;
    private final double[] units;

    private final double[] a;
    private final double[] s;
    private final double[] e;
    private final double[] c;
    private final double[] sigma;
    private final double[] inverse;
    private final double[] factor;
    private final double[] residual;
    private final double[] wide;
    private final double[] ew;
    private final double[] work;
    private final int[] pivots;

    CovarianceStructure(ParameterTable table, double[] sample, double sampleLog) {
        rows = table.rows;
        p = table.observed.size();
        v = p + table.latent.size();
        q = table.free;
        this.sample = sample;
        this.sampleLog = sampleLog;
        Map<String, Integer> index = new HashMap<>();
        table.observed.forEach(name -> index.put(name, index.size()));
        table.latent.forEach(name -> index.put(name, index.size()));
        from = new int[rows.size()];
        to = new int[rows.size()];
        directed = new boolean[rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            ParameterTable.Row row = rows.get(r);
            int left = index.getOrDefault(row.left(), -1);
            int right = index.getOrDefault(row.right(), -1);
            directed[r] = row.operator() != Operator.COVARIES;
            // A_ij is the effect of j on i
            to[r] = row.operator() == Operator.MEASURES ? right : left;
            from[r] = row.operator() == Operator.MEASURES ? left : right;
        }
        units = units(scales(table));
        int n = v * v;
        a = new double[n];
        s = new double[n];
        e = new double[n];
        c = new double[n];
        wide = new double[n];
        ew = new double[n];
        work = new double[n];
        pivots = new int[v];
        sigma = new double[p * p];
        inverse = new double[p * p];
        factor = new double[p * p];
        residual = new double[p * p];
    }

    /** Standard deviation of each variable; a factor has that of its first indicator. */
    private double[] scales(ParameterTable table) {
        double[] scale = new double[v];
        for (int i = 0; i < p; i++) {
            scale[i] = Math.sqrt(sample[i * p + i]);
        }
        for (int round = 0; round < table.latent.size(); round++) {
            for (int r = 0; r < rows.size(); r++) {
                if (rows.get(r).operator() == Operator.MEASURES && scale[from[r]] == 0) {
                    scale[from[r]] = scale[to[r]];
                }
            }
        }
        for (int i = 0; i < v; i++) {
            scale[i] = scale[i] == 0 ? 1 : scale[i];
        }
        return scale;
    }

    private double[] units(double[] scale) {
        double[] unit = new double[q];
        for (int r = 0; r < rows.size(); r++) {
            int free = rows.get(r).free();
            if (free >= 0 && unit[free] == 0) {
                unit[free] = directed[r] ? scale[to[r]] / scale[from[r]] : scale[to[r]] * scale[from[r]];
            }
        }
        return unit;
    }

    /**
     * A start: loadings 1 or, with {@code ratios}, the ratio of their covariances with the other indicators; half of an
     * item's variance as residual; the given share of the first indicator's variance for the factors.
     */
    double[] start(boolean ratios, double factorShare) {
        double[] start = new double[q];
        for (int r = 0; r < rows.size(); r++) {
            int free = rows.get(r).free();
            if (free < 0) {
                continue;
            }
            if (rows.get(r).operator() == Operator.MEASURES) {
                start[free] = ratios ? ratio(r) / units[free] : 1;
            } else if (!directed[r] && from[r] == to[r]) {
                start[free] = from[r] < p ? 0.5 : factorShare;
            }
        }
        return start;
    }

    /**
     * Σ s_jk s_1k/Σ s_1k² over the other indicators k of the factor (after Hägglund 1982, FABIN); without others, 1 with
     * the sign of the covariance with the first indicator.
     */
    private double ratio(int row) {
        int item = to[row];
        int first = -1;
        double product = 0;
        double square = 0;
        for (int r = 0; r < rows.size(); r++) {
            if (rows.get(r).operator() != Operator.MEASURES || from[r] != from[row] || to[r] >= p) {
                continue;
            }
            first = first < 0 ? to[r] : first;
            if (to[r] != first && to[r] != item && item < p) {
                product += sample[item * p + to[r]] * sample[first * p + to[r]];
                square += sample[first * p + to[r]] * sample[first * p + to[r]];
            }
        }
        double unit = units[rows.get(row).free()];
        boolean against = first >= 0 && item < p && sample[item * p + first] < 0;
        double ratio = square > 0 ? product / square : against ? -unit : unit;
        return Math.abs(ratio) > 10 * unit || Math.abs(ratio) < 0.05 * unit ? Math.copySign(unit, ratio) : ratio;
    }

    /** Value of a parameter row at the point. */
    double value(int row, double[] point) {
        ParameterTable.Row r = rows.get(row);
        if (r.free() >= 0) {
            return point[r.free()] * units[r.free()];
        }
        return r.sample() ? sample[to[row] * p + from[row]] : r.fixed();
    }

    double unit(int free) {
        return units[free];
    }

    private void place(double[] point) {
        Arrays.fill(a, 0);
        Arrays.fill(s, 0);
        for (int r = 0; r < from.length; r++) {
            double value = value(r, point);
            if (directed[r]) {
                a[to[r] * v + from[r]] = value;
            } else {
                s[to[r] * v + from[r]] = value;
                s[from[r] * v + to[r]] = value;
            }
        }
    }

    /** Fills E, C, Σ and Σ⁻¹; ln|Σ|, NaN where the model cannot be. */
    private double imply(double[] point) {
        place(point);
        for (int i = 0; i < v * v; i++) {
            e[i] = -a[i];
        }
        for (int i = 0; i < v; i++) {
            e[i * v + i] += 1;
        }
        if (!SquareMatrix.invert(v, e, pivots)) {
            return Double.NaN;
        }
        SquareMatrix.multiply(v, e, s, work);
        SquareMatrix.multiplyTranspose(v, work, e, c);
        for (int i = 0; i < p; i++) {
            System.arraycopy(c, i * v, sigma, i * p, p);
        }
        return SquareMatrix.invertPositive(p, sigma, inverse, factor);
    }

    /** F at the point; positive infinity where Σ is not positive definite. */
    double discrepancy(double[] point) {
        double logDeterminant = imply(point);
        if (Double.isNaN(logDeterminant)) {
            return Double.POSITIVE_INFINITY;
        }
        double trace = 0;
        for (int i = 0; i < p * p; i++) {
            trace += sample[i] * inverse[i];
        }
        return logDeterminant + trace - sampleLog - p;
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
        double value = discrepancy(point);
        if (!Double.isFinite(value)) {
            return Double.POSITIVE_INFINITY;
        }
        SquareMatrix.multiply(p, inverse, sample, factor);
        SquareMatrix.multiply(p, factor, inverse, residual);
        Arrays.fill(wide, 0);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                wide[i * v + j] = inverse[i * p + j] - residual[i * p + j];
            }
        }
        SquareMatrix.transposeMultiply(v, e, wide, ew);
        SquareMatrix.multiply(v, ew, c, work);
        SquareMatrix.multiply(v, ew, e, wide);
        Arrays.fill(gradient, 0);
        for (int r = 0; r < from.length; r++) {
            int free = rows.get(r).free();
            if (free >= 0) {
                int cell = to[r] * v + from[r];
                double slope = directed[r] ? 2 * work[cell] : (to[r] == from[r] ? 1 : 2) * wide[cell];
                gradient[free] += slope * units[free];
            }
        }
        return value;
    }

    /** Expected information of one observation in the units: ½ tr(Σ⁻¹ ∂Σ/∂a Σ⁻¹ ∂Σ/∂b). */
    double[][] information(double[] point) {
        imply(point);
        double[][] solved = new double[q][p * p];
        double[] slope = new double[p * p];
        for (int free = 0; free < q; free++) {
            Arrays.fill(slope, 0);
            for (int r = 0; r < from.length; r++) {
                if (rows.get(r).free() == free) {
                    addSlope(r, slope);
                }
            }
            SquareMatrix.multiply(p, inverse, slope, solved[free]);
        }
        double[][] information = new double[q][q];
        for (int i = 0; i < q; i++) {
            for (int j = 0; j <= i; j++) {
                double trace = 0;
                for (int k = 0; k < p; k++) {
                    for (int l = 0; l < p; l++) {
                        trace += solved[i][k * p + l] * solved[j][l * p + k];
                    }
                }
                information[i][j] = trace / 2 * units[i] * units[j];
                information[j][i] = information[i][j];
            }
        }
        return information;
    }

    /** ∂Σ by one cell: E_·i C_j· + its transpose for A_ij, E_·i E_·jᵀ + its transpose for P_ij. */
    private void addSlope(int row, double[] slope) {
        int i = to[row];
        int j = from[row];
        boolean once = !directed[row] && i == j;
        for (int k = 0; k < p; k++) {
            for (int l = 0; l < p; l++) {
                double kl = e[k * v + i] * (directed[row] ? c[j * v + l] : e[l * v + j]);
                slope[k * p + l] += once ? kl : 0;
                if (!once) {
                    slope[k * p + l] += kl;
                    slope[l * p + k] += kl;
                }
            }
        }
    }

    /** Variance of each variable, observed first, at the point looked at last. */
    double[] variances() {
        double[] variances = new double[v];
        for (int i = 0; i < v; i++) {
            variances[i] = c[i * v + i];
        }
        return variances;
    }

    /** (Residual) variance of each variable at the point looked at last. */
    double[] residualVariances() {
        double[] variances = new double[v];
        for (int i = 0; i < v; i++) {
            variances[i] = s[i * v + i];
        }
        return variances;
    }

    /** Σ at the point looked at last, row by row. */
    double[] implied() {
        return sigma.clone();
    }

    int to(int row) {
        return to[row];
    }

    int from(int row) {
        return from[row];
    }
}
