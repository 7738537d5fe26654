package org.entezar.methods.control;

import java.util.OptionalInt;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Exponentially weighted moving average with exact limits.
 *
 * <p>Z_t = λx + (1-λ)Z_{t-1}, Z_0 = target; limits target ± Lσ√(λ/(2-λ)·(1-(1-λ)^{2t})). Source: Montgomery, example 9.2.
 */
public final class EwmaChart {
    private EwmaChart() {}

    /**
     * Values under test.
     *
     * @param x in order of time; NaN = missing, the average then stays and t does not count on
     * @param target of a calm reference period
     * @param sigma of a calm reference period, above 0
     * @param weight λ, above 0 and at most 1
     * @param width L, usually 2.7 to 3
     */
    public record Input(double[] x, double target, double sigma, double weight, double width) {
        /** Checks values and settings. */
        public Input {
            x = ControlInputs.values(x);
            ControlInputs.finite("target", target);
            ControlInputs.positive("sigma", sigma);
            ControlInputs.positive("L", width);
            if (!(weight > 0 && weight <= 1)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "lambda", "above 0 and at most 1, got " + weight);
            }
        }
    }

    /** The average and its limits after each value, NaN where it is missing; the first index from 0 outside them. */
    public record Result(int n, double[] average, double[] lower, double[] upper, OptionalInt first) {}

    /** Averages. */
    public static Result evaluate(Input in) {
        int length = in.x().length;
        double[] average = new double[length];
        double[] lower = new double[length];
        double[] upper = new double[length];
        OptionalInt first = OptionalInt.empty();
        double z = in.target();
        double keep = 1 - in.weight();
        double forgotten = 1;
        double scale = in.width() * in.sigma() * Math.sqrt(in.weight() / (2 - in.weight()));
        int n = 0;
        for (int i = 0; i < length; i++) {
            if (Double.isNaN(in.x()[i])) {
                average[i] = Double.NaN;
                lower[i] = Double.NaN;
                upper[i] = Double.NaN;
                continue;
            }
            n++;
            z = in.weight() * in.x()[i] + keep * z;
            forgotten *= keep * keep;
            double half = scale * Math.sqrt(1 - forgotten);
            average[i] = z;
            lower[i] = in.target() - half;
            upper[i] = in.target() + half;
            if ((z < lower[i] || z > upper[i]) && first.isEmpty()) {
                first = OptionalInt.of(i);
            }
        }
        return new Result(n, average, lower, upper, first);
    }
}
