package org.entezar.methods.kano;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.answers.PairCounts;

class KanoProperties {
    private static Map<KanoClass, Long> counts(Random random) {
        Map<KanoClass, Long> counts = new EnumMap<>(KanoClass.class);
        for (KanoClass one : KanoClass.values()) {
            counts.put(one, (long) random.nextInt(12));
        }
        return counts;
    }

    @Property
    void figuresStayInTheirRangesAndTheirIntervals(@ForAll Random random) {
        Kano kano = Kano.fromCounts(new KanoCounts(counts(random)), 0.95);
        if (kano.better().isDefined()) {
            assertThat(kano.better().value()).isBetween(0.0, 1.0);
            assertThat(kano.worse().value()).isBetween(-1.0, 0.0);
            assertThat(kano.betterBounds()
                            .interval()
                            .orElseThrow()
                            .contains(kano.better().value()))
                    .isTrue();
            assertThat(kano.worseBounds()
                            .interval()
                            .orElseThrow()
                            .contains(kano.worse().value()))
                    .isTrue();
        }
        if (kano.ranking().isPresent()) {
            assertThat(kano.totalStrength().value()).isBetween(0.0, 1.0);
            assertThat(kano.categoryStrength().value()).isBetween(0.0, 1.0);
            KanoClass first = kano.ranking().get().first();
            for (KanoClass other : KanoClass.values()) {
                assertThat(kano.counts().count(first))
                        .isGreaterThanOrEqualTo(kano.counts().count(other));
            }
        }
    }

    @Property
    void tenTimesTheRespondentsGiveTheSameClassMoreClearly(@ForAll Random random) {
        Map<KanoClass, Long> few = counts(random);
        Map<KanoClass, Long> many = new EnumMap<>(few);
        many.replaceAll((one, count) -> 10 * count);
        Kano one = Kano.fromCounts(new KanoCounts(few), 0.95);
        Kano other = Kano.fromCounts(new KanoCounts(many), 0.95);
        assertThat(other.ranking()).isEqualTo(one.ranking());
        assertThat(other.better().number()).isEqualTo(one.better().number());
        assertThat(other.attributeMatters()).isEqualTo(one.attributeMatters());
        assertThat(other.categoryIsClear()).isEqualTo(one.categoryIsClear());
        if (one.clarity().isPresent() && one.clarity().get().clear()) {
            assertThat(other.clarity().orElseThrow().clear()).isTrue();
        }
    }

    @Property
    void questionableAndReverseAnswersLeaveBetterAndWorseAlone(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 50) int more) {
        Map<KanoClass, Long> with = counts(random);
        Map<KanoClass, Long> without = new EnumMap<>(with);
        with.merge(KanoClass.Q, (long) more, Long::sum);
        with.merge(KanoClass.R, (long) more, Long::sum);
        Kano one = Kano.fromCounts(new KanoCounts(without), 0.95);
        Kano other = Kano.fromCounts(new KanoCounts(with), 0.95);
        assertThat(other.better()).isEqualTo(one.better());
        assertThat(other.worseBounds()).isEqualTo(one.worseBounds());
    }

    @Property(tries = 100)
    void theSumOfClassesIsTheNumberOfPairs(@ForAll Random random, @ForAll @IntRange(min = 0, max = 80) int n) {
        double[] functional = answers(random, n);
        double[] dysfunctional = answers(random, n);
        PairCounts pairs = Kano.count(functional, dysfunctional);
        Kano kano = Kano.of(pairs, 0.95);
        assertThat(kano.counts().n()).isEqualTo(pairs.pairs());
        assertThat(pairs.pairs() + pairs.incomplete()).isEqualTo(n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isNaN(functional[i] + dysfunctional[i])) {
                sum += new double[] {4, 2, 0, -1, -2}[(int) functional[i] - 1];
            }
        }
        if (pairs.pairs() > 0) {
            assertThat(Kano.coordinates(pairs, 0.95).functional().mean().value())
                    .isCloseTo(sum / pairs.pairs(), within(1e-12));
        }
    }

    private static double[] answers(Random random, int n) {
        return random.ints(n, 0, 6).mapToDouble(x -> x == 0 ? Double.NaN : x).toArray();
    }
}
