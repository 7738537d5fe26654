package org.entezar.methods.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.statistics.Quantiles;

class ExperimentProperties {

    @Property
    void sharesTurnRoundWithTheGroups(
            @ForAll @IntRange(min = 1, max = 60) int n1,
            @ForAll @IntRange(min = 1, max = 60) int n2,
            @ForAll Random random) {
        int x1 = random.nextInt(n1 + 1);
        int x2 = random.nextInt(n2 + 1);
        TwoProportions one = TwoProportions.of(x1, n1, x2, n2, 0.95);
        TwoProportions other = TwoProportions.of(x2, n2, x1, n1, 0.95);
        assertThat(one.difference().value()).isCloseTo(-other.difference().value(), within(1e-15));
        assertThat(one.fisherP().value()).isCloseTo(other.fisherP().value(), within(1e-12));
        assertThat(one.newcombe().lower().value())
                .isCloseTo(-other.newcombe().upper().value(), within(1e-12));
        assertThat(one.newcombe().lower().value()).isBetween(-1.0 - 1e-12, 1.0);
        assertThat(one.newcombe()
                        .interval()
                        .orElseThrow()
                        .contains(one.difference().value()))
                .isTrue();
        assertThat(one.cohensH().value()).isCloseTo(-other.cohensH().value(), within(1e-12));
    }

    /** Fisher's p by counting every table with binomial coefficients. */
    @Property
    void fisherIsTheSumOverAllTablesNoMoreLikely(
            @ForAll @IntRange(min = 1, max = 25) int n1,
            @ForAll @IntRange(min = 1, max = 25) int n2,
            @ForAll Random random) {
        int x1 = random.nextInt(n1 + 1);
        int x2 = random.nextInt(n2 + 1);
        int x = x1 + x2;
        double observed = choose(n1, x1) * choose(n2, x2);
        double sum = 0;
        for (int k = Math.max(0, x - n2); k <= Math.min(n1, x); k++) {
            double table = choose(n1, k) * choose(n2, x - k);
            sum += table <= observed * (1 + 1e-7) ? table : 0;
        }
        assertThat(TwoProportions.of(x1, n1, x2, n2, 0.95).fisherP().value())
                .isCloseTo(sum / choose(n1 + n2, x), within(1e-10));
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 0; i < k; i++) {
            result = result * (n - i) / (i + 1);
        }
        return result;
    }

    @Property
    void ranksAskForTheOrderOnly(@ForAll Random random, @ForAll @IntRange(min = 2, max = 30) int n) {
        double[] a = random.ints(n, 1, 8).asDoubleStream().toArray();
        double[] b = random.ints(n + 2L, 1, 8).asDoubleStream().toArray();
        Assume.that(Arrays.stream(a).distinct().count() > 1);
        MannWhitney one = MannWhitney.of(a, b);
        MannWhitney other = MannWhitney.of(
                Arrays.stream(a).map(Math::exp).toArray(),
                Arrays.stream(b).map(Math::exp).toArray());
        MannWhitney turned = MannWhitney.of(b, a);
        assertThat(other).isEqualTo(one);
        assertThat(one.uFirst() + one.uSecond()).isEqualTo(n * (n + 2.0));
        assertThat(turned.uFirst()).isEqualTo(one.uSecond());
        assertThat(turned.pValue().value()).isCloseTo(one.pValue().value(), within(1e-12));
        assertThat(turned.rankBiserial()).isCloseTo(-one.rankBiserial(), within(1e-12));
    }

    /** The exact p by listing every way to give n₁ of the ranks to the first group. */
    @Property(tries = 100)
    void theExactTestCountsEveryOrder(
            @ForAll @IntRange(min = 1, max = 6) int n1,
            @ForAll @IntRange(min = 1, max = 6) int n2,
            @ForAll Random random) {
        double[] all = random.doubles(n1 + n2).toArray();
        double[] a = Arrays.copyOf(all, n1);
        double[] b = Arrays.copyOfRange(all, n1, n1 + n2);
        MannWhitney test = MannWhitney.of(a, b);
        double extreme = Math.min(test.uFirst(), test.uSecond());
        int tail = 0;
        int total = 0;
        for (int set = 0; set < 1 << (n1 + n2); set++) {
            if (Integer.bitCount(set) == n1) {
                int u = 0;
                int lower = 0;
                for (int rank = 0; rank < n1 + n2; rank++) {
                    if ((set >> rank & 1) == 1) {
                        u += lower;
                    } else {
                        lower++;
                    }
                }
                total++;
                tail += u <= extreme ? 1 : 0;
            }
        }
        assertThat(test.exactP().value()).isCloseTo(Math.min(1, 2.0 * tail / total), within(1e-12));
    }

    @Property(tries = 60)
    void moreIsNeededForSmallerDifferencesAndMorePower(
            @ForAll @DoubleRange(min = 0.1, max = 0.4) double p1,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double apart,
            @ForAll @DoubleRange(min = 0.3, max = 1.5) double effect) {
        assertThat(SampleSize.ofProportions(p1, p1 + apart, 0.05, 0.9).exact())
                .isGreaterThan(
                        SampleSize.ofProportions(p1, p1 + apart, 0.05, 0.8).exact());
        assertThat(SampleSize.ofProportions(p1, p1 + apart * 0.9, 0.05, 0.8).exact())
                .isGreaterThan(
                        SampleSize.ofProportions(p1, p1 + apart, 0.05, 0.8).exact());
        SampleSize size = SampleSize.ofMeans(effect, 1, 0.05, 0.8);
        assertThat(SampleSize.powerOfMeans(size.exact(), effect, 0.05)).isCloseTo(0.8, within(1e-8));
        assertThat(SampleSize.ofMeans(-2 * effect, 2, 0.05, 0.8).exact()).isCloseTo(size.exact(), within(1e-6));
        assertThat(size.perGroup()).isBetween((long) size.exact(), (long) size.exact() + 1);
        double z = Quantiles.normal(0.975) + Quantiles.normal(0.8);
        assertThat(size.exact()).isGreaterThan(2 * z * z / (effect * effect));
    }

    @Property(tries = 60)
    void withoutNoncentralityItIsStudentsT(
            @ForAll @DoubleRange(min = 0, max = 6) double t, @ForAll @DoubleRange(min = 2, max = 300) double nu) {
        assertThat(NoncentralT.above(t, nu, 0)).isCloseTo(Quantiles.tTwoSided(t, nu) / 2, within(1e-9));
    }

    /** P is below α exactly when the confidence sequence leaves 0 out. */
    @Property
    void theSequenceAndThePValueSayTheSame(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @DoubleRange(min = 0.05, max = 4) double sigma2,
            @ForAll @DoubleRange(min = 0.01, max = 2) double tau2) {
        double[] a = new double[n];
        double[] b = new double[n];
        Arrays.setAll(a, i -> 0.7 + random.nextGaussian());
        Arrays.setAll(b, i -> random.nextGaussian());
        SequentialTest test = SequentialTest.of(a, b, sigma2, tau2, 0.05);
        int first = 0;
        for (int i = 0; i < n; i++) {
            boolean outside = test.lower()[i] > 0 || test.upper()[i] < 0;
            assertThat(test.logLikelihoodRatio()[i] > Math.log(20)).isEqualTo(outside);
            assertThat(test.pValue()[i]).isLessThanOrEqualTo(i == 0 ? 1 : test.pValue()[i - 1]);
            first = first == 0 && outside ? i + 1 : first;
        }
        assertThat(test.stop().orElse(0)).isEqualTo(first);
    }

    /** E is a fair bet against p₀: its mean over all answers is 1, however long one watches. */
    @Property(tries = 100)
    void theEvidenceIsAFairBet(
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double p0,
            @ForAll @DoubleRange(min = 0.2, max = 5) double a,
            @ForAll @DoubleRange(min = 0.2, max = 5) double b,
            @ForAll @IntRange(min = 1, max = 9) int n) {
        double mean = 0;
        for (int answers = 0; answers < 1 << n; answers++) {
            double[] x = new double[n];
            double probability = 1;
            for (int i = 0; i < n; i++) {
                x[i] = answers >> i & 1;
                probability *= x[i] == 1 ? p0 : 1 - p0;
            }
            mean += probability
                    * Math.exp(BernoulliEvidence.of(x, p0, a, b, 0.05).logEValue()[n - 1]);
        }
        assertThat(mean).isCloseTo(1, within(1e-9));
    }

    @Property
    void theSplitAsksForProportionsOfThePlan(
            @ForAll Random random, @ForAll @DoubleRange(min = 0.1, max = 50) double factor) {
        double[] counts = random.ints(3, 10, 500).asDoubleStream().toArray();
        double[] planned = random.doubles(3, 1, 4).toArray();
        SampleRatio one = SampleRatio.of(counts, planned);
        SampleRatio other = SampleRatio.of(
                counts, Arrays.stream(planned).map(w -> w * factor).toArray());
        assertThat(one.chiSquared().value()).isCloseTo(other.chiSquared().value(), within(1e-6));
        assertThat(one.warnings().isEmpty()).isEqualTo(one.pValue().value() >= 0.001);
        assertThat(SampleRatio.of(planned, planned).chiSquared().value()).isCloseTo(0, within(1e-12));
    }
}
