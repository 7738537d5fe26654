package org.entezar.methods.disconfirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.disconfirmation.Disconfirmation.State;
import org.junit.jupiter.api.Test;

class DisconfirmationTest {
    private static final double NONE = Double.NaN;

    @Test
    void theBandIsClosedAlsoForDecimals() {
        IndifferenceBand band = new IndifferenceBand(0.1, 0.3);
        assertThat(band.state(0.1 + 0.2)).as("0.30000000000000004").isEqualTo(State.MET);
        assertThat(band.state(-0.1)).isEqualTo(State.MET);
        assertThat(band.state(0.3000001)).isEqualTo(State.DELIGHTED);
        assertThat(band.state(-0.1000001)).isEqualTo(State.DISAPPOINTED);
        assertThat(IndifferenceBand.ofZone(3).below()).isEqualTo(1.5);
        assertThat(IndifferenceBand.ofZone(3).above()).isEqualTo(1.5);
        assertThat(IndifferenceBand.DEFAULT).isEqualTo(new IndifferenceBand(0.5, 0.5));
    }

    @Test
    void missingAnswersAreLeftOut() {
        Disconfirmation result = Disconfirmation.of(
                new double[] {5, NONE, 5, 5}, new double[] {6, 6, NONE, 4}, IndifferenceBand.DEFAULT, 0.95);
        assertThat(result.mean().n()).isEqualTo(2);
        assertThat(result.shares().get(State.DELIGHTED).count()).isEqualTo(1);
        assertThat(result.states(IndifferenceBand.DEFAULT).get(1)).isEmpty();
        assertThat(result.states(IndifferenceBand.DEFAULT).get(3)).contains(State.DISAPPOINTED);
        assertThat(result.warnings()).containsExactly(Warning.TOO_FEW_TO_SHOW);
        Disconfirmation nobody =
                Disconfirmation.of(new double[] {NONE}, new double[] {1}, IndifferenceBand.DEFAULT, 0.95);
        assertThat(nobody.shares().get(State.MET).share()).isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Test
    void aBandFromReliability() {
        IndifferenceBand.FromReliability band = IndifferenceBand.fromReliability(new double[] {0, 2, NONE, 4}, 0.75, 2);
        assertThat(band.sd().value()).isCloseTo(2, within(1e-12));
        assertThat(band.measurementError().value()).isCloseTo(1, within(1e-12));
        assertThat(band.delta().value()).isCloseTo(2, within(1e-12));
        assertThat(IndifferenceBand.fromReliability(new double[] {1}, 0.5, 2).delta())
                .isEqualTo(Figure.undefined(Reason.TOO_FEW));
        assertThatThrownBy(() -> IndifferenceBand.fromReliability(new double[] {1, 2}, 1.01, 2))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> IndifferenceBand.fromReliability(new double[] {1, 2}, 0.5, 0))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new IndifferenceBand(-0.1, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new IndifferenceBand(0, NONE)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void theRegressionFindsTheSlopesOfEachSide() {
        double[] d = {-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, NONE, 1.5};
        double[] satisfaction = Arrays.stream(d)
                .map(x -> 4 + 0.5 * Math.max(x, 0) + 1.25 * Math.min(x, 0))
                .toArray();
        satisfaction[0] += 0.01;
        satisfaction[8] -= 0.01;
        Asymmetry result = Asymmetry.of(d, satisfaction);
        assertThat(result.n()).isEqualTo(10);
        assertThat(result.positive().value()).isCloseTo(0.5, within(0.01));
        assertThat(result.negative().value()).isCloseTo(1.25, within(0.01));
        assertThat(result.ratio().value()).isCloseTo(2.5, within(0.1));
        assertThat(result.lossesWeighMore()).isTrue();
        assertThat(result.rSquared().value()).isBetween(0.999, 1.0);
    }

    @Test
    void theRegressionNeedsTenRespondentsAndBothSigns() {
        double[] nine = {-1, -1, -1, -1, 1, 1, 1, 1, 2};
        assertThat(Asymmetry.of(nine, new double[9]).positive()).isEqualTo(Figure.undefined(Reason.TOO_FEW));
        double[] gains = new double[12];
        Arrays.setAll(gains, i -> i);
        assertThat(Asymmetry.of(gains, gains).negative()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        double[] losses = Arrays.stream(gains).map(x -> -x).toArray();
        assertThat(Asymmetry.of(losses, gains).ratio()).isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThat(Asymmetry.of(losses, gains).lossesWeighMore()).isFalse();
        assertThatThrownBy(() -> Asymmetry.of(gains, nine)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void gainsWithoutEffectHaveNoRatio() {
        double[] d = {-3, -2, -1, -2, 1, 1, 2, 2, 3, 3};
        double[] s = {1, 2, 3, 2.1, 4.1, 3.9, 4.1, 3.9, 4.1, 3.9};
        Asymmetry result = Asymmetry.of(d, s);
        assertThat(result.positive().isDefined()).isTrue();
        assertThat(result.ratio()).isEqualTo(Figure.undefined(Reason.UNSTABLE));
    }

    @Test
    void columnsOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> Disconfirmation.of(new double[1], new double[2], IndifferenceBand.DEFAULT, 0.95))
                .isInstanceOf(InvalidInputException.class);
    }
}
