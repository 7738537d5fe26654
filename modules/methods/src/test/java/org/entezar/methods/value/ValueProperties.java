package org.entezar.methods.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.entezar.methods.optimisation.QuasiNewton;
import org.hipparchus.distribution.continuous.GammaDistribution;

class ValueProperties {

    @Provide
    Arbitrary<PurchaseRates> rates() {
        Arbitrary<Double> shape = Arbitraries.doubles().between(0.1, 5).ofScale(3);
        return Combinators.combine(shape, Arbitraries.doubles().between(0.5, 20).ofScale(3), shape, shape)
                .as(PurchaseRates::new);
    }

    @Property(tries = 200)
    void whoBoughtLatelyIsRatherAlive(
            @ForAll("rates") PurchaseRates rates,
            @ForAll @IntRange(min = 1, max = 40) int x,
            @ForAll @DoubleRange(min = 0, max = 50) double recency) {
        PurchaseHistory two =
                new PurchaseHistory(new double[] {x, x}, new double[] {recency, recency / 2}, new double[] {60, 60});
        double[] alive = RepeatPurchases.predict(rates, two, new double[0]).alive();
        assertThat(alive[0]).isBetween(alive[1], 1.0);
    }

    @Property(tries = 200)
    void expectedPurchasesGrowWithTimeAndStayBelowTheRateWithoutStopping(
            @ForAll("rates") PurchaseRates rates,
            @ForAll @IntRange(min = 0, max = 200) int x,
            @ForAll @DoubleRange(min = 0.1, max = 100) double t) {
        PurchaseHistory one = new PurchaseHistory(new double[] {x}, new double[] {x == 0 ? 0 : 30}, new double[] {40});
        RepeatPurchases.Outlook outlook = RepeatPurchases.predict(rates, one, new double[] {0, t, 2 * t});
        double[] expected = outlook.expected()[0];
        double rate = (rates.r() + x) / (rates.alpha() + 40);
        assertThat(expected[0]).isCloseTo(0, within(1e-9));
        assertThat(expected[1]).isBetween(-1e-9, outlook.alive()[0] * rate * t + 1e-7);
        assertThat(expected[2]).isGreaterThanOrEqualTo(expected[1] - 1e-9);
    }

    /** The hole at a = 1 is bridged without a step. */
    @Property(tries = 100)
    void theExpectationIsContinuousInA(
            @ForAll("rates") PurchaseRates rates, @ForAll @DoubleRange(min = -3e-5, max = 3e-5) @Scale(8) double near) {
        PurchaseHistory one = new PurchaseHistory(new double[] {3}, new double[] {20}, new double[] {30});
        double at = expected(new PurchaseRates(rates.r(), rates.alpha(), 1, rates.b()), one);
        double beside = expected(new PurchaseRates(rates.r(), rates.alpha(), 1 + near, rates.b()), one);
        assertThat(beside).isCloseTo(at, within(1e-3 * (1 + at)));
    }

    private static double expected(PurchaseRates rates, PurchaseHistory history) {
        return RepeatPurchases.predict(rates, history, new double[] {25}).expected()[0][0];
    }

    @Property(tries = 100)
    void theGradientOfPurchasesIsThatOfTheValue(@ForAll("rates") PurchaseRates rates, @ForAll long seed) {
        PurchaseHistory history = history(new Random(seed), 30);
        gradient(
                new PurchaseLikelihood(history),
                new double[] {Math.log(rates.r()), Math.log(rates.alpha()), Math.log(rates.a()), Math.log(rates.b())});
    }

    @Property(tries = 100)
    void theGroupedLikelihoodIsTheSumOverCustomers(@ForAll("rates") PurchaseRates rates, @ForAll long seed) {
        PurchaseHistory history = history(new Random(seed), 40);
        double sum =
                Arrays.stream(RepeatPurchases.logLikelihoods(rates, history)).sum();
        double[] point = {Math.log(rates.r()), Math.log(rates.alpha()), Math.log(rates.a()), Math.log(rates.b())};
        assertThat(-new PurchaseLikelihood(history).valueAndGradient(point, new double[4]))
                .isCloseTo(sum, within(1e-8 * Math.abs(sum)));
    }

    @Property(tries = 100)
    void theGradientOfSpendingIsThatOfTheValue(
            @ForAll @DoubleRange(min = 0.3, max = 9) double p,
            @ForAll @DoubleRange(min = 0.3, max = 9) double q,
            @ForAll @DoubleRange(min = 1, max = 90) double gamma,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] x = random.doubles(20).map(u -> 1 + Math.floor(5 * u)).toArray();
        double[] z = random.doubles(20).map(u -> 1 + 50 * u).toArray();
        gradient(new SpendLikelihood(x, z), new double[] {Math.log(p), Math.log(q), Math.log(gamma)});
    }

    private static void gradient(QuasiNewton.Function function, double[] point) {
        double[] gradient = new double[point.length];
        double[] unused = new double[point.length];
        function.valueAndGradient(point, gradient);
        for (int i = 0; i < point.length; i++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (function.valueAndGradient(up, unused) - function.valueAndGradient(down, unused)) / 2e-5;
            assertThat(gradient[i]).isCloseTo(slope, within(1e-3 + 1e-5 * Math.abs(slope)));
        }
    }

    /** The fit is invariant to the order of customers and to the unit of time, and beats the truth. */
    @Property(tries = 10)
    void theFitBeatsTheParametersThatMadeTheData(@ForAll @IntRange(min = 1, max = 1000) int seed) {
        PurchaseRates truth = new PurchaseRates(0.6, 5, 0.8, 2.5);
        PurchaseHistory history = simulate(truth, new Random(seed), 400);
        RepeatPurchases.Fit fit = RepeatPurchases.fit(history);
        double atTruth =
                Arrays.stream(RepeatPurchases.logLikelihoods(truth, history)).sum();
        assertThat(fit.logLikelihood().value()).isGreaterThanOrEqualTo(atTruth - 1e-6);
        double[] days = Arrays.stream(history.age()).map(t -> 7 * t).toArray();
        double[] last = Arrays.stream(history.recency()).map(t -> 7 * t).toArray();
        RepeatPurchases.Fit inDays = RepeatPurchases.fit(new PurchaseHistory(history.frequency(), last, days));
        double purchases = Arrays.stream(history.frequency()).sum();
        assertThat(inDays.logLikelihood().value())
                .isCloseTo(fit.logLikelihood().value() - purchases * Math.log(7), within(1e-3));
    }

    private static PurchaseHistory history(Random random, int n) {
        double[] x = new double[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(4);
            age[i] = 10 + random.nextInt(20);
            recency[i] = x[i] == 0 ? 0 : random.nextInt(10);
        }
        return new PurchaseHistory(x, recency, age);
    }

    private static PurchaseHistory simulate(PurchaseRates truth, Random random, int n) {
        double[] x = new double[n];
        double[] recency = new double[n];
        double[] age = new double[n];
        for (int i = 0; i < n; i++) {
            double rate = gamma(random, truth.r()) / truth.alpha();
            double first = gamma(random, truth.a());
            double stop = first / (first + gamma(random, truth.b()));
            age[i] = 52;
            double now = -Math.log(1 - random.nextDouble()) / rate;
            while (now < age[i]) {
                x[i]++;
                recency[i] = now;
                if (random.nextDouble() < stop) {
                    break;
                }
                now -= Math.log(1 - random.nextDouble()) / rate;
            }
        }
        return new PurchaseHistory(x, recency, age);
    }

    /** By inversion of the distribution function. */
    private static double gamma(Random random, double shape) {
        return new GammaDistribution(shape, 1).inverseCumulativeProbability(random.nextDouble());
    }

    @Property(tries = 200)
    void quintilesDoNotDependOnTheUnitAndNeverFallWithTheValue(
            @ForAll @IntRange(min = 5, max = 80) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] money = random.doubles(n).map(u -> Math.floor(20 * u)).toArray();
        double[] cents = Arrays.stream(money).map(m -> 100 * m).toArray();
        RecencyFrequencyMonetary.Result plain = score(money);
        assertThat(score(cents).monetary()).isEqualTo(plain.monetary());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (money[i] <= money[j]) {
                    assertThat(plain.monetary()[i]).isLessThanOrEqualTo(plain.monetary()[j]);
                    assertThat(plain.recency()[i]).isGreaterThanOrEqualTo(plain.recency()[j]);
                }
            }
        }
    }

    private static RecencyFrequencyMonetary.Result score(double[] column) {
        return RecencyFrequencyMonetary.evaluate(new RecencyFrequencyMonetary.Input(column, column, column));
    }

    @Property(tries = 200)
    void lifetimeValueGrowsTowardsItsLimit(
            @ForAll @DoubleRange(min = 1, max = 900) double margin,
            @ForAll @DoubleRange(min = 0, max = 0.99) double retention,
            @ForAll @DoubleRange(min = 0, max = 0.5) double discount,
            @ForAll @IntRange(min = 0, max = 200) int periods) {
        LifetimeValue.ConstantResult value =
                LifetimeValue.evaluate(new LifetimeValue.Constant(margin, retention, discount, periods));
        assertThat(value.now()).isBetween(margin, value.endlessNow().value() * (1 + 1e-12));
        assertThat(value.now() - value.later()).isCloseTo(margin, within(1e-9 * value.now()));
        assertThat(value.endlessNow().value() - value.endlessLater().value())
                .isCloseTo(margin, within(1e-9 * value.endlessNow().value()));
        double[] margins = new double[periods + 1];
        double[] rates = new double[periods];
        Arrays.fill(margins, margin);
        Arrays.fill(rates, retention);
        assertThat(LifetimeValue.evaluate(new LifetimeValue.Varying(margins, rates, discount, 0)))
                .isCloseTo(value.now(), within(1e-9 * value.now()));
    }
}
