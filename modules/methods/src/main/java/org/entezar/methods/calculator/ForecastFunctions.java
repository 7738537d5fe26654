package org.entezar.methods.calculator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.forecast.ExponentialSmoothing;
import org.entezar.methods.forecast.ForecastAccuracy;
import org.entezar.methods.forecast.MovingAverage;
import org.entezar.methods.forecast.PredictionIntervals;
import org.entezar.methods.forecast.RollingOrigin;
import org.entezar.methods.forecast.Smoothing;
import org.entezar.methods.forecast.SmoothingFit;
import org.entezar.methods.forecast.SmoothingModel;
import org.jspecify.annotations.Nullable;

/** Demand forecasts by name. */
final class ForecastFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "moving_average_forecast",
                    "Flat forecast: mean of the last periods",
                    """
                        y[], window k, h. Interval ± z·RMSE of the one-step errors (divisor their number), one step only.
                        """,
                    ForecastFunctions::movingAverage),
            new MethodFunction(
                    "ets_fixed", "Exponential smoothing with given weights and states", """
                        y[], model (error A|M, trend N|A, season N|A|M: ANN, AAN, AAA, MAM …), m, alpha, beta, gamma (state
                        form: β = α·β*, γ = (1-α)·γ*), l0, b0, s_initial_in_time_order[m], optional sigma2, h, counts.
                        Additive errors: variance σ²[1+Σ(α+βj+γ1{j mod m=0})²]; otherwise simulated paths.
                        """, ForecastFunctions::fixed),
            new MethodFunction(
                    "ets_fit_ml", "Exponential smoothing fitted by maximum likelihood", """
                        y[], model, m, h. Weights and initial states together, from many starts; log-likelihood without
                        constants: -n/2·ln Σe² (additive), -n/2·ln Σε² - Σ ln|ŷ| (relative errors). Seasonal: n ≥ 2m+4.
                        """, ForecastFunctions::fit),
            new MethodFunction("forecast_accuracy", "How far forecasts were off", """
                        actual[], forecast[], optional training[], m. ME, RMSE, MAE, MAPE (not with a 0), sMAPE, MASE with
                        the scale mean|y_t - y_{t-m}| of the training data (Hyndman & Koehler 2006).
                        """, ForecastFunctions::accuracy),
            new MethodFunction(
                    "rolling_origin",
                    "Backtest: errors by horizon from moving origins",
                    """
                        y[], min_train, h, method naive | snaive (m) | drift | ma (window) | ses (alpha) | ets (model, m).
                        For t = min_train..n-1: fit on 1..t, predict t+1..t+h (Tashman 2000).
                        """,
                    ForecastFunctions::rollingOrigin));

    private ForecastFunctions() {}

    private static Map<String, @Nullable Object> movingAverage(Inputs in) {
        int h = in.integer("h", 1, 10_000);
        MovingAverage.Result result = MovingAverage.evaluate(
                new MovingAverage.Input(in.numbers("y"), in.integer("window", 1, Integer.MAX_VALUE), h));
        double[] forecast = new double[h];
        Arrays.fill(forecast, result.forecast().number().orElse(Double.NaN));
        return new Outputs()
                .put("n", (Object) result.fitted().length)
                .put("one_step_fitted", result.fitted())
                .put("forecast", forecast)
                .put("residual_rmse", result.rmse())
                .put("lower95", result.bounds().lower())
                .put("upper95", result.bounds().upper())
                .warnings(result.warnings())
                .tree();
    }

    private static PredictionIntervals.Simulation simulation(Inputs in) {
        return new PredictionIntervals.Simulation(
                in.integer("paths", 5000, 1_000_000, PredictionIntervals.Simulation.DEFAULT.paths()),
                in.has("seed")
                        ? in.longInteger("seed", Long.MIN_VALUE, Long.MAX_VALUE)
                        : PredictionIntervals.Simulation.DEFAULT.seed());
    }

    private static Map<String, @Nullable Object> fixed(Inputs in) {
        SmoothingModel model = SmoothingModel.of(in.text("model"));
        ExponentialSmoothing.Result result = ExponentialSmoothing.evaluate(new ExponentialSmoothing.Input(
                in.numbers("y"),
                model,
                in.integer("m", 1, 1000, 1),
                new Smoothing(
                        in.number("alpha"),
                        model.trend() ? in.number("beta") : 0,
                        model.seasonal() ? in.number("gamma") : 0),
                in.number("l0"),
                model.trend() ? in.number("b0") : 0,
                model.seasonal() ? in.numbers("s_initial_in_time_order") : new double[0],
                in.optionalNumber("sigma2"),
                in.integer("h", 1, 10_000),
                in.flag("counts", false),
                simulation(in)));
        Outputs out = new Outputs()
                .put("n", (Object) result.fitted().length)
                .put("fitted", result.fitted())
                .put("sse_additive", (Object) result.squares())
                .put("final_level", (Object) result.level());
        out.put("final_slope", (Object) (model.trend() ? result.slope().value() : null));
        out.put("final_season_next_m", model.seasonal() ? Outputs.plain(result.season()) : null);
        out.put("forecast", result.forecast());
        intervals(out, result.intervals());
        if (!result.variance().isDefined()) {
            out.reason("lower95", Reason.TOO_FEW);
        }
        return out.put("sigma2", result.variance())
                .put("loglik", result.logLikelihood())
                .tree();
    }

    private static void intervals(Outputs out, PredictionIntervals intervals) {
        out.put("lower80", intervals.lower80())
                .put("upper80", intervals.upper80())
                .put("lower95", intervals.lower95())
                .put("upper95", intervals.upper95());
    }

    private static Map<String, @Nullable Object> fit(Inputs in) {
        SmoothingModel model = SmoothingModel.of(in.text("model"));
        SmoothingFit.Result result = SmoothingFit.evaluate(new SmoothingFit.Input(
                in.numbers("y"),
                model,
                in.integer("m", 1, 1000, 1),
                in.integer("h", 1, 10_000),
                in.flag("counts", false),
                simulation(in)));
        Outputs parameters = new Outputs();
        parameters.put("alpha", (Object) result.weights().map(Smoothing::alpha).orElse(null));
        parameters.put("beta", (Object) result.weights().map(Smoothing::beta).orElse(null));
        parameters.put("gamma", (Object) result.weights().map(Smoothing::gamma).orElse(null));
        parameters.put("level", Outputs.plain(result.level()));
        parameters.put("slope", model.trend() ? Outputs.plain(result.slope()) : null);
        parameters.put("season", result.season());
        Outputs out = new Outputs()
                .put("n", (Object) result.n())
                .put("loglik", result.logLikelihood())
                .put("aic", result.aic())
                .put("parameters", parameters.tree())
                .put("sigma2", result.variance())
                .put("fitted", result.fitted())
                .put("forecast", result.forecast());
        intervals(out, result.intervals());
        return out.warnings(result.warnings()).tree();
    }

    private static Map<String, @Nullable Object> accuracy(Inputs in) {
        ForecastAccuracy.Result result = ForecastAccuracy.evaluate(new ForecastAccuracy.Input(
                in.numbers("actual"),
                in.numbers("forecast"),
                in.optionalNumbers("training").orElse(new double[0]),
                in.integer("m", 1, 100_000, 1)));
        return new Outputs()
                .put("n", (Object) result.n())
                .put("ME", (Object) result.meanError())
                .put("RMSE", (Object) result.rmse())
                .put("MAE", (Object) result.mae())
                .put("MAPE", result.mape())
                .put("sMAPE", (Object) result.smape())
                .put("MASE", result.mase())
                .put("mase_scale", result.scale())
                .tree();
    }

    private static Map<String, @Nullable Object> rollingOrigin(Inputs in) {
        RollingOrigin.Result result = RollingOrigin.evaluate(new RollingOrigin.Input(
                in.numbers("y"),
                in.integer("min_train", 1, Integer.MAX_VALUE),
                in.integer("h", 1, 10_000),
                forecaster(in)));
        Outputs out = new Outputs()
                .put("mae_by_horizon", Outputs.plain(result.mae()))
                .put("rmse_by_horizon", Outputs.plain(result.rmse()))
                .put("n_errors_by_horizon", result.errors());
        if (result.mae().stream().anyMatch(mae -> !mae.isDefined())) {
            out.reason("mae_by_horizon", Reason.NO_DATA);
        }
        return out.tree();
    }

    private static RollingOrigin.Forecaster forecaster(Inputs in) {
        return switch (in.text("method")) {
            case "naive" -> RollingOrigin.naive();
            case "snaive", "seasonal_naive" -> RollingOrigin.seasonalNaive(in.integer("m", 1, 100_000));
            case "drift" -> RollingOrigin.drift();
            case "ma", "moving_average" -> RollingOrigin.movingAverage(in.integer("window", 1, Integer.MAX_VALUE));
            case "ses" -> RollingOrigin.smoothing(new Smoothing(in.number("alpha"), 0, 0).alpha());
            case "ets" -> RollingOrigin.fitted(SmoothingModel.of(in.text("model")), in.integer("m", 1, 1000, 1));
            default ->
                throw InvalidInputException.of(Code.UNKNOWN_CHOICE, "method", "naive, snaive, drift, ma, ses or ets");
        };
    }
}
