package org.entezar.methods.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ForecastProperties {
    private static final PredictionIntervals.Simulation FEW = new PredictionIntervals.Simulation(5000, 1);

    @Provide
    Arbitrary<double[]> series() {
        return Arbitraries.doubles()
                .between(50, 150)
                .ofScale(2)
                .array(double[].class)
                .ofMinSize(30)
                .ofMaxSize(60);
    }

    @Property(tries = 60)
    void intervalsNestAndHoldTheForecast(
            @ForAll("series") double[] y,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double alpha,
            @ForAll @DoubleRange(min = 0, max = 0.3) double share,
            @ForAll("models") String letters) {
        SmoothingModel model = SmoothingModel.of(letters);
        ExponentialSmoothing.Result result = run(y, model, new Smoothing(alpha, alpha * share, (1 - alpha) * share), 1);
        PredictionIntervals ends = result.intervals();
        for (int h = 0; h < result.forecast().length; h++) {
            assertThat(ends.lower95()[h]).isLessThanOrEqualTo(ends.lower80()[h]);
            assertThat(ends.lower80()[h]).isLessThanOrEqualTo(result.forecast()[h]);
            assertThat(result.forecast()[h]).isLessThanOrEqualTo(ends.upper80()[h]);
            assertThat(ends.upper80()[h]).isLessThanOrEqualTo(ends.upper95()[h]);
        }
    }

    @Provide
    Arbitrary<String> models() {
        return Arbitraries.of("ANN", "AAN", "ANA", "AAA", "MNN", "MAN", "MNA");
    }

    @Provide
    Arbitrary<String> allModels() {
        return Arbitraries.of("ANN", "AAN", "ANA", "AAA", "AAM", "ANM", "MNN", "MAN", "MNA", "MAA", "MNM", "MAM");
    }

    /** In another unit of measurement everything scales; only the likelihood shifts, by n·ln(unit). */
    @Property(tries = 60)
    void anotherUnitScalesTheForecast(
            @ForAll("series") double[] y,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double alpha,
            @ForAll @DoubleRange(min = 0.1, max = 50) double unit,
            @ForAll("allModels") String letters) {
        SmoothingModel model = SmoothingModel.of(letters);
        Smoothing weights = new Smoothing(alpha, alpha / 10, (1 - alpha) / 5);
        ExponentialSmoothing.Result plain = run(y, model, weights, 1);
        ExponentialSmoothing.Result scaled = run(scale(y, unit), model, weights, unit);
        for (int h = 0; h < plain.forecast().length; h++) {
            assertThat(scaled.forecast()[h])
                    .isCloseTo(unit * plain.forecast()[h], within(1e-6 * unit * (1 + Math.abs(plain.forecast()[h]))));
        }
        assertThat(scaled.logLikelihood().value())
                .isCloseTo(plain.logLikelihood().value() - y.length * Math.log(unit), within(1e-6));
    }

    /** The backward pass against central differences. */
    @Property(tries = 60)
    void theGradientIsThatOfTheValue(
            @ForAll("series") double[] y,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double alpha,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double share,
            @ForAll("allModels") String letters) {
        SmoothingModel model = SmoothingModel.of(letters);
        SmoothingLikelihood likelihood = new SmoothingLikelihood(y, model, 4, 20);
        InitialStates states = InitialStates.of(y, model, 4);
        double[] point = likelihood.point(
                new Smoothing(alpha, alpha * share / 10, (1 - alpha) * share),
                states.level(),
                states.slope(),
                states.season());
        double[] gradient = new double[point.length];
        double[] unused = new double[point.length];
        double value = likelihood.valueAndGradient(point, gradient);
        if (!Double.isFinite(value)) {
            return;
        }
        for (int i = 0; i < point.length; i++) {
            double step = 1e-5;
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += step;
            down[i] -= step;
            double slope =
                    (likelihood.valueAndGradient(up, unused) - likelihood.valueAndGradient(down, unused)) / (2 * step);
            if (Double.isFinite(slope)) {
                assertThat(gradient[i]).isCloseTo(slope, within(1e-3 + 1e-4 * Math.abs(slope)));
            }
        }
    }

    @Property(tries = 25)
    void theFitIsNeverWorseThanAnyGivenWeights(
            @ForAll("series") double[] y,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double alpha,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double share,
            @ForAll("allModels") String letters) {
        SmoothingModel model = SmoothingModel.of(letters);
        SmoothingFit.Result fit = SmoothingFit.evaluate(new SmoothingFit.Input(y, model, 4, 3, false, FEW));
        if (fit.weights().isEmpty()) {
            return;
        }
        ExponentialSmoothing.Result given =
                run(y, model, new Smoothing(alpha, alpha * share / 4, (1 - alpha) * share), 1);
        if (given.logLikelihood().isDefined() && fit.logLikelihood().isDefined()) {
            assertThat(fit.logLikelihood().value())
                    .isGreaterThanOrEqualTo(given.logLikelihood().value() - 1e-6);
        }
    }

    @Property(tries = 50)
    void theHorizonsOfABacktestDoNotDependOnTheFarthest(
            @ForAll("series") double[] y, @ForAll @IntRange(min = 2, max = 6) int h) {
        RollingOrigin.Result far = RollingOrigin.evaluate(new RollingOrigin.Input(y, 10, h, RollingOrigin.drift()));
        RollingOrigin.Result near = RollingOrigin.evaluate(new RollingOrigin.Input(y, 10, 1, RollingOrigin.drift()));
        assertThat(far.mae().get(0)).isEqualTo(near.mae().get(0));
        assertThat(far.errors()[h - 1]).isEqualTo(y.length - 10 - h + 1);
    }

    @Property(tries = 50)
    void accuracyOfAScaledForecastKeepsItsRatios(
            @ForAll("series") double[] y, @ForAll @DoubleRange(min = 0.1, max = 30) double unit) {
        double[] forecast = Arrays.stream(y).map(v -> 0.9 * v + 3).toArray();
        ForecastAccuracy.Result plain = ForecastAccuracy.evaluate(new ForecastAccuracy.Input(y, forecast, y, 1));
        ForecastAccuracy.Result scaled = ForecastAccuracy.evaluate(
                new ForecastAccuracy.Input(scale(y, unit), scale(forecast, unit), scale(y, unit), 1));
        assertThat(scaled.mape().value()).isCloseTo(plain.mape().value(), within(1e-9));
        assertThat(scaled.smape()).isCloseTo(plain.smape(), within(1e-9));
        assertThat(scaled.mae()).isCloseTo(unit * plain.mae(), within(1e-9 * unit * (1 + plain.mae())));
        assertThat(plain.rmse()).isGreaterThanOrEqualTo(plain.mae() - 1e-12);
        if (plain.mase().isDefined()) {
            assertThat(scaled.mase().value())
                    .isCloseTo(
                            plain.mase().value(),
                            within(1e-9 * (1 + plain.mase().value())));
        }
    }

    private static double[] scale(double[] y, double unit) {
        return Arrays.stream(y).map(v -> v * unit).toArray();
    }

    private static ExponentialSmoothing.Result run(double[] y, SmoothingModel model, Smoothing weights, double unit) {
        double[] season = model.multiplicativeSeason()
                ? new double[] {1.05, 0.95, 1, 1}
                : new double[] {5 * unit, -5 * unit, 0, 0};
        return ExponentialSmoothing.evaluate(new ExponentialSmoothing.Input(
                y,
                model,
                model.seasonal() ? 4 : 1,
                new Smoothing(
                        weights.alpha(), model.trend() ? weights.beta() : 0, model.seasonal() ? weights.gamma() : 0),
                100 * unit,
                0,
                model.seasonal() ? season : new double[0],
                OptionalDouble.empty(),
                6,
                false,
                FEW));
    }
}
