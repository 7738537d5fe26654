package org.entezar.methods.equity;

import java.util.OptionalDouble;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;

/**
 * How fast the norm follows usage: α on [0, 1] with the least Σ(u_t - N_t)² from period 2 on.
 *
 * <p>The sum is a polynomial in α and may have several valleys, so it is looked at on a grid, and the lowest valleys are
 * searched by golden section. Where it is flat, α stays at 0.3 and the result warns.
 */
public final class NormativeUsage {
    /** What α is when the data do not tell. */
    public static final double DEFAULT_ALPHA = 0.3;

    private static final int GRID = 200;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double FLAT = 1e-12;
    /** Against Σu², squares below this are rounding. */
    private static final double ROUNDING = 1e-24;

    private NormativeUsage() {}

    /**
     * The fit.
     *
     * @param n one-step errors
     * @param alpha weight of the last usage
     * @param squares Σ(u_t - N_t)² at alpha; NO_DATA without errors
     */
    public record Fit(int n, double alpha, Figure squares, Set<Warning> warnings) {}

    /**
     * Fits α.
     *
     * @param usage units of each period, NaN = missing
     * @param firstNorm N_1; when empty, the first known usage
     */
    public static Fit fit(double[] usage, OptionalDouble firstNorm) {
        double[] u = PaymentEquity.checkedUsage(usage);
        PaymentEquity.checkNorm(firstNorm);
        if (u.length == 0) {
            throw InvalidInputException.of(Code.EMPTY, "usage", "at least one period");
        }
        int n = 0;
        for (int t = 1; t < u.length; t++) {
            n += Double.isNaN(u[t]) ? 0 : 1;
        }
        double size = 0;
        for (double usageOfPeriod : u) {
            size += Double.isNaN(usageOfPeriod) ? 0 : usageOfPeriod * usageOfPeriod;
        }
        double[] norm = new double[u.length];
        double[] grid = new double[GRID + 1];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i <= GRID; i++) {
            grid[i] = run(u, (double) i / GRID, firstNorm, norm);
            least = Math.min(least, grid[i]);
            most = Math.max(most, grid[i]);
        }
        if (n == 0 || most - least <= FLAT * most || most <= ROUNDING * size) {
            Figure squares = n == 0 ? Figure.undefined(Reason.NO_DATA) : Figure.of(least);
            return new Fit(n, DEFAULT_ALPHA, squares, Set.of(Warning.WEAKLY_IDENTIFIED));
        }
        double best = 0;
        double bestSquares = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            boolean valley = (i == 0 || grid[i] <= grid[i - 1]) && (i == GRID || grid[i] <= grid[i + 1]);
            if (!valley) {
                continue;
            }
            double low = Math.max(0, i - 1.0) / GRID;
            double high = Math.min(GRID, i + 1.0) / GRID;
            for (double alpha : new double[] {(double) i / GRID, section(u, firstNorm, norm, low, high)}) {
                double squares = run(u, alpha, firstNorm, norm);
                if (squares < bestSquares) {
                    best = alpha;
                    bestSquares = squares;
                }
            }
        }
        return new Fit(n, best, Figure.of(bestSquares), Set.of());
    }

    private static double section(double[] u, OptionalDouble firstNorm, double[] norm, double from, double to) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = run(u, left, firstNorm, norm);
        double atRight = run(u, right, firstNorm, norm);
        for (int i = 0; i < 60; i++) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = run(u, left, firstNorm, norm);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = run(u, right, firstNorm, norm);
            }
        }
        return (low + high) / 2;
    }

    /** Fills N_t (NaN before the first known usage if there is no first norm); Σ(u_t - N_t)² from period 2. */
    static double run(double[] u, double alpha, OptionalDouble firstNorm, double[] norm) {
        double current = firstNorm.orElse(Double.NaN);
        double squares = 0;
        for (int t = 0; t < u.length; t++) {
            if (Double.isNaN(current)) {
                current = u[t]; // the first known usage is its own norm
            } else if (t > 0 && !Double.isNaN(u[t - 1])) {
                current = alpha * u[t - 1] + (1 - alpha) * current;
            }
            norm[t] = current;
            double e = u[t] - current;
            squares += t > 0 && !Double.isNaN(e) ? e * e : 0;
        }
        return squares;
    }
}
