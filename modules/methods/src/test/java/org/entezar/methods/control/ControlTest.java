package org.entezar.methods.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.junit.jupiter.api.Test;

class ControlTest {

    @Provide
    Arbitrary<double[]> series() {
        return Arbitraries.doubles()
                .between(-9, 9)
                .ofScale(2)
                .array(double[].class)
                .ofMinSize(3)
                .ofMaxSize(25);
    }

    @Property(tries = 200)
    void upsideDownTheTwoSumsChangePlaces(@ForAll("series") double[] x) {
        CusumChart.Result plain = CusumChart.evaluate(new CusumChart.Input(x, 0, 1, 0.5, 4));
        CusumChart.Result turned = CusumChart.evaluate(
                new CusumChart.Input(Arrays.stream(x).map(v -> 0.0 - v).toArray(), 0, 1, 0.5, 4));
        assertThat(turned.low()).isEqualTo(plain.high());
        assertThat(turned.firstLow()).isEqualTo(plain.firstHigh());
    }

    @Property(tries = 200)
    void chartsDoNotDependOnTheUnit(
            @ForAll("series") double[] x, @ForAll @DoubleRange(min = 0.1, max = 10) double unit) {
        double[] scaled = Arrays.stream(x).map(v -> 50 + unit * v).toArray();
        CusumChart.Result plain = CusumChart.evaluate(new CusumChart.Input(x, 0, 1, 0.5, 5));
        CusumChart.Result other = CusumChart.evaluate(new CusumChart.Input(scaled, 50, unit, 0.5, 5));
        assertThat(other.high()).containsExactly(plain.high(), within(1e-9));
        EwmaChart.Result first = EwmaChart.evaluate(new EwmaChart.Input(x, 0, 1, 0.2, 3));
        EwmaChart.Result second = EwmaChart.evaluate(new EwmaChart.Input(scaled, 50, unit, 0.2, 3));
        for (int i = 0; i < x.length; i++) {
            assertThat((second.average()[i] - 50) / unit).isCloseTo(first.average()[i], within(1e-9));
            assertThat(first.upper()[i]).isEqualTo(-first.lower()[i]);
        }
    }

    @Test
    void aMissingValueLeavesTheChartsWhereTheyWere() {
        double[] x = {2, Double.NaN, 2};
        double[] dense = {2, 2};
        CusumChart.Result gap = CusumChart.evaluate(new CusumChart.Input(x, 0, 1, 0.5, 2.5));
        assertThat(gap.high()[1]).isNaN();
        assertThat(gap.high()[2]).isEqualTo(3);
        assertThat(gap.firstHigh()).hasValue(2);
        EwmaChart.Result ewma = EwmaChart.evaluate(new EwmaChart.Input(x, 0, 1, 0.3, 3));
        EwmaChart.Result without = EwmaChart.evaluate(new EwmaChart.Input(dense, 0, 1, 0.3, 3));
        assertThat(ewma.upper()[2]).isEqualTo(without.upper()[1]);
        assertThat(ewma.n()).isEqualTo(2);
    }

    @Test
    void theReferencePeriodGivesTargetAndSigma() {
        ReferencePeriod calm = ReferencePeriod.of(new double[] {10, 12, 11, Double.NaN, 11, 13});
        assertThat(calm.target().value()).isCloseTo(57 / 5.0, within(1e-12));
        assertThat(calm.sigma().value()).isCloseTo((2 + 1 + 2) / 3.0 / 1.128, within(1e-12));
        assertThat(ReferencePeriod.of(new double[] {4, 4, 4}).sigma())
                .isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(ReferencePeriod.of(new double[] {4}).sigma()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
    }

    @Test
    void sharesHaveWiderLimitsInSmallSamples() {
        ShareChart.Result chart = ShareChart.evaluate(new ShareChart.Input(
                new long[] {45, 4, 0, 90}, new long[] {100, 5, 0, 100}, OptionalDouble.of(0.5), 3));
        assertThat(chart.lower()[0]).isCloseTo(0.35, within(1e-12));
        assertThat(chart.upper()[1]).isEqualTo(1);
        assertThat(chart.shares()[2]).isNaN();
        assertThat(chart.signals()).containsExactly(false, false, false, true);
        assertThat(chart.first()).hasValue(3);
        assertThat(ShareChart.evaluate(new ShareChart.Input(new long[1], new long[1], OptionalDouble.empty(), 3))
                        .centre())
                .isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void refusesASpreadOfZero() {
        assertThatThrownBy(() -> new CusumChart.Input(new double[1], 0, 0, 0.5, 5))
                .hasMessageContaining("sigma");
        assertThatThrownBy(() -> new EwmaChart.Input(new double[1], 0, 1, 0, 3)).hasMessageContaining("lambda");
    }
}
