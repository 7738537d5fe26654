package org.entezar.methods.kano;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.answers.PairCounts;
import org.entezar.methods.answers.Scale;
import org.junit.jupiter.api.Test;

class KanoEdgesTest {
    private static Kano kano(long m, long o, long a, long i, long r, long q) {
        return Kano.fromCounts(
                new KanoCounts(Map.of(
                        KanoClass.M,
                        m,
                        KanoClass.O,
                        o,
                        KanoClass.A,
                        a,
                        KanoClass.I,
                        i,
                        KanoClass.R,
                        r,
                        KanoClass.Q,
                        q)),
                0.95);
    }

    private static Kano.Ranking ranking(long m, long o, long a, long i, long r, long q) {
        return kano(m, o, a, i, r, q).ranking().orElseThrow();
    }

    @Test
    void tiesAreBrokenInTheirOrder() {
        assertThat(ranking(1, 1, 1, 1, 1, 1)).isEqualTo(new Kano.Ranking(KanoClass.M, KanoClass.O, KanoClass.I));
        assertThat(ranking(0, 2, 2, 2, 2, 2).first()).isEqualTo(KanoClass.O);
        assertThat(ranking(0, 0, 2, 2, 2, 2).first()).isEqualTo(KanoClass.A);
        assertThat(ranking(0, 0, 0, 2, 2, 2).first()).isEqualTo(KanoClass.I);
        assertThat(ranking(0, 0, 0, 0, 2, 2).first()).isEqualTo(KanoClass.R);
        assertThat(ranking(0, 0, 0, 0, 0, 2)).isEqualTo(new Kano.Ranking(KanoClass.Q, KanoClass.M, KanoClass.Q));
    }

    @Test
    void bergersRuleMayContradictTheMostFrequent() {
        assertThat(ranking(8, 8, 9, 20, 0, 0)).isEqualTo(new Kano.Ranking(KanoClass.I, KanoClass.A, KanoClass.A));
        assertThat(ranking(8, 8, 4, 20, 0, 0).blended())
                .as("equal halves are no majority")
                .isEqualTo(KanoClass.I);
        assertThat(ranking(0, 0, 1, 1, 2, 2).blended()).isEqualTo(KanoClass.R);
        assertThat(ranking(0, 0, 1, 1, 2, 3).blended()).isEqualTo(KanoClass.Q);
        assertThat(ranking(3, 4, 4, 0, 0, 0).blended()).isEqualTo(KanoClass.O);
    }

    @Test
    void withoutAnswersEverythingHasAReason() {
        Kano none = kano(0, 0, 0, 0, 0, 0);
        assertThat(none.ranking()).isEmpty();
        assertThat(none.clarity()).isEmpty();
        assertThat(none.better()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(none.totalStrength()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(none.attributeMatters()).isFalse();
        assertThat(none.categoryIsClear()).isFalse();
        PairCounts empty = new PairCounts(Kano.ANSWERS);
        assertThat(Kano.coordinates(empty, 0.95).quadrant()).isEmpty();
        assertThat(Kano.coordinates(empty, 0.95).needsInspection()).isFalse();
    }

    @Test
    void strengthsCountFromTheirLimits() {
        assertThat(kano(60, 0, 0, 40, 0, 0).attributeMatters()).isTrue();
        assertThat(kano(59, 0, 0, 41, 0, 0).attributeMatters()).isFalse();
        assertThat(kano(53, 0, 0, 47, 0, 0).categoryIsClear()).isTrue();
        assertThat(kano(105, 0, 0, 95, 0, 0).categoryIsClear()).isFalse();
    }

    @Test
    void warningsBeginAtTheirLimits() {
        assertThat(kano(18, 0, 0, 0, 0, 2).warnings()).isEmpty();
        assertThat(kano(17, 0, 0, 0, 0, 3).warnings()).containsExactly(Warning.QUESTIONABLE_ANSWERS);
        assertThat(kano(19, 0, 0, 0, 0, 0).warnings()).containsExactly(Warning.INDICATIVE);
        assertThat(kano(4, 0, 0, 0, 0, 0).warnings()).containsExactly(Warning.TOO_FEW_TO_SHOW);
    }

    @Test
    void thePlaneHasItsCentreAtTwo() {
        assertThat(place(1, 5).quadrant()).contains(KanoClass.O);
        assertThat(place(1, 3).quadrant()).contains(KanoClass.A);
        assertThat(place(3, 4).quadrant()).contains(KanoClass.M);
        assertThat(place(2, 4).quadrant()).as("on the lines is high").contains(KanoClass.O);
        assertThat(place(3, 3).quadrant()).contains(KanoClass.I);
        assertThat(place(3, 3).needsInspection()).isFalse();
        assertThat(place(4, 3).needsInspection()).isTrue();
        assertThat(place(3, 1).needsInspection()).isTrue();
    }

    private static Kano.Coordinates place(int functional, int dysfunctional) {
        return Kano.coordinates(Kano.count(new double[] {functional}, new double[] {dysfunctional}), 0.95);
    }

    @Test
    void badAnswersAreRefusedWithTheirPlace() {
        double[] good = {1, 2};
        assertThatThrownBy(() -> Kano.count(good, new double[] {1, 6}))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.place()).isEqualTo("dysfunctional[1]"));
        assertThatThrownBy(() -> Kano.count(new double[] {1.5, 2}, good))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.place()).isEqualTo("functional[0]"));
        assertThatThrownBy(() -> Kano.count(good, new double[1])).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> kano(-1, 0, 0, 0, 0, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Kano.of(new PairCounts(new Scale(1, 7)), 0.95))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void countsOfAScaleKnowTheirMarginsAndRefuseOthers() {
        PairCounts counts = new PairCounts(new Scale(1, 3));
        byte gone = Scale.MISSING;
        counts.add(new byte[] {1, 2, 3, gone, gone}, new byte[] {3, 3, gone, 2, gone});
        assertThat(counts.pairs()).isEqualTo(2);
        assertThat(counts.incomplete()).isEqualTo(3);
        AnswerCounts first = counts.first();
        assertThat(first.answered()).isEqualTo(3);
        assertThat(first.missing()).isEqualTo(2);
        assertThat(first.mean(0.95).mean().value()).isCloseTo(2, within(1e-12));
        assertThat(counts.second().count(3)).isEqualTo(2);
        assertThat(counts.second().between(-5, 2)).isEqualTo(1);
        assertThat(counts.difference(0.95).mean().value()).isCloseTo(1.5, within(1e-12));
        assertThat(counts.difference(0.95).sd().value()).isCloseTo(Math.sqrt(0.5), within(1e-12));
        assertThat(counts.count(9, 1)).isZero();
        assertThatThrownBy(() -> counts.add(new byte[] {1, 1}, new byte[] {1, 4}))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.index()).isEqualTo(1));
        assertThatThrownBy(() -> counts.add(new byte[2], new byte[1])).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> counts.merge(new PairCounts(new Scale(1, 4))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> first.merge(new AnswerCounts(new Scale(1, 4))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> first.add(new byte[] {1, 0}))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.index()).isEqualTo(1));
    }
}
