package org.entezar.methods.forecast;

import java.util.OptionalDouble;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;

/**
 * Exponential smoothing with given weights and initial states.
 *
 * <p>Source: Hyndman, Koehler, Ord &amp; Snyder (2008); R: {@code forecast::ets} with given parameters.
 */
public final class ExponentialSmoothing {
    private ExponentialSmoothing() {}

    /**
     * A series and a complete model.
     *
     * @param y in order of time, no gaps
     * @param model form
     * @param m periods in a season; 1 without
     * @param weights α, β, γ
     * @param level l_0
     * @param slope b_0; not read without trend
     * @param season states of periods 1..m; not read without season
     * @param variance σ² of the (relative) one-step errors, when known from elsewhere; otherwise estimated
     * @param horizon periods ahead
     * @param counts whether values below zero cannot be
     * @param simulation for intervals without a closed form
     */
    public record Input(
            double[] y,
            SmoothingModel model,
            int m,
            Smoothing weights,
            double level,
            double slope,
            double[] season,
            OptionalDouble variance,
            int horizon,
            boolean counts,
            PredictionIntervals.Simulation simulation) {
        /** Checks that series, model and states fit together. */
        public Input {
            y = Series.checked("y", y);
            model.check(y, m);
            Series.horizon(horizon);
            season = season.clone();
            if (!Double.isFinite(level) || !Double.isFinite(slope)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "l0", "finite initial states");
            }
            if (model.seasonal() && season.length != m) {
                throw InvalidInputException.of(
                        Code.WRONG_LENGTH, "s_initial_in_time_order", m + " states, got " + season.length);
            }
            for (int i = 0; model.multiplicativeSeason() && i < m; i++) {
                if (!(season[i] > 0)) {
                    throw InvalidInputException.at(
                            Code.OUT_OF_RANGE, "s_initial_in_time_order", i, "above 0, got " + season[i]);
                }
            }
            if (variance.isPresent() && !(variance.getAsDouble() >= 0)) {
                throw InvalidInputException.of(Code.OUT_OF_RANGE, "sigma2", "0 or more");
            }
        }
    }

    /**
     * What the model says.
     *
     * @param fitted one-step forecasts of the past
     * @param squares Σ(y - ŷ)², whatever the kind of error
     * @param level last level
     * @param slope last slope; NO_DATA without trend
     * @param season states of the next m periods; empty without season
     * @param forecast l + h·b with the season: the path if nothing unexpected happens; NaN when UNSTABLE
     * @param intervals prediction intervals; NaN when σ² is undefined
     * @param variance σ², given or Σe²/(n - k) with k weights and states; TOO_FEW when n ≤ k
     * @param logLikelihood without constants: -n/2·ln Σe², or -n/2·ln Σε² - Σ ln|ŷ| with relative errors ε;
     *     ZERO_VARIANCE when the fit is perfect, UNSTABLE when a forecast is zero
     */
    public record Result(
            double[] fitted,
            double squares,
            double level,
            Figure slope,
            double[] season,
            double[] forecast,
            PredictionIntervals intervals,
            Figure variance,
            Figure logLikelihood) {}

    /** Runs through the series and forecasts. */
    public static Result evaluate(Input in) {
        double[] y = in.y();
        int n = y.length;
        SmoothingModel model = in.model();
        SmoothingState state = new SmoothingState(model, in.weights(), in.level(), in.slope(), in.season());
        double[] fitted = new double[n];
        double squares = 0;
        double errorSquares = 0;
        double logs = 0;
        for (int t = 0; t < n; t++) {
            double expected = state.ahead(1);
            double e = y[t] - expected;
            fitted[t] = expected;
            squares += e * e;
            double error = model.relativeErrors() ? e / expected : e;
            errorSquares += error * error;
            logs += model.relativeErrors() ? Math.log(Math.abs(expected)) : 0;
            state.move(e);
        }
        Figure variance = in.variance().isPresent()
                ? Figure.of(in.variance().getAsDouble())
                : variance(errorSquares, n - model.parameters(in.m()));
        double[] forecast = new double[in.horizon()];
        boolean finite = Double.isFinite(squares);
        for (int h = 1; h <= in.horizon(); h++) {
            double ahead = state.ahead(h);
            finite &= Double.isFinite(ahead);
            forecast[h - 1] = Double.isFinite(ahead) ? ahead : Double.NaN;
        }
        if (!finite) {
            throw InvalidInputException.of(
                    Code.OUT_OF_RANGE, "l0", "with these states a level or season becomes zero, so nothing is defined");
        }
        return new Result(
                fitted,
                squares,
                state.level(),
                model.trend() ? Figure.of(state.slope()) : Figure.undefined(Reason.NO_DATA),
                model.seasonal() ? state.nextSeason() : new double[0],
                forecast,
                intervals(in, state, forecast, variance),
                variance,
                errorSquares == 0
                        ? Figure.undefined(Reason.ZERO_VARIANCE)
                        : Figure.finiteOr(-0.5 * n * Math.log(errorSquares) - logs, Reason.UNSTABLE));
    }

    private static Figure variance(double squares, int degreesOfFreedom) {
        return degreesOfFreedom < 1
                ? Figure.undefined(Reason.TOO_FEW)
                : Figure.finiteOr(squares / degreesOfFreedom, Reason.UNSTABLE);
    }

    private static PredictionIntervals intervals(Input in, SmoothingState state, double[] forecast, Figure variance) {
        if (!variance.isDefined()) {
            return PredictionIntervals.none(in.horizon());
        }
        PredictionIntervals intervals = in.model().closedVariance()
                ? PredictionIntervals.closed(
                        forecast, in.weights(), in.model().seasonal() ? in.m() : Integer.MAX_VALUE, variance.value())
                : PredictionIntervals.simulated(
                        state, in.model().relativeErrors(), in.horizon(), variance.value(), in.simulation());
        return in.counts() ? intervals.clipped() : intervals;
    }
}
