package org.entezar.methods.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;

/** The two slopes of the unrestricted regression should sum to one; a warning tells when they surely do not. */
class SlopesTest {
    private static ExpectationPanel.Result panel(double ofWill, double ofDelivered, double noise) {
        Random random = new Random(11);
        int n = 40;
        double[][] c = new double[7][n];
        for (int i = 0; i < n; i++) {
            c[0][i] = i / 4;
            c[1][i] = 3 + 3 * random.nextDouble();
            c[2][i] = 4 + 2 * random.nextDouble();
            c[3][i] = 2 + 5 * random.nextDouble();
            c[4][i] = c[3][i] + random.nextDouble();
            c[5][i] = ofWill * c[1][i] + ofDelivered * c[3][i] + noise * random.nextGaussian();
            c[6][i] = c[2][i] + 0.4 * Math.max(c[3][i] - c[2][i], 0);
        }
        return ExpectationPanel.evaluate(new ExpectationPanel.Input(
                c[0], c[1], c[2], c[3], c[4], c[5], c[6], Optional.empty(), Optional.empty()));
    }

    @Test
    void slopesThatSumToOneAreNoReasonToWarn() {
        assertThat(panel(0.7, 0.3, 0).warnings()).isEmpty();
        assertThat(panel(0.7, 0.3, 0.2).warnings()).isEmpty();
    }

    @Test
    void slopesThatSurelyDoNotSumToOneWarn() {
        assertThat(panel(0.5, 0.3, 0).warnings()).containsExactly(Warning.SLOPES_NOT_ONE);
        assertThat(panel(0.5, 0.3, 0.2).warnings()).containsExactly(Warning.SLOPES_NOT_ONE);
        assertThat(panel(0.9, 0.4, 0.2).warnings()).containsExactly(Warning.SLOPES_NOT_ONE);
    }

    @Test
    void aDifferenceWithinTheErrorsIsNoReasonToWarn() {
        assertThat(panel(0.69, 0.29, 1).warnings()).isEmpty();
    }
}
