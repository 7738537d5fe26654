package org.entezar.methods.optimisation;

import java.util.Arrays;
import java.util.List;
import org.entezar.methods.Interruption;

/**
 * Minimises a smooth function of several variables whose gradient is known: BFGS on the inverse Hessian with a line
 * search that brackets a point of Armijo's and Wolfe's conditions.
 *
 * <p>A function may answer with positive infinity or NaN outside its domain; the search then steps back. Source:
 * Nocedal &amp; Wright (2006), Numerical Optimization, algorithms 3.5, 3.6 and 6.1. Hipparchus has no quasi-Newton
 * method for functions without constraints. Holds no state: safe for several threads.
 */
public final class QuasiNewton {
    private static final double ARMIJO = 1e-4;
    private static final double WOLFE = 0.9;
    private static final int LINE_STEPS = 40;
    /** Where no step downhill is left, a gradient of this size against the value is rounding. */
    private static final double ROUNDING = 1e-7;

    private QuasiNewton() {}

    /** A function with its gradient. */
    @FunctionalInterface
    public interface Function {
        /**
         * The value at a point.
         *
         * @param point not to be changed
         * @param gradient receives the gradient; need not be filled when the value is not finite
         */
        double valueAndGradient(double[] point, double[] gradient);
    }

    /**
     * When to stop.
     *
     * @param gradient largest absolute component of the gradient that counts as zero
     * @param relative relative decrease of the value below which, five times in a row, nothing more is to be gained
     * @param iterations most iterations
     */
    public record Stop(double gradient, double relative, int iterations) {}

    /**
     * Where the search ended.
     *
     * @param point the best point seen
     * @param value its value
     * @param largestGradient largest absolute component of the gradient there
     * @param converged whether the gradient or the decrease met the criterion
     */
    public record Minimum(double[] point, double value, double largestGradient, int iterations, boolean converged) {}

    /** Searches from every start, at least one, and returns the lowest end. */
    public static Minimum minimise(Function function, List<double[]> starts, Stop stop) {
        Minimum best = minimise(function, starts.get(0), stop);
        for (int i = 1; i < starts.size(); i++) {
            Minimum end = minimise(function, starts.get(i), stop);
            best = end.value() < best.value() ? end : best;
        }
        return best;
    }

    /** Searches from a point at which the value is finite; if it is not, the start is returned as not converged. */
    public static Minimum minimise(Function function, double[] start, Stop stop) {
        return new Search(function, start).run(stop);
    }

    /** One search with its scratch space. */
    private static final class Search {
        private final Function function;
        private final int n;
        private final double[] inverse;
        private final double[] direction;
        private double[] x;
        private double[] g;
        private double[] nextX;
        private double[] nextG;
        private final double[] step;
        private final double[] change;
        private double f;
        private double nextF;
        private boolean fresh;

        Search(Function function, double[] start) {
            this.function = function;
            n = start.length;
            inverse = new double[n * n];
            direction = new double[n];
            x = start.clone();
            g = new double[n];
            nextX = new double[n];
            nextG = new double[n];
            step = new double[n];
            change = new double[n];
            f = function.valueAndGradient(x, g);
        }

        Minimum run(Stop stop) {
            if (!Double.isFinite(f)) {
                return new Minimum(x, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, false);
            }
            reset(1);
            int idle = 0;
            int iteration = 0;
            boolean converged = largest(g) <= stop.gradient();
            while (!converged && iteration < stop.iterations()) {
                iteration++;
                Interruption.check();
                double slope = aim();
                if (!(slope < 0)) {
                    reset(1);
                    slope = aim();
                }
                if (!searchLine(slope, fresh ? Math.min(1, 1 / norm(direction)) : 1)) {
                    if (fresh) {
                        converged = largest(g) <= Math.max(stop.gradient(), ROUNDING * Math.max(1, Math.abs(f)));
                        break;
                    }
                    reset(1);
                    continue;
                }
                idle = f - nextF <= stop.relative() * (Math.abs(f) + stop.relative()) ? idle + 1 : 0;
                accept();
                converged = largest(g) <= stop.gradient() || idle >= 5;
            }
            return new Minimum(x, f, largest(g), iteration, converged);
        }

        /** Direction -H·g; returns the slope along it. */
        private double aim() {
            double slope = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                int row = i * n;
                for (int j = 0; j < n; j++) {
                    sum -= inverse[row + j] * g[j];
                }
                direction[i] = sum;
                slope += sum * g[i];
            }
            return slope;
        }

        /** Leaves a point of sufficient decrease in nextX, nextG, nextF; false when there is none. */
        private boolean searchLine(double slope, double first) {
            double low = 0;
            double lowF = f;
            double lowSlope = slope;
            double high = Double.POSITIVE_INFINITY;
            double length = first;
            for (int i = 0; i < LINE_STEPS; i++) {
                for (int k = 0; k < n; k++) {
                    nextX[k] = x[k] + length * direction[k];
                }
                nextF = function.valueAndGradient(nextX, nextG);
                if (!Double.isFinite(nextF)) {
                    high = length;
                    length = low + 0.25 * (high - low);
                    continue;
                }
                if (nextF > f + ARMIJO * length * slope) {
                    high = length;
                    // the parabola through the lower end and this point
                    double width = high - low;
                    double curve = 2 * (nextF - lowF - lowSlope * width);
                    double guess = curve > 0 ? -lowSlope * width / curve : 0.5;
                    length = low + width * Math.min(0.7, Math.max(0.1, guess));
                    continue;
                }
                double nextSlope = 0;
                for (int k = 0; k < n; k++) {
                    nextSlope += nextG[k] * direction[k];
                }
                if (nextSlope >= WOLFE * slope) {
                    return true;
                }
                low = length;
                lowF = nextF;
                lowSlope = nextSlope;
                length = Double.isInfinite(high) ? 2.5 * length : low + 0.5 * (high - low);
            }
            if (!(nextF < f) && low > 0) {
                // The last trial was one too far; the lower end of the bracket is a decrease.
                for (int k = 0; k < n; k++) {
                    nextX[k] = x[k] + low * direction[k];
                }
                nextF = function.valueAndGradient(nextX, nextG);
            }
            return nextF < f && low > 0;
        }

        /** Moves to the point found and updates the inverse Hessian (BFGS). */
        private void accept() {
            double sy = 0;
            double yy = 0;
            for (int i = 0; i < n; i++) {
                step[i] = nextX[i] - x[i];
                change[i] = nextG[i] - g[i];
                sy += step[i] * change[i];
                yy += change[i] * change[i];
            }
            double[] oldX = x;
            x = nextX;
            nextX = oldX;
            double[] oldG = g;
            g = nextG;
            nextG = oldG;
            f = nextF;
            if (sy <= 1e-14 * Math.sqrt(yy) * norm(step)) {
                return;
            }
            if (fresh) {
                reset(sy / yy);
                fresh = false;
            }
            double yHy = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                int row = i * n;
                for (int j = 0; j < n; j++) {
                    sum += inverse[row + j] * change[j];
                }
                direction[i] = sum;
                yHy += sum * change[i];
            }
            double scale = (1 + yHy / sy) / sy;
            for (int i = 0; i < n; i++) {
                int row = i * n;
                for (int j = 0; j < n; j++) {
                    inverse[row + j] +=
                            scale * step[i] * step[j] - (direction[i] * step[j] + step[i] * direction[j]) / sy;
                }
            }
        }

        private void reset(double diagonal) {
            Arrays.fill(inverse, 0);
            for (int i = 0; i < n; i++) {
                inverse[i * n + i] = diagonal;
            }
            fresh = true;
        }
    }

    private static double largest(double[] vector) {
        double largest = 0;
        for (double component : vector) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double component : vector) {
            sum += component * component;
        }
        return Math.sqrt(sum);
    }
}
