package org.entezar.methods.control;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * p-chart of shares from samples of varying size: limits p̄ ± L√(p̄(1-p̄)/n_i), cut off at 0 and 1.
 *
 * <p>Source: Montgomery, Introduction to Statistical Quality Control.
 */
public final class ShareChart {
    private ShareChart() {}

    /**
     * Counts of each period.
     *
     * @param counts answers that count, 0..n
     * @param sizes answers in all; 0 = nobody asked
     * @param centre p̄ of a calm reference period; when empty, of the data themselves
     * @param width L, usually 3
     */
    public record Input(long[] counts, long[] sizes, OptionalDouble centre, double width) {
        /** Checks every period. */
        public Input {
            if (counts.length != sizes.length) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "n", counts.length + " periods, got " + sizes.length);
            }
            for (int i = 0; i < counts.length; i++) {
                if (sizes[i] < 0 || counts[i] < 0 || counts[i] > sizes[i]) {
                    throw InvalidInputException.at(
                            Code.OUT_OF_RANGE, "count", i, "0.." + sizes[i] + ", got " + counts[i]);
                }
            }
            if (centre.isPresent() && !(centre.getAsDouble() >= 0 && centre.getAsDouble() <= 1)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "centre", "0..1");
            }
            ControlInputs.positive("L", width);
            counts = counts.clone();
            sizes = sizes.clone();
        }
    }

    /**
     * Shares and limits, NaN in a period without answers.
     *
     * @param centre p̄; NO_DATA when nobody was ever asked
     * @param signals whether the share lies outside its limits
     * @param first index from 0 of the first signal
     */
    public record Result(
            long n,
            Figure centre,
            double[] shares,
            double[] lower,
            double[] upper,
            boolean[] signals,
            OptionalInt first) {}

    /** Draws the chart. */
    public static Result evaluate(Input in) {
        int length = in.counts().length;
        long n = Arrays.stream(in.sizes()).sum();
        Figure centre = in.centre().isPresent()
                ? Figure.of(in.centre().getAsDouble())
                : Figure.ratio(Arrays.stream(in.counts()).sum(), n, Reason.NO_DATA);
        double[] shares = new double[length];
        double[] lower = new double[length];
        double[] upper = new double[length];
        boolean[] signals = new boolean[length];
        OptionalInt first = OptionalInt.empty();
        for (int i = 0; i < length; i++) {
            if (in.sizes()[i] == 0 || !centre.isDefined()) {
                shares[i] = Double.NaN;
                lower[i] = Double.NaN;
                upper[i] = Double.NaN;
                continue;
            }
            double p = centre.value();
            double half = in.width() * Math.sqrt(p * (1 - p) / in.sizes()[i]);
            shares[i] = (double) in.counts()[i] / in.sizes()[i];
            lower[i] = Math.max(0, p - half);
            upper[i] = Math.min(1, p + half);
            signals[i] = shares[i] < lower[i] || shares[i] > upper[i];
            if (signals[i] && first.isEmpty()) {
                first = OptionalInt.of(i);
            }
        }
        return new Result(n, centre, shares, lower, upper, signals, first);
    }
}
