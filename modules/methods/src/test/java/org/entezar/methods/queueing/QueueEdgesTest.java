package org.entezar.methods.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;

class QueueEdgesTest {

    @Test
    void aFullyLoadedQueueHasNoSteadyState() {
        MultiServerQueue.Result queue =
                MultiServerQueue.evaluate(new MultiServerQueue.Input(0.3, 0.1, 3, new double[] {1}));
        assertThat(queue.stable()).isFalse();
        assertThat(queue.meanWait()).isEqualTo(Figure.undefined(Reason.UNSTABLE));
        assertThat(queue.servedWithin()).containsExactly(Figure.undefined(Reason.UNSTABLE));
        assertThat(ErlangFormulas.leastStable(0.3 / 0.1)).isEqualTo(4);
    }

    @Test
    void withoutArrivalsNobodyWaitsAndThereIsNoMeanWait() {
        MultiServerQueue.Result queue =
                MultiServerQueue.evaluate(new MultiServerQueue.Input(0, 1, 2, new double[] {0}));
        assertThat(queue.empty().value()).isEqualTo(1);
        assertThat(queue.waits().value()).isZero();
        assertThat(queue.meanWait()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(ImpatientQueue.evaluate(new ImpatientQueue.Input(0, 1, 2, 1, new double[] {0}))
                        .abandons())
                .isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    /** δ = μ: P(T ≤ t) = 1 - e^{-μt}(1 + Cμt). */
    @Test
    void theSojournFormulaHasNoHoleWhereSpareAndServiceRateAreEqual() {
        double mu = 2;
        double t = 0.7;
        MultiServerQueue.Result at = MultiServerQueue.evaluate(new MultiServerQueue.Input(2, mu, 2, new double[] {t}));
        double expected = 1 - Math.exp(-mu * t) * (1 + at.waits().value() * mu * t);
        assertThat(at.doneWithin().get(0).value()).isCloseTo(expected, within(1e-14));
        MultiServerQueue.Result near =
                MultiServerQueue.evaluate(new MultiServerQueue.Input(2 + 1e-10, mu, 2, new double[] {t}));
        assertThat(near.doneWithin().get(0).value()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void erlangAStaysFiniteUnderAnyLoad() {
        ImpatientQueue.Result queue =
                ImpatientQueue.evaluate(new ImpatientQueue.Input(2000, 1, 1000, 1e-3, new double[] {0, 690, 700}));
        assertThat(queue.abandons().value()).isCloseTo(0.5, within(1e-9));
        assertThat(queue.servedWithin().get(0).value()).isCloseTo(0, within(1e-12));
        // the fluid limit: the offered wait is ln 2/θ = 693
        assertThat(queue.offeredWaitExceeds().get(1).value()).isGreaterThan(0.5);
        assertThat(queue.offeredWaitExceeds().get(2).value()).isLessThan(0.5);
    }

    /** A long queue has many states; the walk through them ends where they no longer count. */
    @Test
    void greatPatienceTakesNoGreatTime() {
        assertThat(ImpatientQueue.evaluate(new ImpatientQueue.Input(5, 1, 3, 1e-8, new double[0]))
                        .abandons()
                        .value())
                .isCloseTo(0.4, within(1e-9));
        assertThatThrownBy(() -> new ImpatientQueue.Input(5, 1, 3, 1e-12, new double[0]))
                .hasMessageContaining("theta");
    }

    @Test
    void anOverloadedPeriodWarnsTheNext() {
        DayStaffing.Result day = DayStaffing.evaluate(
                new DayStaffing.Input(new double[] {80, 30, 0}, 4, 0, 0.05, 0.8, 0, new int[] {15, 12, 0}));
        assertThat(day.periods().get(0).serviceLevel()).isEqualTo(Figure.undefined(Reason.UNSTABLE));
        assertThat(day.periods().get(1).warnings()).containsExactly(Warning.OVERLOAD_BEFORE);
        assertThat(day.periods().get(2).warnings()).isEmpty();
        assertThat(day.kept()).isFalse();
    }

    /** Garwood's interval of 10 events, as in published tables: 4.795 to 18.390. */
    @Test
    void countsHaveAnExactInterval() {
        assertThat(QueueUncertainty.poisson(10, 1, 0.025).low()).isCloseTo(4.795, within(5e-4));
        assertThat(QueueUncertainty.poisson(10, 1, 0.025).high()).isCloseTo(18.390, within(5e-4));
        assertThat(QueueUncertainty.poisson(0, 1, 0.025).high()).isCloseTo(3.689, within(5e-4));
    }

    @Test
    void refusesWhatIsNoRate() {
        assertThatThrownBy(() -> new MultiServerQueue.Input(-1, 1, 1, new double[0]))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lambda");
        assertThatThrownBy(() -> new FiniteQueue.Input(1, 1, 3, 2)).hasMessageContaining("K");
        assertThatThrownBy(() -> new MultiServerQueue.Input(1, 1, 1, new double[] {0, -1}))
                .hasMessageContaining("t[1]");
        assertThatThrownBy(() -> new ServerChoice.LevelInput(1, 1, 0.1, 1)).hasMessageContaining("target");
    }
}
