package org.entezar.methods.trend;

import java.util.Arrays;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Interval;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * Has a long relationship come to a standstill below what the customer desires (its "dark side")?
 *
 * <p>The rule is our own, after the findings of Grayson &amp; Ambler (1999), Journal of Marketing Research 36:132-141: the
 * relationship is old enough, the last periods are at least eight, the interval of Sen's slope lies inside ±δ a period
 * (STAGNATING) or wholly below 0 (DECLINING), and their mean is below the desired level. Inside ±δ goes first: a fall
 * too small to matter is a standstill.
 */
public final class Stagnation {
    private Stagnation() {}

    /** What is found. */
    public enum Verdict {
        /** Level, and below the desired level. */
        STAGNATING,
        /** Falling, and below the desired level. */
        DECLINING,
        /** Neither level nor falling for certain. */
        NOT_SHOWN,
        /** Level or falling, but not below the desired level. */
        DESIRED_LEVEL_MET,
        /** Not old enough to ask. */
        TOO_YOUNG,
        /** Fewer than eight periods with a value. */
        TOO_FEW
    }

    /**
     * A relationship.
     *
     * @param y level of each period (perception, satisfaction), oldest first; NaN = missing
     * @param age of the relationship in years
     * @param leastAge years from which it counts as long; usually 3
     * @param window last periods looked at, at least 8
     * @param band δ, the change a period that does not matter, 0 or more
     * @param desired desired level of the zone of tolerance
     */
    public record Input(double[] y, double age, double leastAge, int window, double band, double desired) {
        /** Checks the settings. */
        public Input {
            notNegative("relationship_years", age);
            notNegative("least_years", leastAge);
            notNegative("band", band);
            if (!Double.isFinite(desired)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "desired", "a finite number");
            }
            if (window < MannKendall.LEAST_FOR_VERDICT) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "window", "8 or more, got " + window);
            }
            y = y.clone();
        }

        private static void notNegative(String field, double value) {
            if (!(value >= 0 && Double.isFinite(value))) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, field, "0 or more, got " + value);
            }
        }
    }

    /** The verdict and what it rests on: values in the window, their mean, Sen's slope and its interval. */
    public record Result(Verdict verdict, int n, Figure mean, Figure slope, Bounds bounds) {}

    /** Judges. */
    public static Result evaluate(Input in) {
        double[] y = in.y();
        double[] last = Arrays.copyOfRange(y, Math.max(0, y.length - in.window()), y.length);
        MannKendall.Result trend = MannKendall.evaluate(last);
        double sum = Arrays.stream(last).filter(v -> !Double.isNaN(v)).sum();
        Figure mean = Figure.ratio(sum, trend.n(), Reason.NO_DATA);
        return new Result(verdict(in, trend, mean), trend.n(), mean, trend.slope(), trend.bounds());
    }

    private static Verdict verdict(Input in, MannKendall.Result trend, Figure mean) {
        if (in.age() <= in.leastAge()) {
            return Verdict.TOO_YOUNG;
        }
        if (trend.n() < MannKendall.LEAST_FOR_VERDICT) {
            return Verdict.TOO_FEW;
        }
        Interval slope = trend.bounds().interval().orElseThrow();
        boolean level = slope.low() >= -in.band() && slope.high() <= in.band();
        boolean falling = slope.high() < 0;
        if (!level && !falling) {
            return Verdict.NOT_SHOWN;
        }
        if (mean.value() >= in.desired()) {
            return Verdict.DESIRED_LEVEL_MET;
        }
        return level ? Verdict.STAGNATING : Verdict.DECLINING;
    }
}
