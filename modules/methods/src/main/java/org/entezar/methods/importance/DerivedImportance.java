package org.entezar.methods.importance;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * How much each item contributes to the overall rating, on complete rows.
 *
 * <p>β = R⁻¹r, VIF the diagonal of R⁻¹. LMG (Lindeman, Merenda &amp; Gold 1980, the Shapley value of R²): see
 * {@link ShapleyShares}. Johnson's relative weights: Λ = R^½, b = Λ⁻¹r, ε_j = Σ_k Λ_jk² b_k² (Johnson 2000 Multivariate
 * Behavioral Research 35:1-19). Both sum to R². β may turn negative under collinearity; its size is no importance.
 *
 * @param n complete rows used
 * @param beta standardised regression weights by item, NaN for a dropped item
 * @param rSquared of all items that were kept; TOO_FEW unless n &gt; p + 1, ZERO_VARIANCE when the rating does not vary,
 *     NOT_POSITIVE_DEFINITE when a VIF exceeds a million; then no other figure is known either
 * @param lmg shares of R² by item, NaN for a dropped item
 * @param johnson relative weights by item, NaN for a dropped item
 * @param vif variance inflation by item, NaN for a dropped item
 * @param dropped items that do not vary, counted from 0
 * @param warnings what to know besides
 */
public record DerivedImportance(
        int n,
        double[] beta,
        Figure rSquared,
        double[] lmg,
        double[] johnson,
        double[] vif,
        int[] dropped,
        Set<Warning> warnings) {

    private static final double COLLINEAR = 1e6;

    /**
     * Evaluates complete rows.
     *
     * @param columns by item, without gaps
     * @param overall the overall rating, without gaps, as long as the columns
     * @param seed of the permutations, used above {@link ShapleyShares#MOST_EXACT} items
     */
    public static DerivedImportance of(double[][] columns, double[] overall, long seed) {
        int n = overall.length;
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != n) {
                throw InvalidInputException.at(Code.WRONG_LENGTH, "items", j, "has not " + n + " answers");
            }
        }
        int[] dropped = IntStream.range(0, columns.length)
                .filter(j -> isConstant(columns[j]))
                .toArray();
        int[] kept = IntStream.range(0, columns.length)
                .filter(j -> !isConstant(columns[j]))
                .toArray();
        int p = kept.length;
        if (n <= p + 1) {
            return undefined(n, columns.length, Reason.TOO_FEW, dropped);
        }
        if (p == 0 || isConstant(overall)) {
            return undefined(n, columns.length, Reason.ZERO_VARIANCE, dropped);
        }
        Correlations correlations = Correlations.of(columns, kept, overall);
        Solution solution = solve(correlations);
        if (solution == null) {
            return undefined(n, columns.length, Reason.NOT_POSITIVE_DEFINITE, dropped);
        }
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        if (dropped.length > 0) {
            warnings.add(Warning.CONSTANT_ITEM_DROPPED);
        }
        if (p > ShapleyShares.MOST_EXACT) {
            warnings.add(Warning.SAMPLED_PERMUTATIONS);
        }
        double[] lmg = ShapleyShares.of(correlations, seed);
        return new DerivedImportance(
                n,
                spread(solution.beta(), kept, columns.length),
                Figure.of(solution.rSquared()),
                spread(lmg, kept, columns.length),
                spread(solution.johnson(), kept, columns.length),
                spread(solution.vif(), kept, columns.length),
                dropped,
                warnings);
    }

    private static DerivedImportance undefined(int n, int items, Reason reason, int[] dropped) {
        double[] none = new double[items];
        Arrays.fill(none, Double.NaN);
        return new DerivedImportance(
                n,
                none,
                Figure.undefined(reason),
                none,
                none,
                none,
                dropped,
                dropped.length > 0 ? EnumSet.of(Warning.CONSTANT_ITEM_DROPPED) : EnumSet.noneOf(Warning.class));
    }

    private record Solution(double[] beta, double rSquared, double[] johnson, double[] vif) {}

    private static @Nullable Solution solve(Correlations c) {
        int p = c.withOverall().length;
        RealMatrix vectors;
        double[] values;
        try {
            EigenDecompositionSymmetric eigen =
                    new EigenDecompositionSymmetric(new Array2DRowRealMatrix(c.amongItems(), false));
            vectors = eigen.getV();
            values = eigen.getEigenvalues();
        } catch (MathRuntimeException noDecomposition) {
            return null;
        }
        if (Arrays.stream(values).anyMatch(v -> !(v > 1e-14))) {
            return null;
        }
        double[] vif = new double[p];
        double[] beta = new double[p];
        double[] b = new double[p];
        double[][] root = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                double inverse = 0;
                double inverseRoot = 0;
                for (int k = 0; k < p; k++) {
                    double product = vectors.getEntry(i, k) * vectors.getEntry(j, k);
                    inverse += product / values[k];
                    inverseRoot += product / Math.sqrt(values[k]);
                    root[i][j] += product * Math.sqrt(values[k]);
                }
                beta[i] += inverse * c.withOverall()[j];
                b[i] += inverseRoot * c.withOverall()[j];
                if (i == j) {
                    vif[i] = inverse;
                }
            }
        }
        if (Arrays.stream(vif).anyMatch(v -> !(v <= COLLINEAR))) {
            return null;
        }
        double[] johnson = new double[p];
        double rSquared = 0;
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                johnson[j] += root[j][k] * root[j][k] * b[k] * b[k];
            }
            rSquared += beta[j] * c.withOverall()[j];
        }
        return new Solution(beta, rSquared, johnson, vif);
    }

    private static double[] spread(double[] values, int[] kept, int items) {
        double[] all = new double[items];
        Arrays.fill(all, Double.NaN);
        for (int k = 0; k < kept.length; k++) {
            all[kept[k]] = values[k];
        }
        return all;
    }

    static boolean isConstant(double[] column) {
        return Arrays.stream(column).allMatch(value -> value == column[0]);
    }
}
