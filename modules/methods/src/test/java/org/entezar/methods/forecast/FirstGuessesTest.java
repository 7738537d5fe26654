package org.entezar.methods.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.entezar.methods.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the search for smoothing weights begins, and the forecasters of the backtest, by hand. */
class FirstGuessesTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double[] SEASON = {2, -1, -3, 2};

    private static InitialStates of(double[] y, String model, int m) {
        return InitialStates.of(y, SmoothingModel.of(model), m);
    }

    @Test
    void aLineThroughTheFirstTen() {
        double[] y = IntStream.rangeClosed(1, 12)
                .mapToDouble(t -> t <= 10 ? 3 + 2 * t : 1000)
                .toArray();
        InitialStates line = of(y, "AAN", 1);
        assertThat(line.level()).isCloseTo(3, CLOSE);
        assertThat(line.slope()).isCloseTo(2, CLOSE);
        assertThat(line.season()).isEmpty();
        assertThat(of(y, "ANN", 1).level()).isCloseTo(14, CLOSE);
        assertThat(of(y, "ANN", 1).slope()).isZero();
        InitialStates crooked = of(new double[] {1, 3, 2, 5}, "AAN", 1);
        assertThat(crooked.slope()).isCloseTo(1.1, CLOSE);
        assertThat(crooked.level()).isCloseTo(0, CLOSE);
        InitialStates flat = crooked.withoutSlope(new double[] {4, 3, 2, 5}, SmoothingModel.of("AAN"));
        assertThat(flat.level()).isEqualTo(4);
        assertThat(flat.slope()).isZero();
    }

    @Test
    void anAdditiveSeasonWithTrendIsReadOffExactly() {
        double[] y = IntStream.rangeClosed(1, 14)
                .mapToDouble(t -> 10 + 0.5 * t + SEASON[(t - 1) % 4])
                .toArray();
        InitialStates states = of(y, "AAA", 4);
        assertThat(states.slope()).isCloseTo(0.5, CLOSE);
        assertThat(states.level()).isCloseTo(10, CLOSE);
        assertThat(states.season()).containsExactly(SEASON, CLOSE);
        InitialStates level = of(y, "ANA", 4);
        assertThat(level.slope()).isZero();
        // over three whole seasons: 10 + 0.5·6.5
        assertThat(level.level()).isCloseTo(13.25, CLOSE);
        assertThat(Arrays.stream(level.season()).sum()).isCloseTo(0, within(1e-9));
        InitialStates flat = states.withoutSlope(y, SmoothingModel.of("AAA"));
        assertThat(flat.level()).isCloseTo(11.25, CLOSE);
        assertThat(flat.season()).isEqualTo(states.season());
    }

    @Test
    void aMultiplicativeSeasonSumsToItsLength() {
        double[] shares = {1.2, 0.9, 0.8, 1.1};
        double[] y = IntStream.range(0, 8).mapToDouble(t -> 20 * shares[t % 4]).toArray();
        InitialStates states = of(y, "MNM", 4);
        assertThat(states.level()).isCloseTo(20, CLOSE);
        assertThat(states.season()).containsExactly(shares, CLOSE);
        double[] rising = IntStream.range(0, 12)
                .mapToDouble(t -> (20 + t) * shares[t % 4])
                .toArray();
        InitialStates trend = of(rising, "MAM", 4);
        double first = Arrays.stream(rising, 0, 4).average().orElseThrow();
        double last = Arrays.stream(rising, 8, 12).average().orElseThrow();
        assertThat(trend.slope()).isCloseTo((last - first) / 8, CLOSE);
        assertThat(trend.level()).isCloseTo(first - trend.slope() * 2.5, CLOSE);
        double[] season = new double[4];
        for (int t = 0; t < 12; t++) {
            season[t % 4] += rising[t] / (trend.level() + trend.slope() * (t + 1));
        }
        double mean = Arrays.stream(season).average().orElseThrow();
        for (int j = 0; j < 4; j++) {
            assertThat(trend.season()[j]).isCloseTo(season[j] / mean, CLOSE);
        }
    }

    @Test
    void aLineBelowZeroIsNoStartForRelativeErrors() {
        double[] y = {1, 1, 1, 1, 51, 51, 51, 51, 101, 101, 101, 101};
        assertThat(of(y, "AAA", 4).slope()).isCloseTo(12.5, CLOSE);
        InitialStates states = of(y, "MAA", 4);
        assertThat(states.slope()).isZero();
        assertThat(states.level()).isCloseTo(51, CLOSE);
    }

    @Test
    void forecastersOfTheBacktest() {
        double[] y = {1, 3, 2, 7, 100};
        double[] forecast = new double[3];
        assertThat(RollingOrigin.drift().forecast(y, 4, forecast)).isTrue();
        assertThat(forecast).containsExactly(9, 11, 13);
        assertThat(RollingOrigin.drift().forecast(y, 2, forecast)).isTrue();
        assertThat(forecast).containsExactly(5, 7, 9);
        assertThat(RollingOrigin.drift().forecast(y, 1, forecast)).isFalse();
        assertThat(RollingOrigin.seasonalNaive(2).forecast(y, 4, forecast)).isTrue();
        assertThat(forecast).containsExactly(2, 7, 2);
        assertThat(RollingOrigin.seasonalNaive(2).forecast(y, 2, forecast)).isTrue();
        assertThat(forecast).containsExactly(1, 3, 1);
        assertThat(RollingOrigin.seasonalNaive(2).forecast(y, 1, forecast)).isFalse();
        assertThat(RollingOrigin.naive().forecast(y, 3, forecast)).isTrue();
        assertThat(forecast).containsOnly(2);
        assertThat(RollingOrigin.movingAverage(3).forecast(y, 4, forecast)).isTrue();
        assertThat(forecast).containsOnly(4);
        assertThat(RollingOrigin.movingAverage(3).forecast(y, 3, forecast)).isTrue();
        assertThat(RollingOrigin.movingAverage(3).forecast(y, 2, forecast)).isFalse();
        assertThat(RollingOrigin.smoothing(0.5).forecast(y, 3, forecast)).isTrue();
        assertThat(forecast).containsOnly(2);
    }

    @ParameterizedTest
    @CsvSource({"ANN,2", "AAN,4", "MNN,2", "ANA,6", "AAA,8", "MAM,8", "MNM,6", "MAN,4"})
    void modelsByTheirLetters(String letters, int parameters) {
        SmoothingModel model = SmoothingModel.of(letters);
        assertThat(model).hasToString(letters);
        assertThat(model.parameters(4)).isEqualTo(parameters);
        assertThat(model.needsPositive()).isEqualTo(letters.contains("M"));
    }

    @Test
    void aSeasonHasTwoToAThousandPeriods() {
        SmoothingModel seasonal = SmoothingModel.of("AAA");
        seasonal.check(new double[] {1}, 2);
        seasonal.check(new double[] {1}, 1000);
        SmoothingModel.of("ANN").check(new double[] {-1}, 1);
        assertThatThrownBy(() -> seasonal.check(new double[] {1}, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> seasonal.check(new double[] {1}, 1001)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SmoothingModel.of("ANN").check(new double[] {1}, 0))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SmoothingModel.of("MNN").check(new double[] {1, 0}, 1))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.index()).isEqualTo(1));
    }
}
