package org.entezar.methods.claimants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Warning;
import org.entezar.methods.claimants.SerialClaimants.Settings;
import org.hipparchus.distribution.continuous.BetaDistribution;

class ClaimantsTest {

    @Property(tries = 200)
    void probabilitiesSumToOneAndTailsFall(
            @ForAll @DoubleRange(min = 0.05, max = 20) double a,
            @ForAll @DoubleRange(min = 0.05, max = 60) double b,
            @ForAll @IntRange(min = 1, max = 60) int n) {
        BetaBinomial model = new BetaBinomial(a, b);
        double sum = 0;
        for (int c = n; c >= 0; c--) {
            sum += Math.exp(model.logProbability(c, n));
            assertThat(model.atLeast(c, n)).isCloseTo(Math.min(1, sum), within(1e-11));
        }
        assertThat(sum).isCloseTo(1, within(1e-10));
        double mean = 0;
        for (int c = 0; c <= n; c++) {
            mean += c * Math.exp(model.logProbability(c, n));
        }
        assertThat(mean).isCloseTo(n * model.rate(), within(1e-9));
    }

    @Property(tries = 100)
    void theBinomialIsTheLimit(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double rate, @ForAll @IntRange(min = 1, max = 40) int n) {
        BetaBinomial limit = BetaBinomial.binomial(rate);
        BetaBinomial near = new BetaBinomial(1e9 * rate, 1e9 * (1 - rate));
        for (int c = 0; c <= n; c++) {
            assertThat(limit.atLeast(c, n)).isCloseTo(near.atLeast(c, n), within(1e-5));
        }
        assertThat(limit.posteriorMean(n, n)).isEqualTo(rate);
        assertThat(limit.isOverdispersed()).isFalse();
    }

    /** The fit is a summit: no small step leads higher. */
    @Property(tries = 40)
    void noNeighbourIsMoreLikely(@ForAll Random random, @ForAll @IntRange(min = 20, max = 80) int customers) {
        long[][] data = draw(random.nextLong(), customers, 0.8, 6);
        BetaBinomialFit fit = BetaBinomialFit.of(data[0], data[1]);
        BetaBinomial model = fit.model();
        if (model.isOverdispersed()) {
            for (double x : new double[] {0.98, 1, 1.02}) {
                for (double y : new double[] {0.98, 1, 1.02}) {
                    assertThat(logLikelihood(new BetaBinomial(x * model.a(), y * model.b()), data))
                            .isLessThanOrEqualTo(fit.logLikelihood() + 1e-9);
                }
            }
            assertThat(fit.warnings()).isEmpty();
        } else {
            assertThat(fit.warnings()).containsExactly(Warning.NO_OVERDISPERSION);
        }
    }

    private static double logLikelihood(BetaBinomial model, long[][] data) {
        double sum = 0;
        for (int i = 0; i < data[0].length; i++) {
            sum += model.logProbability(data[0][i], data[1][i]);
        }
        return sum;
    }

    private static long[][] draw(long seed, int customers, double a, double b) {
        Random random = new Random(seed);
        BetaDistribution rates = new BetaDistribution(a, b);
        long[] claims = new long[customers];
        long[] orders = new long[customers];
        for (int i = 0; i < customers; i++) {
            double rate = rates.inverseCumulativeProbability(random.nextDouble());
            orders[i] = 1 + random.nextInt(60);
            for (int o = 0; o < orders[i]; o++) {
                claims[i] += random.nextDouble() < rate ? 1 : 0;
            }
        }
        return new long[][] {claims, orders};
    }

    @Example
    void theFitFindsWhatWasDrawn() {
        long[][] data = draw(5, 4000, 0.8, 6);
        BetaBinomialFit fit = BetaBinomialFit.of(data[0], data[1]);
        assertThat(fit.model().a()).isCloseTo(0.8, within(0.06));
        assertThat(fit.model().b()).isCloseTo(6, within(0.6));
    }

    @Property(tries = 20)
    void theOrderOfCustomersDoesNotMatter(@ForAll Random random) {
        long[][] data = draw(random.nextLong(), 40, 0.5, 8);
        long[] claims = reversed(data[0]);
        long[] orders = reversed(data[1]);
        SerialClaimants.Trimmed one = SerialClaimants.fit(data[0], data[1], Settings.DEFAULT);
        SerialClaimants.Trimmed other = SerialClaimants.fit(claims, orders, Settings.DEFAULT);
        assertThat(other.fit().logLikelihood()).isCloseTo(one.fit().logLikelihood(), within(1e-7));
        for (int i = 0; i < 40; i++) {
            assertThat(other.kept()[39 - i]).isEqualTo(one.kept()[i]);
        }
    }

    private static long[] reversed(long[] values) {
        long[] reversed = new long[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }

    @Example
    void withoutClaimsTheRateIsNought() {
        BetaBinomialFit fit = BetaBinomialFit.of(new long[] {0, 0}, new long[] {10, 20});
        assertThat(fit.model().rate()).isZero();
        assertThat(fit.logLikelihood()).isZero();
        assertThat(fit.warnings()).containsExactly(Warning.NO_OVERDISPERSION);
        assertThat(fit.model().atLeast(0, 10)).isEqualTo(1);
        assertThat(fit.model().atLeast(1, 10)).isZero();
        BetaBinomialFit all = BetaBinomialFit.of(new long[] {3, 2}, new long[] {3, 2});
        assertThat(all.model().rate()).isEqualTo(1);
        assertThat(all.model().atLeast(3, 3)).isEqualTo(1);
        BetaBinomialFit nobody = BetaBinomialFit.of(new long[0], new long[0]);
        assertThat(nobody.model().rate()).isZero();
    }

    @Example
    void equalRatesAreNotOverdispersed() {
        long[] claims = new long[30];
        long[] orders = new long[30];
        Arrays.fill(claims, 2);
        Arrays.fill(orders, 20);
        BetaBinomialFit fit = BetaBinomialFit.of(claims, orders);
        assertThat(fit.model().isOverdispersed()).isFalse();
        assertThat(fit.model().rate()).isCloseTo(0.1, within(1e-12));
    }

    /** Two strong claimants among forty ordinary customers: one pass would keep the one, the rounds drop both. */
    @Example
    void strongClaimantsDoNotMaskEachOther() {
        long[] claims = new long[42];
        long[] orders = new long[42];
        Arrays.fill(orders, 30);
        for (int i = 0; i < 40; i++) {
            claims[i] = i % 4 == 0 ? 1 : 0;
        }
        claims[40] = 18;
        claims[41] = 15;
        SerialClaimants.Trimmed trimmed = SerialClaimants.fit(claims, orders, Settings.DEFAULT);
        assertThat(trimmed.kept()[40]).isFalse();
        assertThat(trimmed.kept()[41]).isFalse();
        assertThat(trimmed.stable()).isTrue();
        BetaBinomial model = trimmed.fit().model();
        SerialClaimants.Evidence evidence =
                SerialClaimants.weigh(claims, orders, model, model.rate(), Settings.DEFAULT);
        assertThat(evidence.flagged()[40]).isTrue();
        assertThat(evidence.flagged()[41]).isTrue();
        assertThat(evidence.flagged()[0]).isFalse();
    }

    @Example
    void everyConditionMustHold() {
        BetaBinomial model = new BetaBinomial(1, 30);
        long[] claims = {12, 0, 0, 0};
        long[] orders = {15, 20, 20, 20};
        assertThat(flag(claims, orders, model, Settings.DEFAULT)).isTrue();
        assertThat(flag(claims, orders, model, new Settings(0.01, 13, 10, 0.01, 3)))
                .isFalse();
        assertThat(flag(claims, orders, model, new Settings(0.01, 3, 10, 1e-12, 3)))
                .isFalse();
        assertThat(flag(claims, orders, model, new Settings(0.01, 3, 10, 0.01, 100)))
                .isFalse();
        SerialClaimants.Evidence evidence = SerialClaimants.weigh(claims, orders, model, 0.03, Settings.DEFAULT);
        assertThat(evidence.ranking()[0]).isZero();
        assertThat(evidence.posteriorMean()[0]).isCloseTo(13.0 / 46, within(1e-12));
    }

    private static boolean flag(long[] claims, long[] orders, BetaBinomial model, Settings settings) {
        return SerialClaimants.weigh(claims, orders, model, model.rate(), settings)
                .flagged()[0];
    }

    @Example
    void withoutOverdispersionThePosteriorIsTheRate() {
        SerialClaimants.Evidence evidence = SerialClaimants.weigh(
                new long[] {1, 5}, new long[] {10, 10}, BetaBinomial.binomial(0.1), 0.1, Settings.DEFAULT);
        assertThat(evidence.posteriorMean()).containsExactly(0.1, 0.1);
        assertThat(evidence.posteriorLower()).containsExactly(0.1, 0.1);
        // 1 - Σ_{c<5} C(10,c)·.1^c·.9^(10-c)
        assertThat(evidence.pValue()[1]).isCloseTo(0.0016349374, within(1e-9));
    }

    @Example
    void badInputIsRefused() {
        refused(() -> BetaBinomialFit.of(new long[] {1}, new long[] {1, 2}));
        refused(() -> BetaBinomialFit.of(new long[] {3}, new long[] {2}));
        refused(() -> BetaBinomialFit.of(new long[] {-1}, new long[] {2}));
        refused(() -> BetaBinomialFit.of(new long[] {0}, new long[] {-2}));
        refused(() -> new BetaBinomial(0, 1));
        refused(() -> new BetaBinomial(1, 0));
        refused(() -> new BetaBinomial(1.5, Double.POSITIVE_INFINITY));
        refused(() -> new Settings(0, 3, 10, 0.01, 3));
        refused(() -> new Settings(0.01, -1, 10, 0.01, 3));
        refused(() -> new Settings(0.01, 3, 0, 0.01, 3));
        refused(() -> new Settings(0.01, 3, 10, 1, 3));
        refused(() -> new Settings(0.01, 3, 10, 0.01, 0));
    }

    private static void refused(Runnable action) {
        assertThatThrownBy(action::run).isInstanceOf(InvalidInputException.class);
    }
}
