package org.entezar.methods.forecast;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.optimisation.QuasiNewton;

/**
 * Exponential smoothing whose weights and initial states are fitted together by maximum likelihood.
 *
 * <p>The likelihood has local maxima (R's {@code ets} stops at -765.9 for AirPassengers with AAA, where -718.5 is
 * reachable): the search starts from a grid of weights, with initial states from a decomposition of the first seasons,
 * and the best of the starts are followed to the end. A fit is judged by its likelihood, then by a backtest.
 */
public final class SmoothingFit {
    private static final double[] ALPHAS = {0.02, 0.1, 0.25, 0.5, 0.75, 0.95};
    private static final double[] BETA_SHARES = {0.01, 0.2};
    private static final double[] GAMMA_SHARES = {0.05, 0.5, 0.95};
    private static final int FOLLOWED = 8;
    private static final QuasiNewton.Stop ROUGH = new QuasiNewton.Stop(1e-4, 1e-7, 40);
    private static final QuasiNewton.Stop FINE = new QuasiNewton.Stop(1e-7, 1e-13, 1500);

    private SmoothingFit() {}

    /**
     * A series and the form to fit.
     *
     * @param y in order of time, no gaps; above 0 for multiplicative forms
     * @param model form
     * @param m periods in a season; 1 without
     * @param horizon periods ahead
     * @param counts whether values below zero cannot be
     * @param simulation for intervals without a closed form
     */
    public record Input(
            double[] y,
            SmoothingModel model,
            int m,
            int horizon,
            boolean counts,
            PredictionIntervals.Simulation simulation) {
        /** Checks series, form and horizon. */
        public Input {
            y = Series.checked("y", y);
            model.check(y, m);
            Series.horizon(horizon);
        }
    }

    /**
     * The fit.
     *
     * @param n periods
     * @param weights α, β, γ; empty when they cannot be estimated
     * @param level l_0, slope b_0 and season of periods 1..m that belong to them
     * @param logLikelihood without constants, see {@link ExponentialSmoothing.Result}; TOO_FEW for a short series,
     *     ZERO_VARIANCE for a constant one
     * @param aic -2·logLikelihood + 2(k + 1)
     * @param variance σ²
     * @param forecast as {@link ExponentialSmoothing.Result}; a constant series forecasts its constant; NaN when TOO_FEW
     * @param intervals NaN where σ² is undefined
     */
    public record Result(
            int n,
            Optional<Smoothing> weights,
            Figure level,
            Figure slope,
            double[] season,
            Figure logLikelihood,
            Figure aic,
            Figure variance,
            double[] fitted,
            double[] forecast,
            PredictionIntervals intervals,
            Set<Warning> warnings) {}

    /** Fits and forecasts. */
    public static Result evaluate(Input in) {
        double[] y = in.y();
        int h = in.horizon();
        if (Series.isConstant(y)) {
            return unfitted(in, Reason.ZERO_VARIANCE, y[0], Set.of(Warning.CONSTANT_SERIES));
        }
        if (y.length < leastPeriods(in.model(), in.m())) {
            return unfitted(in, Reason.TOO_FEW, Double.NaN, Set.of());
        }
        Fit fit = fit(y, in.model(), in.m());
        ExponentialSmoothing.Result run = ExponentialSmoothing.evaluate(new ExponentialSmoothing.Input(
                y,
                in.model(),
                in.m(),
                fit.weights,
                fit.level,
                fit.slope,
                fit.season,
                OptionalDouble.empty(),
                h,
                in.counts(),
                in.simulation()));
        double penalty = 2.0 * (in.model().parameters(in.m()) + 1);
        return new Result(
                y.length,
                Optional.of(fit.weights),
                Figure.of(fit.level),
                in.model().trend() ? Figure.of(fit.slope) : Figure.undefined(Reason.NO_DATA),
                fit.season,
                run.logLikelihood(),
                run.logLikelihood().map(l -> penalty - 2 * l),
                run.variance(),
                run.fitted(),
                run.forecast(),
                run.intervals(),
                Set.of());
    }

    /** n ≥ 2m + 4 with a season; otherwise one period more than weights and states, at least 4. */
    static int leastPeriods(SmoothingModel model, int m) {
        int parameters = model.parameters(m) + 1;
        return Math.max(4, model.seasonal() ? Math.max(2 * m + 4, parameters) : parameters);
    }

    /** The forecast alone; empty for a series that is too short. */
    static double[] point(double[] y, SmoothingModel model, int m, int h) {
        double[] forecast = new double[h];
        if (Series.isConstant(y)) {
            Arrays.fill(forecast, y[0]);
            return forecast;
        }
        if (y.length < leastPeriods(model, m)) {
            return new double[0];
        }
        Fit fit = fit(y, model, m);
        SmoothingState state = new SmoothingState(model, fit.weights, fit.level, fit.slope, fit.season);
        for (double value : y) {
            state.move(value - state.ahead(1));
        }
        for (int i = 0; i < h; i++) {
            forecast[i] = state.ahead(i + 1);
        }
        return forecast;
    }

    private record Fit(Smoothing weights, double level, double slope, double[] season) {}

    private static Fit fit(double[] y, SmoothingModel model, int m) {
        SmoothingLikelihood likelihood = new SmoothingLikelihood(y, model, m, unit(y));
        InitialStates states = InitialStates.of(y, model, m);
        double[] betas = model.trend() ? BETA_SHARES : new double[] {0};
        double[] gammas = model.seasonal() ? GAMMA_SHARES : new double[] {0};
        QuasiNewton.Minimum[] starts = new QuasiNewton.Minimum[ALPHAS.length * betas.length * gammas.length];
        InitialStates level = states.withoutSlope(y, model);
        int count = 0;
        for (double alpha : ALPHAS) {
            for (double beta : betas) {
                for (double gamma : gammas) {
                    Smoothing weights = new Smoothing(alpha, alpha * beta, (1 - alpha) * gamma);
                    double[] point = likelihood.point(weights, states.level(), states.slope(), states.season());
                    starts[count] = QuasiNewton.minimise(likelihood, point, ROUGH);
                    if (!Double.isFinite(starts[count].value())) {
                        point = likelihood.point(weights, level.level(), level.slope(), level.season());
                        starts[count] = QuasiNewton.minimise(likelihood, point, ROUGH);
                    }
                    count++;
                }
            }
        }
        Arrays.sort(starts, (a, b) -> Double.compare(a.value(), b.value()));
        QuasiNewton.Minimum best = starts[0];
        for (int i = 0; i < Math.min(FOLLOWED, count); i++) {
            if (Double.isFinite(starts[i].value())) {
                QuasiNewton.Minimum end = QuasiNewton.minimise(likelihood, starts[i].point(), FINE);
                best = end.value() < best.value() ? end : best;
            }
        }
        double[] point = best.point();
        return new Fit(
                likelihood.weights(point), likelihood.level(point), likelihood.slope(point), likelihood.season(point));
    }

    private static double unit(double[] y) {
        double mean = Arrays.stream(y).average().orElseThrow();
        double squares = 0;
        for (double value : y) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / y.length);
    }

    private static Result unfitted(Input in, Reason reason, double value, Set<Warning> warnings) {
        Figure none = Figure.undefined(reason);
        double[] forecast = new double[in.horizon()];
        double[] fitted = new double[in.y().length];
        Arrays.fill(forecast, value);
        Arrays.fill(fitted, value);
        return new Result(
                in.y().length,
                Optional.empty(),
                none,
                none,
                new double[0],
                none,
                none,
                none,
                fitted,
                forecast,
                PredictionIntervals.none(in.horizon()),
                warnings);
    }
}
