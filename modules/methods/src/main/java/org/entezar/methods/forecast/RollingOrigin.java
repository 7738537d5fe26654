package org.entezar.methods.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entezar.methods.Figure;
import org.entezar.methods.Interruption;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * A backtest: for every origin t from {@code leastTraining} to n-1 the method sees periods 1..t only and forecasts the
 * next h, as far as they exist. Source: Tashman (2000), International Journal of Forecasting 16:437-450.
 */
public final class RollingOrigin {
    private RollingOrigin() {}

    /** A forecasting method. */
    @FunctionalInterface
    public interface Forecaster {
        /**
         * Forecasts from the first {@code n} values.
         *
         * @param y the whole series; values from index n on must not be read
         * @param forecast receives one number for each period ahead
         * @return whether there is a forecast; without one, the origin is left out
         */
        boolean forecast(double[] y, int n, double[] forecast);
    }

    /** The last value, again and again. */
    public static Forecaster naive() {
        return seasonalNaive(1);
    }

    /** The value of one season before. */
    public static Forecaster seasonalNaive(int season) {
        return (y, n, forecast) -> {
            for (int h = 0; n >= season && h < forecast.length; h++) {
                forecast[h] = y[n - season + h % season];
            }
            return n >= season;
        };
    }

    /** The straight line through the first and the last value. */
    public static Forecaster drift() {
        return (y, n, forecast) -> {
            for (int h = 0; n >= 2 && h < forecast.length; h++) {
                forecast[h] = y[n - 1] + (h + 1) * (y[n - 1] - y[0]) / (n - 1);
            }
            return n >= 2;
        };
    }

    /** The mean of the last k values. */
    public static Forecaster movingAverage(int window) {
        return (y, n, forecast) -> {
            if (n < window) {
                return false;
            }
            Arrays.fill(forecast, MovingAverage.mean(y, n, window));
            return true;
        };
    }

    /** Simple exponential smoothing with a given α, its level starting at the first value. */
    public static Forecaster smoothing(double alpha) {
        return (y, n, forecast) -> {
            double level = y[0];
            for (int t = 0; t < n; t++) {
                level += alpha * (y[t] - level);
            }
            Arrays.fill(forecast, level);
            return true;
        };
    }

    /** Exponential smoothing, fitted anew at every origin. */
    public static Forecaster fitted(SmoothingModel model, int season) {
        return (y, n, forecast) -> {
            double[] trajectory = SmoothingFit.point(Arrays.copyOf(y, n), model, season, forecast.length);
            System.arraycopy(trajectory, 0, forecast, 0, trajectory.length);
            return trajectory.length > 0;
        };
    }

    /**
     * A backtest.
     *
     * @param y series in order of time
     * @param leastTraining periods that the first forecast sees, at least 1
     * @param horizon periods ahead
     * @param forecaster method
     */
    public record Input(double[] y, int leastTraining, int horizon, Forecaster forecaster) {
        /** Checks series and sizes. */
        public Input {
            y = Series.checked("y", y);
            Series.horizon(horizon);
            if (leastTraining < 1) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "min_train", "1 or more, got " + leastTraining);
            }
        }
    }

    /** Mean absolute and root mean square errors of each horizon; NO_DATA where no such period existed. */
    public record Result(List<Figure> mae, List<Figure> rmse, int[] errors) {}

    /** Runs the backtest. */
    public static Result evaluate(Input in) {
        double[] y = in.y();
        int h = in.horizon();
        double[] absolute = new double[h];
        double[] squares = new double[h];
        int[] errors = new int[h];
        double[] forecast = new double[h];
        for (int n = in.leastTraining(); n < y.length; n++) {
            Interruption.check();
            if (!in.forecaster().forecast(y, n, forecast)) {
                continue;
            }
            for (int i = 0; i < h && n + i < y.length; i++) {
                double e = y[n + i] - forecast[i];
                absolute[i] += Math.abs(e);
                squares[i] += e * e;
                errors[i]++;
            }
        }
        List<Figure> mae = new ArrayList<>(h);
        List<Figure> rmse = new ArrayList<>(h);
        for (int i = 0; i < h; i++) {
            mae.add(Figure.ratio(absolute[i], errors[i], Reason.NO_DATA));
            rmse.add(Figure.ratio(squares[i], errors[i], Reason.NO_DATA).map(Math::sqrt));
        }
        return new Result(mae, rmse, errors);
    }
}
