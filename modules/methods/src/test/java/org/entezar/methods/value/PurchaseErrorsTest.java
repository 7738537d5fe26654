package org.entezar.methods.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

/** The fit and its standard errors against the log-likelihood itself. */
class PurchaseErrorsTest {
    private static final PurchaseHistory HISTORY = history();

    /** Customers as the model has them: r = 1, α = 6, a = 1, b = 3, forty weeks. */
    private static PurchaseHistory history() {
        Random random = new Random(17);
        int n = 400;
        double[] frequency = new double[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            age[i] = 30 + random.nextInt(11);
            double rate = -Math.log(1 - random.nextDouble()) / 6;
            double stops = 1 - Math.pow(random.nextDouble(), 1.0 / 3);
            double time = -Math.log(1 - random.nextDouble()) / rate;
            while (time < age[i]) {
                frequency[i]++;
                recency[i] = time;
                time = random.nextDouble() < stops
                        ? Double.POSITIVE_INFINITY
                        : time - Math.log(1 - random.nextDouble()) / rate;
            }
        }
        return new PurchaseHistory(frequency, recency, age);
    }

    private static double logLikelihood(double[] logs) {
        PurchaseRates rates =
                new PurchaseRates(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
        return Arrays.stream(RepeatPurchases.logLikelihoods(rates, HISTORY)).sum();
    }

    @Test
    void theErrorsAreThoseOfTheObservedInformation() {
        RepeatPurchases.Fit fit = RepeatPurchases.fit(HISTORY);
        PurchaseRates rates = fit.rates().orElseThrow();
        double[] at = {Math.log(rates.r()), Math.log(rates.alpha()), Math.log(rates.a()), Math.log(rates.b())};
        assertThat(logLikelihood(at)).isCloseTo(fit.logLikelihood().value(), within(1e-9));
        double h = 1e-3;
        double[][] information = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double second = 0;
                for (int u = -1; u <= 1; u += 2) {
                    for (int v = -1; v <= 1; v += 2) {
                        double[] moved = at.clone();
                        moved[i] += u * h;
                        moved[j] += v * h;
                        second += u * v * logLikelihood(moved);
                    }
                }
                information[i][j] = -second / (4 * h * h);
            }
        }
        double[][] inverse = new LUDecomposition(MatrixUtils.createRealMatrix(information))
                .getSolver()
                .getInverse()
                .getData();
        for (int i = 0; i < 4; i++) {
            double expected = Math.sqrt(inverse[i][i]);
            assertThat(fit.standardErrors().get(i).value()).isCloseTo(expected, within(0.005 * expected));
        }
    }

    @Test
    void noNeighbourIsMoreLikely() {
        RepeatPurchases.Fit fit = RepeatPurchases.fit(HISTORY);
        PurchaseRates rates = fit.rates().orElseThrow();
        double[] at = {Math.log(rates.r()), Math.log(rates.alpha()), Math.log(rates.a()), Math.log(rates.b())};
        for (int i = 0; i < 4; i++) {
            for (double step : new double[] {-0.01, 0.01}) {
                double[] moved = at.clone();
                moved[i] += step;
                assertThat(logLikelihood(moved)).isLessThan(fit.logLikelihood().value());
            }
        }
    }
}
