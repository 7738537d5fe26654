package org.entezar.methods.forecast;

import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * How far forecasts were off.
 *
 * <p>Source: Hyndman &amp; Koehler (2006), International Journal of Forecasting 22:679-688. The scale of MASE comes from
 * the training data only.
 */
public final class ForecastAccuracy {
    private ForecastAccuracy() {}

    /**
     * What came and what had been forecast.
     *
     * @param actual at least one value
     * @param forecast as many values
     * @param training the series on which the forecast was made; may be empty
     * @param season m, lag of the naive forecast that MASE compares with; 1 without seasons
     */
    public record Input(double[] actual, double[] forecast, double[] training, int season) {
        /** Checks that the two fit together. */
        public Input {
            actual = Series.checked("actual", actual);
            forecast = Series.checked("forecast", forecast);
            training = training.length == 0 ? new double[0] : Series.checked("training", training);
            if (forecast.length != actual.length) {
                throw InvalidInputException.of(
                        Code.WRONG_LENGTH, "forecast", actual.length + " values, got " + forecast.length);
            }
            if (season < 1) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "m", "1 or more, got " + season);
            }
        }
    }

    /**
     * Mean errors.
     *
     * @param meanError actual - forecast
     * @param mape percent; ZERO_WIDTH when an actual value is 0
     * @param smape percent, 200|y-f|/(|y|+|f|), where 0/0 counts 0
     * @param mase MAE over the scale; TOO_FEW when the training data are no longer than m, ZERO_VARIANCE with scale 0
     * @param scale mean |y_t - y_{t-m}| of the training data
     */
    public record Result(
            int n, double meanError, double rmse, double mae, Figure mape, double smape, Figure mase, Figure scale) {}

    /** Measures. */
    public static Result evaluate(Input in) {
        int n = in.actual().length;
        double sum = 0;
        double squares = 0;
        double absolute = 0;
        double percent = 0;
        double symmetric = 0;
        boolean zero = false;
        for (int i = 0; i < n; i++) {
            double y = in.actual()[i];
            double e = y - in.forecast()[i];
            double size = Math.abs(e);
            sum += e;
            squares += e * e;
            absolute += size;
            zero |= y == 0;
            percent += y == 0 ? 0 : size / Math.abs(y);
            double both = Math.abs(y) + Math.abs(in.forecast()[i]);
            symmetric += both == 0 ? 0 : 200 * size / both;
        }
        double mae = absolute / n;
        Figure scale = scale(in.training(), in.season());
        Figure mase = scale.isDefined() ? Figure.ratio(mae, scale.value(), Reason.ZERO_VARIANCE) : scale;
        return new Result(
                n,
                sum / n,
                Math.sqrt(squares / n),
                mae,
                zero ? Figure.undefined(Reason.ZERO_WIDTH) : Figure.of(100 * percent / n),
                symmetric / n,
                mase,
                scale);
    }

    private static Figure scale(double[] training, int season) {
        if (training.length <= season) {
            return Figure.undefined(training.length == 0 ? Reason.NO_DATA : Reason.TOO_FEW);
        }
        double sum = 0;
        for (int t = season; t < training.length; t++) {
            sum += Math.abs(training[t] - training[t - season]);
        }
        return Figure.of(sum / (training.length - season));
    }
}
