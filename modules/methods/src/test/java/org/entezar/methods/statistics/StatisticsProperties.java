package org.entezar.methods.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.entezar.methods.Interval;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.ShareEstimate;

class StatisticsProperties {

    @Property
    void wilsonHoldsTheShareAndNestsByLevel(
            @ForAll @IntRange(min = 1, max = 100_000) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double part,
            @ForAll @DoubleRange(min = 0.5, max = 0.9) double low) {
        long count = Math.round(part * n);
        Interval narrow = Shares.wilson(count, n, low).bounds().interval().orElseThrow();
        Interval wide = Shares.wilson(count, n, low + 0.09).bounds().interval().orElseThrow();
        assertThat(narrow.contains((double) count / n)).isTrue();
        assertThat(wide.low()).isLessThanOrEqualTo(narrow.low());
        assertThat(wide.high()).isGreaterThanOrEqualTo(narrow.high());
        assertThat(wide.high() - wide.low()).isGreaterThan(narrow.high() - narrow.low());
    }

    @Property
    void wilsonMirrors(
            @ForAll @IntRange(min = 1, max = 5000) int n, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        long count = Math.round(part * n);
        ShareEstimate one = Shares.wilson(count, n);
        ShareEstimate other = Shares.wilson(n - count, n);
        assertThat(one.lower().value()).isCloseTo(1 - other.upper().value(), within(1e-12));
        assertThat(one.upper().value()).isCloseTo(1 - other.lower().value(), within(1e-12));
    }

    /** The interval is where the score test does not reject: |p - π| = z·√(π(1-π)/n) at its ends. */
    @Property
    void wilsonEndsSolveTheScoreEquation(
            @ForAll @IntRange(min = 2, max = 5000) int n, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        long count = Math.round(part * n);
        Assume.that(count > 0 && count < n);
        double p = (double) count / n;
        ShareEstimate estimate = Shares.wilson(count, n);
        for (double end :
                new double[] {estimate.lower().value(), estimate.upper().value()}) {
            assertThat(Math.abs(p - end)).isCloseTo(Quantiles.Z_95 * Math.sqrt(end * (1 - end) / n), within(1e-12));
        }
    }

    @Property
    void aMissingAnswerAndTheOrderChangeNothing(
            @ForAll @Size(min = 2, max = 40) double[] answers, @ForAll Random random) {
        double[] bounded =
                Arrays.stream(answers).map(a -> Math.IEEEremainder(a, 100)).toArray();
        double[] shuffled = new double[bounded.length + 2];
        Arrays.fill(shuffled, Double.NaN);
        System.arraycopy(bounded, 0, shuffled, 1, bounded.length);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
        }
        MeanEstimate one = Means.estimate(bounded);
        MeanEstimate other = Means.estimate(shuffled);
        assertThat(other.n()).isEqualTo(one.n());
        assertThat(other.mean().value()).isCloseTo(one.mean().value(), within(1e-10));
        assertThat(other.sd().value()).isCloseTo(one.sd().value(), within(1e-10));
    }

    @Property
    void theIntervalMovesAndStretchesWithTheAnswers(
            @ForAll @Size(min = 2, max = 30) double[] answers,
            @ForAll @DoubleRange(min = -50, max = 50) double shift,
            @ForAll @DoubleRange(min = 0.01, max = 20) double stretch) {
        double[] bounded =
                Arrays.stream(answers).map(a -> Math.IEEEremainder(a, 100)).toArray();
        double[] moved = Arrays.stream(bounded).map(a -> stretch * a + shift).toArray();
        MeanEstimate one = Means.estimate(bounded, 0.9);
        MeanEstimate other = Means.estimate(moved, 0.9);
        assertThat(other.lower().value())
                .isCloseTo(stretch * one.lower().value() + shift, within(1e-8 * (1 + stretch)));
        assertThat(other.upper().value())
                .isCloseTo(stretch * one.upper().value() + shift, within(1e-8 * (1 + stretch)));
        MeanEstimate wider = Means.estimate(bounded, 0.95);
        assertThat(wider.lower().value()).isLessThanOrEqualTo(one.lower().value());
        assertThat(wider.upper().value()).isGreaterThanOrEqualTo(one.upper().value());
    }

    @Property
    void momentsOfPartsAreTheMomentsOfTheWhole(
            @ForAll @Size(max = 30) double[] first, @ForAll @Size(min = 2, max = 30) double[] second) {
        Moments one = new Moments();
        Moments other = new Moments();
        double[] all = new double[first.length + second.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.IEEEremainder(i < first.length ? first[i] : second[i - first.length], 1000);
            (i < first.length ? one : other).add(all[i]);
        }
        one.merge(other);
        assertThat(one.n()).isEqualTo(all.length);
        assertThat(one.mean()).isCloseTo(Means.mean(all), within(1e-9));
        assertThat(one.variance()).isCloseTo(Means.variance(all), within(1e-7));
    }

    @Property
    void quantilesRiseFromTheLeastToTheGreatest(
            @ForAll @Size(min = 1, max = 30) double[] values,
            @ForAll @DoubleRange(min = 0, max = 1) double p,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        double[] bounded =
                Arrays.stream(values).map(v -> Math.IEEEremainder(v, 1e6)).toArray();
        assertThat(Quantiles.type7(bounded, Math.min(p, q)))
                .isLessThanOrEqualTo(Quantiles.type7(bounded, Math.max(p, q)) + 1e-9);
        assertThat(Quantiles.type7(bounded, 0))
                .isEqualTo(Arrays.stream(bounded).min().orElseThrow());
        assertThat(Quantiles.type7(bounded, 1))
                .isEqualTo(Arrays.stream(bounded).max().orElseThrow());
    }

    @Property
    void adjustedPValuesKeepTheirOrderAndHolmIsTheStricter(
            @ForAll @Size(min = 1, max = 20) double[] values, @ForAll Random random) {
        double[] p = Arrays.stream(values).map(v -> random.nextDouble()).toArray();
        double[] holm = Adjustment.holm(p);
        double[] hochberg = Adjustment.benjaminiHochberg(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(hochberg[i]).isBetween(p[i], 1.0);
            assertThat(holm[i]).isBetween(hochberg[i] - 1e-15, 1.0);
            for (int j = 0; j < p.length; j++) {
                if (p[i] < p[j]) {
                    assertThat(holm[i]).isLessThanOrEqualTo(holm[j]);
                    assertThat(hochberg[i]).isLessThanOrEqualTo(hochberg[j]);
                }
            }
        }
        double least = Arrays.stream(p).min().orElseThrow();
        assertThat(Arrays.stream(holm).min().orElseThrow()).isCloseTo(Math.min(1, p.length * least), within(1e-15));
    }

    @Property
    void welchTurnsRoundWithTheGroups(@ForAll Random random, @ForAll @IntRange(min = 2, max = 30) int n) {
        double[] a = random.doubles(n, 0, 10).toArray();
        double[] b = random.doubles(n + 3L, 2, 20).toArray();
        WelchTest one = WelchTest.of(a, b, 0.95);
        WelchTest other = WelchTest.of(b, a, 0.95);
        assertThat(one.t().value()).isCloseTo(-other.t().value(), within(1e-12));
        assertThat(one.pValue().value()).isCloseTo(other.pValue().value(), within(1e-12));
        assertThat(one.degreesOfFreedom().value()).isBetween(n - 1.0 - 1e-9, 2.0 * n + 1 + 1e-9);
        boolean excludesZero = !one.bounds().interval().orElseThrow().contains(0);
        assertThat(excludesZero).isEqualTo(one.pValue().value() < 0.05);
    }

    @Property(tries = 20)
    void theBootstrapDependsOnTheSeedAlone(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int parts) {
        Bootstrap alone = Bootstrap.of(50, seed);
        Bootstrap spread = alone.on(task -> new Thread(task).start(), parts);
        Bootstrap.StatisticsFactory mean = () ->
                (rows, results) -> results[0] = Arrays.stream(rows).average().orElseThrow();
        assertThat(spread.distribution(20, 1, mean)[0]).isEqualTo(alone.distribution(20, 1, mean)[0]);
        assertThat(Bootstrap.of(50, seed + 1).distribution(20, 1, mean)[0])
                .isNotEqualTo(alone.distribution(20, 1, mean)[0]);
    }
}
