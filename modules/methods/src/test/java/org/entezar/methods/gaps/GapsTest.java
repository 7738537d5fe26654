package org.entezar.methods.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;

class GapsTest {
    private static final double NONE = Double.NaN;
    private static final ScoreMap MINUTES = new ScoreMap(new double[] {0, 10, 30}, new double[] {7, 5, 1});
    private static final ScoreMap PERCENT = new ScoreMap(new double[] {50, 100}, new double[] {1, 7});

    @Example
    void theMapIsLinearBetweenKnotsAndClampedAtItsEnds() {
        assertThat(MINUTES.score(-4)).isEqualTo(7);
        assertThat(MINUTES.score(0)).isEqualTo(7);
        assertThat(MINUTES.score(5)).isCloseTo(6, within(1e-12));
        assertThat(MINUTES.score(10)).isCloseTo(5, within(1e-12));
        assertThat(MINUTES.score(20)).isCloseTo(3, within(1e-12));
        assertThat(MINUTES.score(99)).isEqualTo(1);
        assertThat(MINUTES.noWorse(9, 9)).isTrue();
        assertThat(MINUTES.noWorse(9.1, 9)).isFalse();
        assertThat(PERCENT.noWorse(80, 79)).isTrue();
        assertThat(PERCENT.noWorse(78, 79)).isFalse();
    }

    @Example
    void mapsWithoutDirectionAreRefused() {
        refused(new double[] {1}, new double[] {1});
        refused(new double[] {1, 2}, new double[] {1});
        refused(new double[] {1, 1}, new double[] {1, 2});
        refused(new double[] {2, 1}, new double[] {1, 2});
        refused(new double[] {1, 2, 3}, new double[] {1, 5, 3});
        refused(new double[] {1, 2}, new double[] {3, 3});
        assertThat(new ScoreMap(new double[] {1, 2, 3}, new double[] {1, 1, 3}).score(1.5))
                .isEqualTo(1);
    }

    private static void refused(double[] x, double[] y) {
        assertThatThrownBy(() -> new ScoreMap(x, y)).isInstanceOf(InvalidInputException.class);
    }

    @Property
    void theMapKeepsTheOrder(
            @ForAll @DoubleRange(min = -10, max = 50) double one,
            @ForAll @DoubleRange(min = -10, max = 50) double two) {
        assertThat(MINUTES.score(Math.min(one, two))).isGreaterThanOrEqualTo(MINUTES.score(Math.max(one, two)));
        assertThat(MINUTES.score(one)).isBetween(1.0, 7.0);
    }

    private static FiveGaps gaps(double[] e, double[] p, double[] m, double[] delivered, double... promised) {
        return FiveGaps.of(new FiveGaps.Input(e, p, m, delivered, 12, promised, MINUTES), 0.95);
    }

    @Property(tries = 100)
    void theIdentityHoldsAndGapFourIsNoTermOfIt(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @DoubleRange(min = 0, max = 30) double promise) {
        double[] e = random.doubles(n, 1, 7).toArray();
        double[] p = random.doubles(n, 1, 7).toArray();
        e[0] = random.nextBoolean() && n > 1 ? NONE : e[0];
        FiveGaps.Identity identity = gaps(
                        e,
                        p,
                        random.doubles(4, 1, 7).toArray(),
                        random.doubles(6, 0, 40).toArray(),
                        promise)
                .identity();
        assertThat(identity.sum().value()).isCloseTo(identity.unpairedGap().value(), within(1e-12));
    }

    @Example
    void aMissingAnswerPartsTheGapFromTheIdentity() {
        FiveGaps gaps =
                gaps(new double[] {6, 4, NONE}, new double[] {5, NONE, 1}, new double[] {5}, new double[] {10}, 5);
        assertThat(gaps.customer().mean()).isEqualTo(Figure.of(-1));
        assertThat(gaps.identity().unpairedGap()).isEqualTo(Figure.of(-2));
        assertThat(gaps.knowledge().t()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(gaps.standards().mean().value()).isCloseTo(4.6 - 5, within(1e-12));
    }

    @Example
    void keptAndConformingAreCountedOnTheRawMeasure() {
        double[] scores = {5, 5};
        FiveGaps gaps = gaps(scores, scores, scores, new double[] {12, 13, NONE, 8}, 13, 5, 5, 20);
        assertThat(gaps.conformance().count()).isEqualTo(2);
        assertThat(gaps.conformance().n()).isEqualTo(3);
        assertThat(gaps.kept().count()).isEqualTo(2);
        assertThat(gaps.kept().n()).isEqualTo(3);
        assertThat(gaps.promisedScores()[3]).isCloseTo(3, within(1e-12));
        assertThat(gaps.communication().n()).isEqualTo(3);
        assertThatThrownBy(() -> gaps(scores, scores, scores, new double[3], 1, 2))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> gaps(scores, new double[1], scores, new double[3], 1))
                .isInstanceOf(InvalidInputException.class);
    }

    @Example
    void withoutDeliveriesTheirGapsHaveAReason() {
        double[] scores = {5, 6};
        FiveGaps gaps = gaps(scores, scores, scores, new double[0], 5);
        assertThat(gaps.delivery().mean()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(gaps.kept().share()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(gaps.identity().sum()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(gaps.identity().unpairedGap()).isEqualTo(Figure.of(0));
    }

    @Example
    void causesAreRankedByAgreement() {
        double[][] agreement = new double[8][];
        double[] gaps = new double[8];
        Arrays.setAll(gaps, u -> -u);
        Arrays.setAll(agreement, u -> new double[] {2, 1 + u / 2.0, u == 0 ? NONE : 6});
        List<GapCause.Rank> ranks = GapCause.rank(List.of("flat", "rising", "strong"), agreement, gaps);
        assertThat(ranks).extracting(GapCause.Rank::name).containsExactly("strong", "rising", "flat");
        assertThat(ranks.get(0).correlation()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(ranks.get(0).units()).isEqualTo(7);
        assertThat(ranks.get(1).correlation().value()).isCloseTo(-1, within(1e-12));
        assertThat(ranks.get(2).correlation()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThatThrownBy(() -> GapCause.rank(List.of("a"), agreement, gaps))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> GapCause.rank(List.of("a"), agreement, new double[1]))
                .isInstanceOf(InvalidInputException.class);
        assertThat(GapCause.values())
                .extracting(GapCause::gap)
                .contains(1, 2, 3, 4)
                .hasSize(26);
    }
}
