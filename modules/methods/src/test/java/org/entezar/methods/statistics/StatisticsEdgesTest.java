package org.entezar.methods.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Interval;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;
import org.junit.jupiter.api.Test;

class StatisticsEdgesTest {
    private static final double NONE = Double.NaN;

    @Test
    void nothingAndOneAnswerHaveReasons() {
        MeanEstimate nothing = Means.estimate(new double[] {NONE});
        assertThat(nothing.n()).isZero();
        assertThat(nothing.mean()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(nothing.lower()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        MeanEstimate one = Means.estimate(new double[] {3, NONE});
        assertThat(one.mean()).isEqualTo(Figure.of(3));
        assertThat(one.sd()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(one.se()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(one.bounds()).isEqualTo(Bounds.undefined(Reason.TOO_FEW));
    }

    @Test
    void equalAnswersHaveAnIntervalWithoutWidth() {
        MeanEstimate same = Means.estimate(new double[] {0.1, 0.1, 0.1});
        assertThat(same.sd().value()).isCloseTo(0, within(1e-16));
        assertThat(same.lower().value()).isCloseTo(0.1, within(1e-15));
    }

    /** Values of the usual tables, to more digits. */
    @Test
    void quantilesAgreeWithTheTables() {
        assertThat(Quantiles.t(0.975, 1)).isCloseTo(12.7062047361747, within(1e-11));
        assertThat(Quantiles.t(0.975, 5)).isCloseTo(2.57058183563631, within(1e-13));
        assertThat(Quantiles.t(0.025, 5)).isCloseTo(-2.57058183563631, within(1e-13));
        assertThat(Quantiles.t(0.975, 1_000_000)).isCloseTo(1.95996635681656, within(1e-9));
        assertThat(Quantiles.normal(0.995)).isCloseTo(2.57582930354890, within(1e-13));
        assertThat(Quantiles.normal(0.975)).isEqualTo(Quantiles.Z_95);
        assertThat(Quantiles.f(0.95, 3, 12)).isCloseTo(3.49029482, within(1e-7));
        assertThat(Quantiles.normalProbability(Quantiles.Z_95)).isCloseTo(0.975, within(1e-15));
        assertThat(Quantiles.normalTwoSided(-Quantiles.Z_95)).isCloseTo(0.05, within(1e-15));
        assertThat(Quantiles.tTwoSided(2.57058183563631, 5)).isCloseTo(0.05, within(1e-13));
    }

    @Test
    void type7IsLinearBetweenNeighbours() {
        double[] values = {40, 10, 20, 30};
        assertThat(Quantiles.type7(values, 0.25)).isCloseTo(17.5, within(1e-12));
        assertThat(Quantiles.median(values)).isCloseTo(25, within(1e-12));
        assertThat(values[0]).as("the values are left as they are").isEqualTo(40);
        assertThatThrownBy(() -> Quantiles.type7(new double[0], 0.5)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Quantiles.type7(values, 1.01)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void levelsAndCountsAreChecked() {
        for (double level : new double[] {0, 1, -1, NONE}) {
            assertThatThrownBy(() -> Means.estimate(new double[] {1, 2}, level))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> Shares.wilson(1, 2, level)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> Shares.wilson(3, 2)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Shares.wilson(-1, 2)).isInstanceOf(InvalidInputException.class);
        assertThat(Shares.wilson(0, 0).share()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(Shares.wilson(0, 7).lower().value()).isZero();
        assertThat(Shares.wilson(7, 7).upper().value()).isEqualTo(1);
    }

    @Test
    void correlationsNeedVariation() {
        assertThat(Means.correlation(new double[] {1, 1}, new double[] {1, 2}))
                .isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(Means.correlation(new double[] {1}, new double[] {1})).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(Means.correlation(new double[] {1, 2, 3}, new double[] {6, 4, 2})
                        .value())
                .isCloseTo(-1, within(1e-15));
    }

    /** Worked by hand: sorted .005 .01 .03 .04. */
    @Test
    void adjustmentsFollowTheirSteps() {
        double[] p = {0.01, 0.04, 0.03, 0.005};
        assertThat(Adjustment.holm(p)).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Adjustment.benjaminiHochberg(p))
                .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-15));
        assertThatThrownBy(() -> Adjustment.holm(new double[] {0.5, 1.5}))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.index()).isEqualTo(1));
    }

    @Test
    void welchNeedsTwoAnswersAndVariation() {
        WelchTest few = WelchTest.of(new double[] {1}, new double[] {1, 2}, 0.95);
        assertThat(few.difference().value()).isEqualTo(-0.5);
        assertThat(few.t()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        WelchTest none = WelchTest.of(new double[] {NONE}, new double[] {1, 2}, 0.95);
        assertThat(none.t()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        WelchTest flat = WelchTest.of(new double[] {1, 1}, new double[] {2, 2}, 0.95);
        assertThat(flat.pValue()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
    }

    @Test
    void bootstrapQuantilesLeaveOutWhatHasNoValue() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> i < 5 ? NONE : i);
        Bootstrap.Percentiles some = Bootstrap.percentiles(values, 0.9);
        assertThat(some.undefined()).isEqualTo(5);
        assertThat(some.bounds().lower().value()).isCloseTo(5 + 94 * 0.05, within(1e-9));
        assertThat(some.bounds().upper().value()).isCloseTo(5 + 94 * 0.95, within(1e-9));
        assertThat(some.standardError().value()).isCloseTo(27.568097, within(1e-6));
        Arrays.fill(values, 0, 6, NONE);
        assertThat(Bootstrap.percentiles(values, 0.9).bounds()).isEqualTo(Bounds.undefined(Reason.UNSTABLE));
        Arrays.fill(values, NONE);
        assertThat(Bootstrap.percentiles(values, 0.9).bounds()).isEqualTo(Bounds.undefined(Reason.NO_DATA));
    }

    @Test
    void bootstrapRefusesSizesWithoutSenseAndHandsOnErrors() {
        assertThatThrownBy(() -> Bootstrap.of(1, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Bootstrap.of(10_000_001, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Bootstrap.of(10, 1).on(Runnable::run, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Bootstrap.of(10, 1).distribution(0, 1, () -> (rows, results) -> {}))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Bootstrap.of(10, 1).distribution(3, 1, () -> (rows, results) -> {
                    throw new ArithmeticException("no");
                }))
                .isInstanceOf(ArithmeticException.class);
    }

    /** A mean of many answers: the bootstrap interval comes near the t interval. */
    @Test
    void bootstrapComesNearTheTheory() {
        double[] answers = new double[400];
        Arrays.setAll(answers, i -> i % 7);
        Interval drawn = Bootstrap.of(4000, 5)
                .intervals(
                        400,
                        1,
                        () -> (rows, results) -> results[0] = Arrays.stream(rows)
                                .mapToDouble(row -> answers[row])
                                .average()
                                .orElseThrow())
                .get(0)
                .bounds()
                .interval()
                .orElseThrow();
        MeanEstimate theory = Means.estimate(answers);
        assertThat(drawn.low()).isCloseTo(theory.lower().value(), within(0.02));
        assertThat(drawn.high()).isCloseTo(theory.upper().value(), within(0.02));
    }

    @Test
    void figuresAndIntervalsAreNeverNaN() {
        assertThatThrownBy(() -> Figure.of(NONE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Figure.of(Double.POSITIVE_INFINITY)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Figure.undefined(Reason.NO_DATA).value()).isInstanceOf(IllegalStateException.class);
        assertThat(Figure.ratio(1, 0, Reason.ZERO_WIDTH)).isEqualTo(Figure.undefined(Reason.ZERO_WIDTH));
        assertThat(Figure.ratio(1, 4, Reason.ZERO_WIDTH)).isEqualTo(Figure.of(0.25));
        assertThat(Figure.finiteOr(NONE, Reason.UNSTABLE)).isEqualTo(Figure.undefined(Reason.UNSTABLE));
        assertThat(Figure.undefined(Reason.TOO_FEW).map(x -> x + 1)).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(Figure.undefined(Reason.TOO_FEW).number()).isEmpty();
        assertThat(Figure.of(2).map(x -> x + 1).number()).hasValue(3);
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Interval(NONE, 1)).isInstanceOf(ArithmeticException.class);
        assertThat(new Interval(-3, 9).clip(-1, 1)).isEqualTo(new Interval(-1, 1));
        assertThat(new Interval(5, 9).clip(-1, 1)).isEqualTo(new Interval(1, 1));
        assertThat(new Interval(1, 2).contains(2)).isTrue();
        assertThat(new Interval(1, 2).contains(2.1)).isFalse();
    }
}
