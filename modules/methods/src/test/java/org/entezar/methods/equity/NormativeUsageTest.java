package org.entezar.methods.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormativeUsageTest {
    private static NormativeUsage.Fit fit(double... usage) {
        return NormativeUsage.fit(usage, OptionalDouble.of(10));
    }

    /** With usage 10, 20, u the errors are 10 and u - 10 - 10α: the least sum is at α = (u - 10)/10. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0007, 0.00251, 0.1234567, 0.4123, 0.50123, 0.7649, 0.99312, 0.99951})
    void theValleyIsFoundBetweenThePointsOfTheGrid(double alpha) {
        NormativeUsage.Fit fit = fit(10, 20, 10 + 10 * alpha);
        assertThat(fit.alpha()).isCloseTo(alpha, within(5e-8));
        assertThat(fit.squares().value()).isCloseTo(100, within(1e-12));
        assertThat(fit.n()).isEqualTo(2);
        assertThat(fit.warnings()).isEmpty();
    }

    @Test
    void outsideTheRangeTheEndIsTaken() {
        assertThat(fit(10, 20, 8).alpha()).isCloseTo(0, within(1e-9));
        assertThat(fit(10, 20, 8).squares().value()).isCloseTo(104, within(1e-9));
        assertThat(fit(10, 20, 25).alpha()).isCloseTo(1, within(1e-9));
        assertThat(fit(10, 20, 25).squares().value()).isCloseTo(125, within(1e-9));
    }

    @Test
    void ofTwoValleysTheDeeperOneIsTaken() {
        double[] usage = {0, 10, 2.3, 0.5, 9, 1.9, 7.7, 0.1};
        NormativeUsage.Fit fit = NormativeUsage.fit(usage, OptionalDouble.of(5));
        double[] norm = new double[usage.length];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 100_000; i++) {
            least = Math.min(least, NormativeUsage.run(usage, i / 100_000.0, OptionalDouble.of(5), norm));
        }
        assertThat(fit.squares().value()).isLessThanOrEqualTo(least + 1e-12);
        assertThat(NormativeUsage.run(usage, fit.alpha(), OptionalDouble.of(5), norm))
                .isEqualTo(fit.squares().value());
    }

    @Test
    void whereTheDataDoNotTellTheDefaultStays() {
        NormativeUsage.Fit flat = fit(10, 10, 10);
        assertThat(flat.alpha()).isEqualTo(NormativeUsage.DEFAULT_ALPHA);
        assertThat(flat.warnings()).containsExactly(Warning.WEAKLY_IDENTIFIED);
        assertThat(flat.squares().value()).isZero();
        NormativeUsage.Fit one = fit(12);
        assertThat(one.n()).isZero();
        assertThat(one.squares().isDefined()).isFalse();
        // only the error of period 2, which does not depend on α
        NormativeUsage.Fit two = fit(10, 14);
        assertThat(two.warnings()).containsExactly(Warning.WEAKLY_IDENTIFIED);
        assertThat(two.squares().value()).isCloseTo(16, within(1e-9));
        assertThat(two.n()).isEqualTo(1);
    }

    @Test
    void aMissingPeriodIsNoErrorAndMovesNothing() {
        NormativeUsage.Fit fit = fit(10, 20, Double.NaN, 14.5);
        assertThat(fit.alpha()).isCloseTo(0.45, within(1e-8));
        assertThat(fit.n()).isEqualTo(2);
    }

    @Test
    void aNormThatIsNoNumberIsRefused() {
        for (double norm : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> NormativeUsage.fit(new double[] {1, 2, 3}, OptionalDouble.of(norm)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
