package org.entezar.methods.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastEdgesTest {
    private static final double[] AIR_PASSENGERS = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
                114,
        140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209,
                191,
        172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293,
                259,
        229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413,
                405,
        355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435,
                491,
        505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472,
                535,
        622, 606, 508, 461, 390, 432
    };

    /** What the likelihood can reach (a multi-start search in R), not where R's ets stops. */
    @ParameterizedTest
    @CsvSource({"AAA, -718.48", "MAM, -675.99"})
    void reachesTheBestKnownLikelihoodOfAirPassengers(String model, double least) {
        assertThat(fit(AIR_PASSENGERS, model, 12).logLikelihood().value()).isGreaterThan(least);
    }

    @Test
    void aConstantSeriesForecastsItsConstant() {
        SmoothingFit.Result fit = fit(new double[] {7, 7, 7}, "AAA", 12);
        assertThat(fit.weights()).isEmpty();
        assertThat(fit.forecast()).containsOnly(7);
        assertThat(fit.warnings()).containsExactly(Warning.CONSTANT_SERIES);
        assertThat(fit.logLikelihood()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
    }

    @Test
    void aSeasonNeedsTwoSeasonsAndFourPeriods() {
        double[] y = IntStream.range(0, 11).mapToDouble(i -> i % 4 + i).toArray();
        assertThat(fit(y, "ANA", 4).logLikelihood()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        double[] longer = IntStream.range(0, 12).mapToDouble(i -> i % 4 + i % 3).toArray();
        assertThat(fit(longer, "ANA", 4).logLikelihood().isDefined()).isTrue();
    }

    @Test
    void aPerfectLineIsContinued() {
        double[] y = IntStream.range(0, 20).mapToDouble(i -> 3 + 2 * i).toArray();
        double[] forecast = fit(y, "AAN", 1).forecast();
        assertThat(forecast[0]).isCloseTo(43, within(1e-3));
        assertThat(forecast[4]).isCloseTo(51, within(1e-2));
    }

    @Test
    void aMultiplicativeFormNeedsPositiveValues() {
        assertThatThrownBy(() -> fit(new double[] {3, 4, 0, 5, 6}, "MNN", 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("y[2]");
        assertThatThrownBy(() -> SmoothingModel.of("AXN")).hasMessageContaining("model");
        assertThatThrownBy(() -> new Smoothing(0.3, 0.4, 0)).hasMessageContaining("beta");
        assertThatThrownBy(() -> new Smoothing(0.3, 0.1, 0.8)).hasMessageContaining("gamma");
    }

    /** The straight line through a series that doubles every period starts below zero, where nothing is defined. */
    @Test
    void aSeriesThatDoublesIsFittedAllTheSame() {
        double[] y = IntStream.range(0, 12).mapToDouble(i -> Math.pow(2, i)).toArray();
        SmoothingFit.Result fit = fit(y, "MAN", 1);
        assertThat(fit.weights().orElseThrow().alpha()).isGreaterThan(0.5);
        assertThat(fit.forecast()[0]).isGreaterThan(2048);
    }

    @Test
    void limitsOfCountsStopAtZero() {
        double[] y = {1, 0, 2, 5, 0, 0, 3, 1, 0, 4};
        SmoothingFit.Result fit = SmoothingFit.evaluate(new SmoothingFit.Input(
                y, SmoothingModel.of("ANN"), 1, 3, true, PredictionIntervals.Simulation.DEFAULT));
        assertThat(fit.intervals().lower95()).containsOnly(0);
    }

    @Test
    void theSameSeedDrawsTheSamePaths() {
        assertThat(fit(AIR_PASSENGERS, "MAM", 12).intervals().upper95())
                .isEqualTo(fit(AIR_PASSENGERS, "MAM", 12).intervals().upper95());
    }

    @Test
    void aMovingAverageSaysWhatIsMissing() {
        MovingAverage.Result exact = MovingAverage.evaluate(new MovingAverage.Input(new double[] {1, 2, 3}, 3, 1));
        assertThat(exact.forecast().value()).isEqualTo(2);
        assertThat(exact.rmse()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        MovingAverage.Result few = MovingAverage.evaluate(new MovingAverage.Input(new double[] {1, 2}, 3, 2));
        assertThat(few.forecast()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(few.warnings()).containsExactly(Warning.ONE_STEP_INTERVAL);
    }

    @Test
    void accuracyNamesWhatCannotBeDivided() {
        ForecastAccuracy.Result result = ForecastAccuracy.evaluate(
                new ForecastAccuracy.Input(new double[] {0, 2}, new double[] {0, 1}, new double[] {3, 3}, 1));
        assertThat(result.mape()).isEqualTo(Figure.undefined(Reason.ZERO_WIDTH));
        assertThat(result.smape()).isCloseTo(200.0 / 3 / 2, within(1e-12));
        assertThat(result.mase()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
    }

    @Test
    void aFittedBacktestSeesThePastOnly() {
        double[] changed = AIR_PASSENGERS.clone();
        Arrays.fill(changed, 60, changed.length, 1e6);
        RollingOrigin.Forecaster forecaster = RollingOrigin.fitted(SmoothingModel.of("AAA"), 12);
        double[] first = new double[3];
        double[] second = new double[3];
        assertThat(forecaster.forecast(AIR_PASSENGERS, 60, first)).isTrue();
        assertThat(forecaster.forecast(changed, 60, second)).isTrue();
        assertThat(second).isEqualTo(first);
    }

    private static SmoothingFit.Result fit(double[] y, String model, int m) {
        return SmoothingFit.evaluate(new SmoothingFit.Input(
                y, SmoothingModel.of(model), m, 5, false, PredictionIntervals.Simulation.DEFAULT));
    }
}
