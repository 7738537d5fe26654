package org.entezar.methods.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.statistics.WelchTest;
import org.junit.jupiter.api.Test;

class ExperimentEdgesTest {

    @Test
    void sharesAtTheirEndsHaveReasons() {
        TwoProportions none = TwoProportions.of(0, 10, 0, 20, 0.95);
        assertThat(none.z()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(none.pValue()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(none.relativeRisk()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(none.fisherP()).isEqualTo(Figure.of(1));
        assertThat(TwoProportions.of(0, 0, 1, 2, 0.95).difference()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(TwoProportions.of(10, 10, 20, 20, 0.95).z()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
    }

    @Test
    void fisherIsAdvisedBelowFiveExpected() {
        assertThat(TwoProportions.of(5, 10, 5, 10, 0.95).warnings()).isEmpty();
        assertThat(TwoProportions.of(4, 10, 5, 10, 0.95).warnings()).containsExactly(Warning.SMALL_EXPECTED_COUNT);
        assertThat(TwoProportions.of(6, 10, 5, 10, 0.95).warnings()).containsExactly(Warning.SMALL_EXPECTED_COUNT);
    }

    @Test
    void fisherWorksForManyRespondents() {
        // as in the vectors
        assertThat(TwoProportions.of(120, 1000, 150, 1000, 0.95).fisherP().value())
                .isCloseTo(0.0575958508689268, within(1e-12));
        assertThat(TwoProportions.of(500_000, 1_000_000, 500_000, 1_000_000, 0.95)
                        .fisherP()
                        .value())
                .isCloseTo(1, within(1e-9));
        assertThat(TwoProportions.of(0, 1_000_000, 1000, 1_000_000, 0.95)
                        .fisherP()
                        .value())
                .isBetween(0.0, 1e-280);
    }

    @Test
    void countsAreChecked() {
        assertThatThrownBy(() -> TwoProportions.of(3, 2, 1, 2, 0.95))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.place()).isEqualTo("x1"));
        assertThatThrownBy(() -> TwoProportions.of(1, 2, -1, 2, 0.95)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> TwoProportions.of(1, 2, 1, -2, 0.95)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void effectsNeedSpread() {
        EffectSize flat = EffectSize.of(WelchTest.of(new double[] {1, 1}, new double[] {2, 2}, 0.95));
        assertThat(flat.cohensD()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(flat.hedgesG()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        EffectSize few = EffectSize.of(WelchTest.of(new double[] {1}, new double[] {2, 2}, 0.95));
        assertThat(few.cohensD()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        EffectSize one = EffectSize.of(WelchTest.of(new double[] {3, 5}, new double[] {1, 1}, 0.95));
        assertThat(one.glassDelta()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(one.cohensD().value()).isCloseTo(3, within(1e-12));
        // ν = 2: Γ(1)/(√1·Γ(.5)) = 1/√π
        assertThat(one.hedgesG().value()).isCloseTo(3 / Math.sqrt(Math.PI), within(1e-12));
    }

    @Test
    void ranksOfEqualAnswersHaveNoTest() {
        MannWhitney flat = MannWhitney.of(new double[] {2, 2}, new double[] {2, Double.NaN, 2});
        assertThat(flat.z()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(flat.uFirst()).isEqualTo(2);
        assertThat(flat.commonLanguage()).isEqualTo(0.5);
        assertThat(flat.exactP()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThatThrownBy(() -> MannWhitney.of(new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(InvalidInputException.class);
        double[] fifty = new double[50];
        Arrays.setAll(fifty, i -> i);
        assertThat(MannWhitney.of(fifty, new double[] {0.5}).exactP().isDefined())
                .isFalse();
        assertThat(MannWhitney.of(Arrays.copyOf(fifty, 49), new double[] {0.5})
                        .exactP()
                        .isDefined())
                .isTrue();
    }

    @Test
    void sizesAreChecked() {
        assertThatThrownBy(() -> SampleSize.ofProportions(0.1, 0.1, 0.05, 0.8))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleSize.ofProportions(-0.1, 0.1, 0.05, 0.8))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleSize.ofProportions(0.1, 1.1, 0.05, 0.8))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleSize.ofProportions(0.1, 0.2, 0, 0.8)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleSize.ofProportions(0.1, 0.2, 0.05, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleSize.ofMeans(0, 1, 0.05, 0.8)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleSize.ofMeans(1, 0, 0.05, 0.8)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleSize.ofMeans(1e-9, 1, 0.05, 0.8)).isInstanceOf(InvalidInputException.class);
        assertThat(SampleSize.ofMeans(50, 1, 0.05, 0.8).perGroup()).isEqualTo(2);
    }

    /** The examples of R's help page on power.t.test; for many respondents n = 2z²/δ² + z(.975)²/4. */
    @Test
    void sizesOfMeansAreRightFromFewToMany() {
        assertThat(SampleSize.ofMeans(1, 1, 0.05, 0.9).exact()).isCloseTo(22.02110, within(1e-4));
        assertThat(SampleSize.powerOfMeans(20, 1, 0.05)).isCloseTo(0.8689528, within(1e-6));
        double z = 1.959963984540054 + 1.281551565544600;
        assertThat(SampleSize.ofMeans(0.02, 1, 0.05, 0.9).exact())
                .isCloseTo(2 * z * z / 0.0004 + 1.959963984540054 * 1.959963984540054 / 4, within(0.01));
    }

    @Test
    void sequencesAreChecked() {
        double[] one = {1, 2};
        assertThatThrownBy(() -> SequentialTest.of(one, new double[1], 1, 1, 0.05))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SequentialTest.of(one, one, 0, 1, 0.05)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SequentialTest.of(one, one, 1, 0, 0.05)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SequentialTest.of(one, one, 1, 1, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SequentialTest.of(one, new double[] {1, Double.NaN}, 1, 1, 0.05))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.place()).isEqualTo("b[1]"));
        assertThat(SequentialTest.of(one, one, 1, 1, 0.05).stop()).isEmpty();
        assertThatThrownBy(() -> BernoulliEvidence.of(new double[] {0, 2}, 0.5, 1, 1, 0.05))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.index()).isEqualTo(1));
        assertThatThrownBy(() -> BernoulliEvidence.of(one, 1, 1, 1, 0.05)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BernoulliEvidence.of(one, 0.5, 0, 1, 0.05)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BernoulliEvidence.of(one, 0.5, 1, 0, 0.05)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> BernoulliEvidence.of(one, 0.5, 1, 1, 0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void evidenceAtExactlyTwentyRejects() {
        // p0 = .05, one success, uniform prior: E = .5/.05 = 10; with alpha .1 that is the limit
        BernoulliEvidence evidence = BernoulliEvidence.of(new double[] {1}, 0.05, 1, 1, 0.1);
        assertThat(Math.exp(evidence.logEValue()[0])).isCloseTo(10, within(1e-12));
        assertThat(evidence.reject()).hasValue(1);
    }

    @Test
    void splitsAreChecked() {
        assertThat(SampleRatio.of(new double[] {0, 0}, new double[] {1, 1}).pValue())
                .isEqualTo(Figure.undefined(Reason.NO_DATA));
        // 600 and 400 of 1000: χ² = 2·100²/500 = 40
        SampleRatio off = SampleRatio.of(new double[] {600, 400}, new double[] {1, 1});
        assertThat(off.chiSquared()).isEqualTo(Figure.of(40));
        assertThat(off.pValue().value()).isCloseTo(2.539628589470870e-10, within(1e-18));
        assertThat(off.warnings()).containsExactly(Warning.SPLIT_MISMATCH);
        assertThat(SampleRatio.of(new double[] {520, 480}, new double[] {1, 1}).warnings())
                .isEmpty();
        assertThatThrownBy(() -> SampleRatio.of(new double[] {1}, new double[] {1}))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleRatio.of(new double[] {1, 1}, new double[] {1}))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleRatio.of(new double[] {1, 1}, new double[] {1, 0}))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> SampleRatio.of(new double[] {-1, 1}, new double[] {1, 1}))
                .isInstanceOf(InvalidInputException.class);
    }
}
