package org.entezar.methods.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;

class DynamicsTest {
    private static final Learning TRUTH = new Learning(0.5, 0.35, -0.25, 0.6, 0.3, 0.4);

    @Property(tries = 100)
    void whatShouldHappenNeverFallsAndWhatWillHappenStaysWithinWhatWasSeen(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double aw,
            @ForAll @DoubleRange(min = 0, max = 1) double as) {
        double[] delivered = new Random(seed).doubles(15).map(u -> 1 + 6 * u).toArray();
        ExpectationPath.Result path = ExpectationPath.evaluate(
                new ExpectationPath.Input(delivered, 4, 5, new Learning(0, 0.3, -0.2, 0.6, aw, as)));
        double should = 5;
        for (int t = 0; t < delivered.length; t++) {
            assertThat(path.should()[t]).isGreaterThanOrEqualTo(should);
            should = path.should()[t];
            assertThat(path.will()[t]).isBetween(1.0, 7.0);
        }
    }

    /** What comes later changes nothing earlier: perception uses the expectations before the encounter. */
    @Property(tries = 50)
    void thereIsNoLookAhead(@ForAll long seed) {
        double[] delivered = new Random(seed).doubles(6).map(u -> 1 + 6 * u).toArray();
        double[] changed = delivered.clone();
        changed[5] = 1;
        ExpectationPath.Result plain = ExpectationPath.evaluate(new ExpectationPath.Input(delivered, 4, 5, TRUTH));
        ExpectationPath.Result other = ExpectationPath.evaluate(new ExpectationPath.Input(changed, 4, 5, TRUTH));
        assertThat(Arrays.copyOf(other.will(), 5)).isEqualTo(Arrays.copyOf(plain.will(), 5));
        assertThat(Arrays.copyOf(other.perception(), 5)).isEqualTo(Arrays.copyOf(plain.perception(), 5));
    }

    @Test
    void anExactPanelGivesBackItsParameters() {
        ExpectationPanel.Result result = ExpectationPanel.evaluate(panel(8, 6, 1));
        assertThat(result.will().coefficients().get(0).value()).isCloseTo(0.3, within(1e-9));
        assertThat(result.should().coefficients().get(0).value()).isCloseTo(0.4, within(1e-9));
        assertThat(result.perception().coefficients().get(2).value()).isCloseTo(-0.25, within(1e-9));
        assertThat(result.perception().n()).isEqualTo(48);
        assertThat(result.perception().customers()).isEqualTo(8);
        assertThat(result.quality()).isEmpty();
    }

    @Test
    void withoutAnExcessThereIsNoLearningOfWhatShouldBe() {
        double[] one = {1, 1, 2};
        double[] seven = {7, 7, 7};
        double[] low = {2, 3, 2};
        ExpectationPanel.Result result = ExpectationPanel.evaluate(
                new ExpectationPanel.Input(one, low, seven, low, low, low, seven, Optional.of(low), Optional.empty()));
        assertThat(result.should().coefficients()).containsExactly(Figure.undefined(Reason.NO_DATA));
        assertThat(result.will().coefficients()).containsExactly(Figure.undefined(Reason.NOT_POSITIVE_DEFINITE));
        assertThat(result.quality()).isPresent();
    }

    /** Twice the same rows of the same customers: the usual errors shrink, those by customer do not believe it. */
    @Test
    void errorsByCustomerAreNotFooledByCopies() {
        Random random = new Random(5);
        int n = 60;
        double[] customer = new double[2 * n];
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        double[] ones = new double[2 * n];
        for (int i = 0; i < n; i++) {
            customer[i] = i / 3;
            x[i] = random.nextGaussian();
            y[i] = 2 * x[i] + random.nextGaussian();
            customer[n + i] = customer[i];
            x[n + i] = x[i];
            y[n + i] = y[i];
        }
        Arrays.fill(ones, 1);
        Regression once = Regression.of(
                Arrays.copyOf(customer, n), Arrays.copyOf(y, n), Arrays.copyOf(ones, n), Arrays.copyOf(x, n));
        Regression twice = Regression.of(customer, y, ones, x);
        double correction = Math.sqrt((2 * n - 1.0) / (2 * n - 2) / ((n - 1.0) / (n - 2)));
        assertThat(twice.clusterErrors().get(1).value())
                .isCloseTo(once.clusterErrors().get(1).value() * correction, within(1e-12));
        assertThat(twice.errors().get(1).value())
                .isLessThan(0.75 * once.errors().get(1).value());
    }

    @Test
    void findsWhatWasNotMeasured() {
        ExpectationPanel.Input panel = panel(20, 8, 3);
        HiddenExpectations.Fit fit = HiddenExpectations.fit(new HiddenExpectations.Input(
                panel.customer(), panel.delivered(), panel.perception(), 1, 7, Optional.empty()));
        assertThat(fit.r2().value()).isGreaterThan(0.99999);
        assertThat(fit.learning().orElseThrow().aw()).isCloseTo(0.3, within(0.03));
        assertThat(fit.learning().orElseThrow().as()).isCloseTo(0.4, within(0.05));
        assertThat(fit.warnings()).isEmpty();
        HiddenExpectations.Fit known = HiddenExpectations.fit(new HiddenExpectations.Input(
                panel.customer(), panel.delivered(), panel.perception(), 1, 7, Optional.of(new double[] {
                    0.5, 0.35, -0.25, 0.6
                })));
        assertThat(known.will().value()).isCloseTo(4, within(0.01));
        assertThat(known.should().value()).isCloseTo(5, within(0.01));
    }

    @Test
    void fewEncountersAreRefusedOrMarked() {
        ExpectationPanel.Input two = panel(10, 2, 1);
        assertThatThrownBy(() -> HiddenExpectations.fit(new HiddenExpectations.Input(
                        two.customer(), two.delivered(), two.perception(), 1, 7, Optional.empty())))
                .hasMessageContaining("three");
        ExpectationPanel.Input four = panel(10, 4, 1);
        assertThat(HiddenExpectations.fit(new HiddenExpectations.Input(
                                four.customer(), four.delivered(), four.perception(), 1, 7, Optional.empty()))
                        .warnings())
                .containsExactly(Warning.WEAKLY_IDENTIFIED);
    }

    private static ExpectationPanel.Input panel(int customers, int encounters, long seed) {
        Random random = new Random(seed);
        int n = customers * encounters;
        double[][] c = new double[7][n];
        for (int i = 0; i < customers; i++) {
            double[] delivered = random.doubles(encounters).map(u -> 2 + 5 * u).toArray();
            ExpectationPath.Result path = ExpectationPath.evaluate(new ExpectationPath.Input(delivered, 4, 5, TRUTH));
            for (int t = 0; t < encounters; t++) {
                int row = i * encounters + t;
                c[0][row] = i;
                c[1][row] = t == 0 ? 4 : path.will()[t - 1];
                c[2][row] = t == 0 ? 5 : path.should()[t - 1];
                c[3][row] = delivered[t];
                c[4][row] = path.perception()[t];
                c[5][row] = path.will()[t];
                c[6][row] = path.should()[t];
            }
        }
        return new ExpectationPanel.Input(c[0], c[1], c[2], c[3], c[4], c[5], c[6], Optional.empty(), Optional.empty());
    }
}
