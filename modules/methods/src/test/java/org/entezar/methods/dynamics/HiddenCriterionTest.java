package org.entezar.methods.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The criterion of {@link HiddenExpectations} against the recursion written out and a plain regression. */
class HiddenCriterionTest {
    private static final double NAN = Double.NaN;
    private static final double[] CUSTOMER = {7, 7, 7, 7, 3, 3, 3, 3};
    private static final double[] DELIVERED = {4, 6, NAN, 7, 5, 7, 6, 3};
    private static final double[] PERCEPTION = {4.1, 5.2, 5, 6.3, 4.4, 5.9, NAN, 3.2};
    private static final double[] POINT = {0.3, 0.4, 5, 6};

    private static HiddenCriterion criterion(Optional<double[]> weights) {
        return new HiddenCriterion(new HiddenExpectations.Input(CUSTOMER, DELIVERED, PERCEPTION, 1, 7, weights));
    }

    /** Will and should before each encounter, by the recursion. */
    private static double[][] before() {
        double[][] before = new double[2][CUSTOMER.length];
        double will = 5;
        double should = 6;
        for (int i = 0; i < CUSTOMER.length; i++) {
            if (i == 4) {
                will = 5;
                should = 6;
            }
            before[0][i] = will;
            before[1][i] = should;
            if (!Double.isNaN(DELIVERED[i])) {
                will += 0.3 * (DELIVERED[i] - will);
                should += 0.4 * Math.max(DELIVERED[i] - should, 0);
            }
        }
        return before;
    }

    @Test
    void withGivenWeightsItIsTheSumOfSquaredErrors() {
        double[] weights = {-0.2, 0.35, -0.25, 0.9};
        double[][] before = before();
        double squares = 0;
        for (int i = 0; i < CUSTOMER.length; i++) {
            double e = PERCEPTION[i] - (-0.2 + 0.35 * before[0][i] - 0.25 * before[1][i] + 0.9 * DELIVERED[i]);
            squares += Double.isNaN(e) ? 0 : e * e;
        }
        HiddenCriterion criterion = criterion(Optional.of(weights));
        assertThat(criterion.value(POINT)).isCloseTo(squares, within(1e-12));
        assertThat(criterion.weights()).containsExactly(weights);
    }

    @Test
    void withoutWeightsItIsTheRestOfARegression() {
        double[][] before = before();
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1};
        double[] delivered = DELIVERED.clone();
        Regression plain = Regression.of(CUSTOMER, PERCEPTION, ones, before[0], before[1], delivered);
        HiddenCriterion criterion = criterion(Optional.empty());
        double rest = Math.pow(plain.sigma().value(), 2) * (plain.n() - 4);
        assertThat(plain.n()).isEqualTo(6);
        assertThat(criterion.value(POINT)).isCloseTo(rest, within(1e-8));
        for (int j = 0; j < 4; j++) {
            assertThat(criterion.weights()[j])
                    .isCloseTo(plain.coefficients().get(j).value(), within(1e-6));
        }
    }

    @Test
    void theTotalIsAboutTheMeanOfWhatCounts() {
        double[] counted = {4.1, 5.2, 6.3, 4.4, 5.9, 3.2};
        double mean = 29.1 / 6;
        double total = 0;
        for (double perception : counted) {
            total += (perception - mean) * (perception - mean);
        }
        assertThat(criterion(Optional.empty()).total()).isCloseTo(total, within(1e-12));
    }

    @Test
    void outsideTheBoundsItGrowsWithTheDistance() {
        HiddenCriterion criterion = criterion(Optional.of(new double[] {0, 0.3, -0.2, 0.9}));
        assertThat(criterion.clamp(new double[] {-1, 2, 0, 9})).containsExactly(0, 1, 1, 7);
        assertThat(criterion.clamp(POINT)).containsExactly(POINT);
        double inside = criterion.value(new double[] {0, 1, 1, 7});
        assertThat(criterion.penalised(new double[] {-1, 2, 0, 9})).isCloseTo(inside * 6 + 5e-12, within(1e-9));
        assertThat(criterion.penalised(POINT)).isEqualTo(criterion.value(POINT));
    }
}
