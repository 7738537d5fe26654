package org.entezar.methods.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.entezar.methods.Figure;
import org.entezar.methods.Interval;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.trend.Stagnation.Verdict;
import org.junit.jupiter.api.Test;

class TrendTest {

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
    void turningTheSeriesUpsideDownTurnsTheTrend(@ForAll("series") double[] y) {
        MannKendall.Result up = MannKendall.evaluate(y);
        MannKendall.Result down =
                MannKendall.evaluate(Arrays.stream(y).map(v -> -v).toArray());
        assertThat(down.s()).isEqualTo(-up.s());
        assertThat(down.pValue()).isEqualTo(up.pValue());
        assertThat(down.slope().value()).isCloseTo(-up.slope().value(), within(1e-9));
        Interval interval = up.bounds().interval().orElseThrow();
        assertThat(interval.contains(up.slope().value())).isTrue();
    }

    @Property(tries = 100)
    void aLineAddedIsFoundInTheSlope(@ForAll("series") double[] y, @ForAll @DoubleRange(min = -5, max = 5) double b) {
        double[] tilted =
                IntStream.range(0, y.length).mapToDouble(i -> y[i] + b * i).toArray();
        assertThat(MannKendall.evaluate(tilted).slope().value())
                .isCloseTo(MannKendall.evaluate(y).slope().value() + b, within(1e-9));
    }

    @Test
    void aGapKeepsItsPlaceInTime() {
        double[] line = {1, 2, Double.NaN, Double.NaN, 5, 6};
        assertThat(MannKendall.evaluate(line).slope().value()).isCloseTo(1, within(1e-12));
        assertThat(MannKendall.evaluate(line).intercept().value()).isCloseTo(0, within(1e-12));
        assertThat(MannKendall.evaluate(line).n()).isEqualTo(4);
        assertThat(MannKendall.evaluate(line).verdict()).isEmpty();
    }

    @Test
    void oneValueHasNoSlope() {
        assertThat(MannKendall.evaluate(new double[] {3}).slope()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(MannKendall.evaluate(new double[0]).slope()).isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void neighboursThatClingWarn() {
        double[] wave =
                IntStream.range(0, 24).mapToDouble(i -> Math.sin(i / 4.0)).toArray();
        assertThat(MannKendall.evaluate(wave).warnings()).containsExactly(Warning.AUTOCORRELATED);
    }

    @Test
    void tellsStandstillFromDecline() {
        double[] level = {6.1, 6.0, 6.1, 6.1, 6.0, 6.1, 6.0, 6.1};
        double[] falling = {6.4, 6.2, 6.1, 5.9, 5.7, 5.6, 5.3, 5.2};
        double[] rising = {5.2, 5.3, 5.6, 5.7, 5.9, 6.1, 6.2, 6.4};
        assertThat(verdict(level, 5, 7)).isEqualTo(Verdict.STAGNATING);
        assertThat(verdict(falling, 5, 7)).isEqualTo(Verdict.DECLINING);
        assertThat(verdict(rising, 5, 7)).isEqualTo(Verdict.NOT_SHOWN);
        assertThat(verdict(level, 5, 6)).isEqualTo(Verdict.DESIRED_LEVEL_MET);
        assertThat(verdict(level, 3, 7)).isEqualTo(Verdict.TOO_YOUNG);
        assertThat(verdict(Arrays.copyOf(level, 7), 5, 7)).isEqualTo(Verdict.TOO_FEW);
        assertThatThrownBy(() -> new Stagnation.Input(level, 5, 3, 7, 0.1, 7)).hasMessageContaining("window");
    }

    private static Verdict verdict(double[] y, double age, double desired) {
        return Stagnation.evaluate(new Stagnation.Input(y, age, 3, 8, 0.05, desired))
                .verdict();
    }
}
