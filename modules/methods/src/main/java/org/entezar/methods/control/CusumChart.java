package org.entezar.methods.control;

import java.util.OptionalInt;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;

/**
 * Tabular CUSUM: finds a small lasting shift that no single value shows.
 *
 * <p>z = (x - target)/σ, C⁺ = max(0, z - k + C⁺), C⁻ = max(0, -z - k + C⁻); a signal when one exceeds h. Source: Page
 * (1954), Biometrika 41:100-115; Montgomery, tables 9.1 and 9.2.
 */
public final class CusumChart {
    private CusumChart() {}

    /**
     * Values under test.
     *
     * @param x in order of time; NaN = missing, the sums then stay
     * @param target of a calm reference period
     * @param sigma of a calm reference period, above 0
     * @param slack k, half the shift to be found, in σ; usually 0.5
     * @param limit h in σ; usually 4 or 5
     */
    public record Input(double[] x, double target, double sigma, double slack, double limit) {
        /** Checks values and settings. */
        public Input {
            x = ControlInputs.values(x);
            ControlInputs.finite("target", target);
            ControlInputs.positive("sigma", sigma);
            if (!(slack >= 0 && Double.isFinite(slack))) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "k", "0 or more, got " + slack);
            }
            ControlInputs.positive("h", limit);
        }
    }

    /**
     * The two sums.
     *
     * @param high C⁺ after each value; NaN where the value is missing
     * @param low C⁻ after each value
     * @param firstHigh index from 0 of the first C⁺ above the limit
     * @param firstLow index from 0 of the first C⁻ above the limit
     */
    public record Result(int n, double[] high, double[] low, OptionalInt firstHigh, OptionalInt firstLow) {}

    /** Sums up. */
    public static Result evaluate(Input in) {
        int length = in.x().length;
        double[] high = new double[length];
        double[] low = new double[length];
        OptionalInt firstHigh = OptionalInt.empty();
        OptionalInt firstLow = OptionalInt.empty();
        double up = 0;
        double down = 0;
        int n = 0;
        for (int i = 0; i < length; i++) {
            double z = (in.x()[i] - in.target()) / in.sigma();
            if (Double.isNaN(z)) {
                high[i] = Double.NaN;
                low[i] = Double.NaN;
                continue;
            }
            n++;
            up = Math.max(0, z - in.slack() + up);
            down = Math.max(0, -z - in.slack() + down);
            high[i] = up;
            low[i] = down;
            if (up > in.limit() && firstHigh.isEmpty()) {
                firstHigh = OptionalInt.of(i);
            }
            if (down > in.limit() && firstLow.isEmpty()) {
                firstLow = OptionalInt.of(i);
            }
        }
        return new Result(n, high, low, firstHigh, firstLow);
    }
}
