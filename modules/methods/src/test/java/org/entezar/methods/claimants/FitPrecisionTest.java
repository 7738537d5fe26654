package org.entezar.methods.claimants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At the fit the likelihood has no slope, whatever the spread. */
class FitPrecisionTest {
    private static double logLikelihood(double logA, double logB, long[] claims, long[] orders) {
        BetaBinomial model = new BetaBinomial(Math.exp(logA), Math.exp(logB));
        double sum = 0;
        for (int i = 0; i < claims.length; i++) {
            sum += model.logProbability(claims[i], orders[i]);
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.4, 2, 9})
    void theSlopeVanishesInBothDirections(double shape) {
        Random random = new Random(5);
        long[] orders = new long[60];
        long[] claims = new long[60];
        for (int i = 0; i < 60; i++) {
            orders[i] = 5 + random.nextInt(40);
            // rates that differ from customer to customer: more so, the smaller the shape
            double rate = Math.pow(random.nextDouble(), 1 + 1 / shape) * 0.5;
            for (int j = 0; j < orders[i]; j++) {
                claims[i] += random.nextDouble() < rate ? 1 : 0;
            }
        }
        BetaBinomialFit fit = BetaBinomialFit.of(claims, orders);
        assertThat(fit.warnings()).isEmpty();
        double x = Math.log(fit.model().a());
        double y = Math.log(fit.model().b());
        double h = 1e-5;
        double at = logLikelihood(x, y, claims, orders);
        assertThat(fit.logLikelihood()).isCloseTo(at, within(1e-9));
        assertThat((logLikelihood(x + h, y, claims, orders) - logLikelihood(x - h, y, claims, orders)) / (2 * h))
                .isCloseTo(0, within(2e-6));
        assertThat((logLikelihood(x, y + h, claims, orders) - logLikelihood(x, y - h, claims, orders)) / (2 * h))
                .isCloseTo(0, within(2e-6));
    }

    @Test
    void equalRatesAreABinomial() {
        BetaBinomialFit fit = BetaBinomialFit.of(new long[] {2, 2, 2, 2}, new long[] {20, 20, 20, 20});
        assertThat(fit.warnings()).containsExactly(Warning.NO_OVERDISPERSION);
        assertThat(fit.model().rate()).isCloseTo(0.1, within(1e-12));
        assertThat(BetaBinomialFit.of(new long[] {3, 3}, new long[] {3, 3})
                        .model()
                        .rate())
                .isEqualTo(1);
    }

    @Test
    void countsThatCannotBeAreRefusedWithTheirIndex() {
        for (long[][] bad :
                new long[][][] {{{0, 1}, {5, 100_001}}, {{0, 1}, {5, -1}}, {{0, 6}, {5, 5}}, {{0, -1}, {5, 5}}}) {
            assertThatThrownBy(() -> BetaBinomialFit.of(bad[0], bad[1]))
                    .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.index())
                            .isEqualTo(1));
            assertThatThrownBy(() -> SerialClaimants.fit(bad[0], bad[1], SerialClaimants.Settings.DEFAULT))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> SerialClaimants.weigh(
                            bad[0], bad[1], new BetaBinomial(1, 9), 0.1, SerialClaimants.Settings.DEFAULT))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(BetaBinomialFit.of(new long[] {0, 9}, new long[] {100_000, 10})
                        .logLikelihood())
                .isNegative();
    }
}
