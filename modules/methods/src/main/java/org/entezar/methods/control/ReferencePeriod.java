package org.entezar.methods.control;

import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * Target and σ of a calm period, which must not be the data under test: mean, and mean moving range/1.128.
 *
 * <p>Source: Montgomery, Introduction to Statistical Quality Control.
 *
 * @param n values used
 * @param target mean; NO_DATA without a value
 * @param sigma mean moving range over d_2(2) = 1.128; TOO_FEW with fewer than two neighbours, ZERO_VARIANCE when still
 */
public record ReferencePeriod(int n, Figure target, Figure sigma) {
    private static final double D2 = 1.128;

    /** Target and σ of the values in order of time; NaN = missing, ranges are not taken across a gap. */
    public static ReferencePeriod of(double[] values) {
        int n = 0;
        double sum = 0;
        int ranges = 0;
        double moved = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, "reference", i, "a finite number");
            }
            if (Double.isNaN(values[i])) {
                continue;
            }
            n++;
            sum += values[i];
            if (i > 0 && !Double.isNaN(values[i - 1])) {
                ranges++;
                moved += Math.abs(values[i] - values[i - 1]);
            }
        }
        Figure sigma = ranges == 0
                ? Figure.undefined(n == 0 ? Reason.NO_DATA : Reason.TOO_FEW)
                : moved == 0 ? Figure.undefined(Reason.ZERO_VARIANCE) : Figure.of(moved / ranges / D2);
        return new ReferencePeriod(n, Figure.ratio(sum, n, Reason.NO_DATA), sigma);
    }
}
