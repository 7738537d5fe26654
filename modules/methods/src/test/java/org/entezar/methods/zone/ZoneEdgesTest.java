package org.entezar.methods.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.statistics.Bootstrap;
import org.entezar.methods.zone.ZoneOfTolerance.Adequacy;
import org.entezar.methods.zone.ZoneOfTolerance.State;
import org.entezar.methods.zone.ZoneOfTolerance.Superiority;
import org.entezar.methods.zone.ZoneOfTolerance.Triples;
import org.junit.jupiter.api.Test;

class ZoneEdgesTest {
    private static final double NONE = Double.NaN;

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void bothEndsBelongToTheZone() {
        Triples triples = Triples.of(of(3, 3, 3, 3), of(5, 5, 5, 5), of(3, 5, 2.9, 5.1));
        assertThat(triples.state(0)).isEqualTo(State.WITHIN);
        assertThat(triples.state(1)).isEqualTo(State.WITHIN);
        assertThat(triples.state(2)).isEqualTo(State.BELOW);
        assertThat(triples.state(3)).isEqualTo(State.ABOVE);
        assertThat(triples.position(1)).isEqualTo(Figure.of(1));
        assertThat(ZoneOfTolerance.evaluate(triples, 0.95).counts().within()).isEqualTo(2);
    }

    @Test
    void invertedTriplesAreDroppedNeverSwapped() {
        ZoneOfTolerance zone = ZoneOfTolerance.evaluate(of(3, 6, 3, NONE), of(5, 4, 5, 5), of(4, 9, 5, 4), 0.95);
        assertThat(zone.counts()).isEqualTo(new ZoneOfTolerance.Counts(2, 1, 1, 0, 0));
        assertThat(zone.adequacy().mean()).isEqualTo(Figure.of(1.5));
        assertThat(zone.warnings()).contains(Warning.QUESTION_MISUNDERSTOOD, Warning.TOO_FEW_TO_SHOW);
    }

    @Test
    void theWarningBeginsAboveOneInTen() {
        double[] m = new double[10];
        double[] d = new double[10];
        Arrays.fill(d, 2);
        d[0] = -1;
        assertThat(ZoneOfTolerance.evaluate(m, d, d, 0.95).warnings()).containsExactly(Warning.INDICATIVE);
        d[1] = -1;
        assertThat(ZoneOfTolerance.evaluate(m, d, d, 0.95).warnings()).contains(Warning.QUESTION_MISUNDERSTOOD);
    }

    @Test
    void nobodyAndOneRespondentHaveReasons() {
        ZoneOfTolerance nobody = ZoneOfTolerance.evaluate(of(NONE), of(1), of(1), 0.95);
        assertThat(nobody.position()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(nobody.positionBounds()).isEqualTo(Bounds.undefined(Reason.NO_DATA));
        assertThat(nobody.meanState()).isEmpty();
        assertThat(nobody.adequacyJudgement()).isEqualTo(Adequacy.UNDECIDED);
        ZoneOfTolerance one = ZoneOfTolerance.evaluate(of(2), of(6), of(3), 0.95);
        assertThat(one.position()).isEqualTo(Figure.of(0.25));
        assertThat(one.positionError()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(one.positionBounds()).isEqualTo(Bounds.undefined(Reason.TOO_FEW));
        assertThat(one.meanState()).contains(State.WITHIN);
        assertThat(one.superiorityJudgement()).isEqualTo(Superiority.UNDECIDED);
    }

    @Test
    void judgementsNeedTheWholeInterval() {
        double[] m = of(3, 3, 3, 3, 3, 3);
        double[] d = of(5, 5, 5, 5, 5, 5);
        ZoneOfTolerance high = ZoneOfTolerance.evaluate(m, d, of(7, 7, 8, 7, 8, 7), 0.95);
        assertThat(high.adequacyJudgement()).isEqualTo(Adequacy.ADEQUATE);
        assertThat(high.superiorityJudgement()).isEqualTo(Superiority.SUPERIOR);
        assertThat(high.meanState()).contains(State.ABOVE);
        ZoneOfTolerance low = ZoneOfTolerance.evaluate(m, d, of(1, 2, 1, 1, 2, 1), 0.95);
        assertThat(low.adequacyJudgement()).isEqualTo(Adequacy.INADEQUATE);
        assertThat(low.superiorityJudgement()).isEqualTo(Superiority.NOT_SUPERIOR);
        assertThat(low.meanState()).contains(State.BELOW);
    }

    @Test
    void theGroupsPositionIsTheRatioOfMeans() {
        ZoneOfTolerance zone = ZoneOfTolerance.evaluate(of(0, 0), of(1, 9), of(1, 0), 0.95);
        assertThat(zone.position().value()).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void givenResamplesAreChecked() {
        Triples triples = Triples.of(of(1, 2), of(3, 4), of(2, 5));
        List<Bootstrap.Percentiles> intervals =
                ZoneOfTolerance.bootstrap(triples, new int[][] {{0, 0}, {1, 1}, {0, 1}}, 0.5);
        assertThat(intervals.get(0).bounds().lower().value()).isCloseTo(1.5, within(1e-12));
        assertThat(intervals.get(1).bounds().upper().value()).isCloseTo(0.5, within(1e-12));
        assertThat(intervals.get(2).bounds().upper().value()).isCloseTo(1.25, within(1e-12));
        assertThatThrownBy(() -> ZoneOfTolerance.bootstrap(triples, new int[][] {{0, 2}}, 0.5))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.place()).isEqualTo("resamples[0][1]"));
    }

    @Test
    void theSeededBootstrapSurroundsTheEstimate() {
        double[] m = new double[60];
        double[] d = new double[60];
        double[] p = new double[60];
        Arrays.setAll(m, i -> 2 + i % 3);
        Arrays.setAll(d, i -> m[i] + 2 + i % 2);
        Arrays.setAll(p, i -> m[i] + i % 5 - 1);
        ZoneOfTolerance zone = ZoneOfTolerance.evaluate(m, d, p, 0.95);
        List<Bootstrap.Percentiles> drawn = ZoneOfTolerance.bootstrap(Triples.of(m, d, p), Bootstrap.of(2000, 3));
        assertThat(drawn.get(2).bounds().lower().value())
                .isCloseTo(zone.positionBounds().lower().value(), within(0.05));
        assertThat(drawn.get(2).bounds().upper().value())
                .isCloseTo(zone.positionBounds().upper().value(), within(0.05));
    }

    @Test
    void badColumnsAreRefused() {
        assertThatThrownBy(() -> Triples.of(of(1), of(1, 2), of(1))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Triples.of(of(1), of(1), of(1, 2))).isInstanceOf(InvalidInputException.class);
        TripleSums sums = new TripleSums(new Scale(1, 9));
        byte[] good = {5, 5};
        byte[] bad = {5, 10};
        assertThatThrownBy(() -> sums.add(good, good, bad)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.index()).isEqualTo(1);
            assertThat(e).hasMessageContaining("perceived");
        });
        assertThatThrownBy(() -> sums.add(good, good, new byte[1])).isInstanceOf(InvalidInputException.class);
    }
}
