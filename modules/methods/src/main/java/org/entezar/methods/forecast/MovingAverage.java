package org.entezar.methods.forecast;

import java.util.Set;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.Quantiles;

/** The mean of the last k periods as a flat forecast. */
public final class MovingAverage {
    private MovingAverage() {}

    /**
     * A series.
     *
     * @param y in order of time, no gaps
     * @param window k
     * @param horizon periods ahead
     */
    public record Input(double[] y, int window, int horizon) {
        /** Checks series, window and horizon. */
        public Input {
            y = Series.checked("y", y);
            Series.horizon(horizon);
            if (window < 1) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "window", "1 or more, got " + window);
            }
        }
    }

    /**
     * The forecast.
     *
     * @param fitted one-step forecasts of the past; NaN for the first k periods
     * @param forecast the same for every period ahead; TOO_FEW with fewer than k periods
     * @param rmse root mean square of the one-step errors, divisor their number; NO_DATA when n = k
     * @param bounds forecast ± z·rmse at 95 %, which holds one step ahead only
     */
    public record Result(double[] fitted, Figure forecast, Figure rmse, Bounds bounds, Set<Warning> warnings) {}

    /** Forecasts. */
    public static Result evaluate(Input in) {
        double[] y = in.y();
        int k = in.window();
        double[] fitted = new double[y.length];
        double squares = 0;
        for (int t = 0; t < y.length; t++) {
            fitted[t] = t < k ? Double.NaN : mean(y, t, k);
            squares += t < k ? 0 : (y[t] - fitted[t]) * (y[t] - fitted[t]);
        }
        Set<Warning> warnings = in.horizon() > 1 ? Set.of(Warning.ONE_STEP_INTERVAL) : Set.of();
        if (y.length < k) {
            Figure few = Figure.undefined(Reason.TOO_FEW);
            return new Result(fitted, few, few, Bounds.undefined(Reason.TOO_FEW), warnings);
        }
        double forecast = mean(y, y.length, k);
        Figure rmse = y.length == k ? Figure.undefined(Reason.NO_DATA) : Figure.of(Math.sqrt(squares / (y.length - k)));
        Bounds bounds = rmse.isDefined()
                ? Bounds.around(forecast, Quantiles.Z_95 * rmse.value())
                : Bounds.undefined(Reason.NO_DATA);
        return new Result(fitted, Figure.of(forecast), rmse, bounds, warnings);
    }

    /** Mean of the k values before {@code end}. */
    static double mean(double[] y, int end, int k) {
        double sum = 0;
        for (int i = end - k; i < end; i++) {
            sum += y[i];
        }
        return sum / k;
    }
}
