package org.entezar.methods.nps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.answers.Scale;
import org.junit.jupiter.api.Test;

class ScoreEdgesTest {
    private static final double NONE = Double.NaN;

    private static SatisfactionIndex index(double[][] items, double[] weights, boolean standardised) {
        return SatisfactionIndex.of(
                new SatisfactionIndex.Input(items, weights, standardised, new double[] {1, 1}, new double[] {10, 10}),
                0.95);
    }

    @Test
    void theGroupsEndWhereReichheldPutsThem() {
        NetPromoterScore nps = NetPromoterScore.fromScores(new double[] {0, 6, 7, 8, 9, 10, NONE}, 0.95);
        assertThat(nps.detractors()).isEqualTo(2);
        assertThat(nps.passives()).isEqualTo(2);
        assertThat(nps.promoters()).isEqualTo(2);
    }

    @Test
    void nobodyHasNoScore() {
        NetPromoterScore nobody = NetPromoterScore.fromScores(new double[] {NONE}, 0.95);
        assertThat(nobody.score()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(nobody.adjusted().lower()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        NetPromoterScore some = NetPromoterScore.fromCounts(1, 1, 1, 0.95);
        assertThat(some.minus(nobody, 0.95).difference()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(nobody.minus(some, 0.95).wald().lower()).isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void groupsThatAgreeWithinThemselvesHaveNoTest() {
        NetPromoterScore.Difference difference =
                NetPromoterScore.fromCounts(5, 0, 0, 0.95).minus(NetPromoterScore.fromCounts(0, 5, 0, 0.95), 0.95);
        assertThat(difference.difference()).isEqualTo(Figure.of(100));
        assertThat(difference.z()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(difference.pValue()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
    }

    @Test
    void badScoresAreRefused() {
        for (double bad : new double[] {-1, 11, 7.5}) {
            assertThatThrownBy(() -> NetPromoterScore.fromScores(new double[] {9, bad}, 0.95))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.place())
                            .isEqualTo("scores[1]"));
        }
        assertThatThrownBy(() -> NetPromoterScore.fromCounts(1, -1, 1, 0.95)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> NetPromoterScore.fromCounts(-1, 1, 1, 0.95)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> NetPromoterScore.fromCounts(1, 1, -1, 0.95)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> NetPromoterScore.of(new AnswerCounts(new Scale(1, 7)), 0.95))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CustomerEffortScore.of(new double[] {8}, 1, 7, 0.95))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> CustomerEffortScore.of(new double[] {3}, 7, 7, 0.95))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void agreementBeginsAboveTheMiddle() {
        assertThat(CustomerEffortScore.of(new double[] {4, 5, NONE}, 1, 7, 0.95)
                        .agree()
                        .count())
                .isEqualTo(1);
        assertThat(CustomerEffortScore.of(new double[] {3, 4}, 1, 5, 0.95)
                        .agree()
                        .count())
                .isEqualTo(1);
        assertThat(CustomerEffortScore.of(new double[] {5, 6}, 1, 10, 0.95)
                        .agree()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aNegativeWeightRefusesTheIndex() {
        SatisfactionIndex refused = index(new double[][] {{5, 6}, {7, 8}}, new double[] {1, -0.1}, false);
        assertThat(refused.index()).isEqualTo(Figure.undefined(Reason.UNSTABLE));
        assertThat(refused.warnings()).containsExactly(Warning.NEGATIVE_WEIGHT);
        assertThat(refused.respondentScores()[0]).isNaN();
    }

    @Test
    void weightsOfStandardisedItemsNeedSpread() {
        double[][] flat = {{5, 6}, {5, 8}};
        assertThat(index(flat, new double[] {1, 1}, true).index()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(index(flat, new double[] {1, 1}, false).index().isDefined()).isTrue();
        assertThat(index(new double[][] {{5, 6}}, new double[] {1, 1}, true).index())
                .isEqualTo(Figure.undefined(Reason.TOO_FEW));
    }

    @Test
    void aMissingAnswerLeavesTheRespondentOutButNotTheItemsMean() {
        SatisfactionIndex partly = index(new double[][] {{1, 10}, {10, NONE}}, new double[] {1, 1}, false);
        assertThat(partly.respondentScores()[1]).isNaN();
        assertThat(partly.respondents().n()).isEqualTo(1);
        assertThat(partly.index().value()).isCloseTo(75, within(1e-12));
        assertThat(index(new double[][] {{NONE, 1}}, new double[] {1, 1}, false).index())
                .isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void badIndicesAreRefused() {
        double[][] items = {{5, 6}};
        assertThatThrownBy(() -> index(new double[][] {{5, 11}}, new double[] {1, 1}, false))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.place()).isEqualTo("items[0][1]"));
        assertThatThrownBy(() -> index(new double[][] {{0, 5}}, new double[] {1, 1}, false))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> index(items, new double[] {0, 0}, false)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> index(items, new double[] {NONE, 1}, false)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> index(items, new double[0], false)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> index(items, new double[3], false)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> index(new double[][] {{5}}, new double[] {1, 1}, false))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SatisfactionIndex.of(
                        new SatisfactionIndex.Input(
                                items, new double[] {1, 1}, false, new double[] {1, 10}, new double[] {10, 10}),
                        0.95))
                .isInstanceOf(InvalidInputException.class);
    }
}
