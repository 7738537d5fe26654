package org.entezar.methods.servqual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.servqual.ServqualDesign.Dimension;
import org.junit.jupiter.api.Test;

class ServqualEdgesTest {
    private static final double NONE = Double.NaN;
    private static final ServqualDesign TWO =
            ServqualDesign.of(5, List.of(new Dimension("a", List.of(0, 1, 2)), new Dimension("b", List.of(3, 4))));

    private static Servqual.Result evaluate(double[][] e, double[][] p, Optional<double[][]> points) {
        return Servqual.evaluate(new Servqual.Input(TWO, Optional.empty(), e, p, points, Optional.empty()));
    }

    @Test
    void aDimensionNeedsHalfOfItsItems() {
        double[][] e = {{5, 5, 5, 5, 5}, {5, 5, 5, 5, 5}};
        double[][] p = {{4, NONE, NONE, 3, NONE}, {4, 6, NONE, NONE, NONE}};
        Servqual.Result result = evaluate(e, p, Optional.empty());
        assertThat(result.gaps().dimensions().get(0).n()).isEqualTo(1);
        assertThat(result.gaps().dimensions().get(0).mean()).isEqualTo(Figure.of(0));
        assertThat(result.gaps().dimensions().get(1).n()).isEqualTo(1);
        assertThat(result.gaps().dimensions().get(1).mean()).isEqualTo(Figure.of(-2));
        assertThat(result.gaps().unweighted().mean()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(result.gaps().weighted()).isEmpty();
        assertThat(result.items().get(2).mean()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(result.warnings()).containsExactly(Warning.TOO_FEW_TO_SHOW);
    }

    @Test
    void ownWeightsCountBeforeTheMean() {
        double[][] e = {{4, 4, 4, 4, 4}, {4, 4, 4, 4, 4}};
        double[][] p = {{6, 6, 6, 4, 4}, {4, 4, 4, 2, 2}};
        double[][] points = {{90, 10}, {10, 80}};
        Servqual.Result result = evaluate(e, p, Optional.of(points));
        // (.9·2 + .1·0) and (0·1/9 - 2·8/9), not the mean gaps (1, -1) by the mean weights
        assertThat(result.gaps().weighted().orElseThrow().mean().value())
                .isCloseTo((1.8 - 16.0 / 9) / 2, within(1e-12));
        assertThat(result.warnings()).contains(Warning.CONSTANT_SUM_OFF);
        assertThat(result.points().get(1)).isEqualTo(Figure.of(45));
    }

    @Test
    void missingPointsLeaveTheWeightedScoreOut() {
        double[][] e = {{4, 4, 4, 4, 4}, {4, 4, 4, 4, 4}};
        double[][] p = {{6, 6, 6, 4, 4}, {4, 4, 4, 2, 2}};
        Servqual.Result result = evaluate(e, p, Optional.of(new double[][] {{NONE, 10}, {50, 50}}));
        assertThat(result.gaps().weighted().orElseThrow().n()).isEqualTo(1);
        assertThat(result.gaps().unweighted().n()).isEqualTo(2);
        assertThat(result.warnings()).doesNotContain(Warning.CONSTANT_SUM_OFF);
        assertThat(result.respondentWeightedGaps()[0]).isNaN();
    }

    @Test
    void theSumOfPointsMayBeOffByFive() {
        double[][] e = {{4, 4, 4, 4, 4}};
        assertThat(evaluate(e, e, Optional.of(new double[][] {{50, 55}})).warnings())
                .doesNotContain(Warning.CONSTANT_SUM_OFF);
        assertThat(evaluate(e, e, Optional.of(new double[][] {{50, 55.1}})).warnings())
                .contains(Warning.CONSTANT_SUM_OFF);
    }

    @Test
    void badInputIsRefusedWithItsPlace() {
        double[][] e = {{4, 4, 4, 4, 4}};
        refused(Code.BAD_WEIGHTS, () -> evaluate(e, e, Optional.of(new double[][] {{-1, 50}})));
        refused(Code.BAD_WEIGHTS, () -> evaluate(e, e, Optional.of(new double[][] {{0, 0}})));
        refused(Code.WRONG_LENGTH, () -> evaluate(e, e, Optional.of(new double[][] {{1, 2, 3}})));
        refused(Code.WRONG_LENGTH, () -> evaluate(e, e, Optional.of(new double[2][2])));
        refused(Code.WRONG_LENGTH, () -> evaluate(e, new double[][] {{1, 2}}, Optional.empty()));
        refused(Code.WRONG_LENGTH, () -> evaluate(e, new double[0][], Optional.empty()));
        double[][] off = {{4, 4, 8, 4, 4}};
        assertThatThrownBy(() -> Servqual.evaluate(new Servqual.Input(
                        TWO, Optional.of(new Scale(1, 7)), e, off, Optional.empty(), Optional.empty())))
                .isInstanceOfSatisfying(InvalidInputException.class, refusal -> assertThat(refusal.place())
                        .isEqualTo("perception[0][2]"));
    }

    @Test
    void designsAreChecked() {
        refused(Code.DUPLICATE, () -> ServqualDesign.of(3, List.of(new Dimension("a", List.of(0, 0)))));
        refused(Code.OUT_OF_RANGE, () -> ServqualDesign.of(3, List.of(new Dimension("a", List.of(3)))));
        refused(Code.EMPTY, () -> ServqualDesign.of(3, List.of(new Dimension("a", List.of()))));
        refused(Code.EMPTY, () -> ServqualDesign.of(3, List.of()));
        refused(
                Code.OUT_OF_RANGE,
                () -> new ServqualDesign(3, List.of(new Dimension("a", List.of(0))), Set.of(4), 0.5, 0.95));
        refused(
                Code.OUT_OF_RANGE,
                () -> new ServqualDesign(3, List.of(new Dimension("a", List.of(0))), Set.of(), 0, 0.95));
        refused(Code.OUT_OF_RANGE, () -> new Scale(5, 5));
        refused(Code.OUT_OF_RANGE, () -> new Scale(0, 255));
    }

    @Test
    void reliabilityNamesItsReasons() {
        double[][] rows = {{1, 2}, {2, 1}, {3, 3}};
        Reliability two = Reliability.of(rows, 0.95);
        assertThat(two.alphaIfDeleted().get(0)).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(two.omega()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        // s² = 1 and 1, covariance .5, total 3: 2·(1 - 2/3)
        assertThat(two.alpha().value()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(two.standardisedAlpha().value()).isCloseTo(2.0 / 3, within(1e-12));
        Reliability one = Reliability.of(new double[][] {{1}, {2}}, 0.95);
        assertThat(one.alpha()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThat(one.itemRest().get(0)).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        Reliability none = Reliability.of(new double[][] {{1, NONE}, {NONE, 2}}, 0.95);
        assertThat(none.n()).isZero();
        assertThat(none.alpha()).isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void alphaMayBeNegative() {
        double[][] rows = {{1, 5}, {2, 4}, {3, 2}, {4, 2}};
        assertThat(Reliability.of(rows, 0.95).alpha().value()).isNegative();
    }

    @Test
    void aConstantItemLeavesOmegaAndStandardisedAlphaUndefined() {
        double[][] rows = {{1, 5, 2}, {2, 5, 3}, {4, 5, 4}};
        Reliability reliability = Reliability.of(rows, 0.95);
        assertThat(reliability.standardisedAlpha()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(reliability.omega()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(reliability.alpha().isDefined()).isTrue();
        assertThat(reliability.itemRest().get(1)).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
    }

    @Test
    void itemsThatRepeatEachOtherHaveNoFactorSolution() {
        double[][] rows = {{1, 1, 2}, {2, 2, 3}, {4, 4, 4}, {5, 5, 3}};
        assertThat(Reliability.of(rows, 0.95).omega()).isEqualTo(Figure.undefined(Reason.NOT_POSITIVE_DEFINITE));
    }

    /** λ = .8, .7, .6 on correlations: Σλ = 2.1, ω = 4.41/(4.41 + .36 + .51 + .64). */
    @Test
    void threeItemsHaveTheirFactorExactly() {
        double[][] correlations = {{1, .56, .48}, {.56, 1, .42}, {.48, .42, 1}};
        OneFactor.Solution solution = OneFactor.fit(correlations);
        assertThat(solution.omega().value()).isCloseTo(4.41 / 5.92, within(1e-9));
        assertThat(solution.negativeVariance()).isFalse();
    }

    /** λ² = .9·.9/.6 = 1.35 for the first item, more than its variance. */
    @Test
    void aHeywoodCaseIsReported() {
        double[][] correlations = {{1, .9, .85}, {.9, 1, .6}, {.85, .6, 1}};
        assertThat(OneFactor.fit(correlations).negativeVariance()).isTrue();
    }

    /** λ² = 3.6, .1, .1 on correlations: residuals of -2.6, .9, .9 would explain more than everything. */
    @Test
    void residualsBelowZeroTogetherLeaveOmegaUndefined() {
        OneFactor.Solution solution = OneFactor.fit(new double[][] {{1, .6, .6}, {.6, 1, .1}, {.6, .1, 1}});
        assertThat(solution.omega()).isEqualTo(Figure.undefined(Reason.NOT_POSITIVE_DEFINITE));
        assertThat(solution.negativeVariance()).isTrue();
    }

    @Test
    void aDifferenceThatDoesNotVaryHasNoReliability() {
        double[][] e = {{1, 2}, {2, 4}, {3, 3}};
        double[][] p = {{2, 3}, {3, 5}, {4, 4}};
        DifferenceReliability reliability = DifferenceReliability.of(e, p);
        assertThat(reliability.reliability()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(reliability.alphaOfGaps()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(DifferenceReliability.of(new double[][] {{1, 2}}, new double[][] {{1, 2}})
                        .reliability())
                .isEqualTo(Figure.undefined(Reason.TOO_FEW));
    }

    private static void refused(Code code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
