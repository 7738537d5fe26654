package org.entezar.methods.nps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.answers.AnswerCounts;
import org.entezar.methods.answers.Scale;

class ScoreProperties {

    @Property
    void tradingPromotersForDetractorsTurnsTheScoreRound(
            @ForAll @IntRange(min = 0, max = 500) int p,
            @ForAll @IntRange(min = 0, max = 500) int passives,
            @ForAll @IntRange(min = 1, max = 500) int d) {
        NetPromoterScore one = NetPromoterScore.fromCounts(p, passives, d, 0.95);
        NetPromoterScore other = NetPromoterScore.fromCounts(d, passives, p, 0.95);
        assertThat(other.score().value()).isCloseTo(-one.score().value(), within(1e-12));
        assertThat(other.standardError().value()).isCloseTo(one.standardError().value(), within(1e-9));
        assertThat(other.adjusted().lower().value())
                .isCloseTo(-one.adjusted().upper().value(), within(1e-9));
        assertThat(one.adjusted().lower().value()).isBetween(-100.0, 100.0);
        assertThat(one.score().value()).isBetween(-100.0, 100.0);
        assertThat(one.adjusted().interval().orElseThrow().high()
                        - one.adjusted().interval().orElseThrow().low())
                .isPositive();
    }

    @Property
    void aDifferenceTurnsRoundWithTheGroups(
            @ForAll @IntRange(min = 1, max = 99) int a, @ForAll @IntRange(min = 1, max = 99) int b) {
        NetPromoterScore one = NetPromoterScore.fromCounts(a, b, 7, 0.95);
        NetPromoterScore other = NetPromoterScore.fromCounts(b, 3, a, 0.95);
        NetPromoterScore.Difference forth = one.minus(other, 0.95);
        NetPromoterScore.Difference back = other.minus(one, 0.95);
        assertThat(forth.z().value()).isCloseTo(-back.z().value(), within(1e-12));
        assertThat(forth.pValue().value()).isCloseTo(back.pValue().value(), within(1e-12));
        assertThat(forth.wald().interval().orElseThrow().contains(0))
                .isEqualTo(forth.pValue().value() >= 0.05);
    }

    @Property(tries = 100)
    void countedAnswersGiveWhatTheRawAnswersGive(@ForAll Random random, @ForAll @IntRange(min = 2, max = 60) int n) {
        AnswerCounts ten = new AnswerCounts(new Scale(0, 10));
        AnswerCounts seven = new AnswerCounts(new Scale(1, 7));
        double[] scores = new double[n];
        double[] efforts = new double[n];
        for (int i = 0; i < n; i++) {
            int score = random.nextInt(12);
            ten.add(score == 11 ? Scale.MISSING : (byte) score);
            scores[i] = score == 11 ? Double.NaN : score;
            int effort = random.nextInt(8);
            seven.add(effort == 0 ? Scale.MISSING : (byte) effort);
            efforts[i] = effort == 0 ? Double.NaN : effort;
        }
        assertThat(NetPromoterScore.of(ten, 0.95)).isEqualTo(NetPromoterScore.fromScores(scores, 0.95));
        CustomerEffortScore counted = CustomerEffortScore.of(seven, 0.95);
        CustomerEffortScore raw = CustomerEffortScore.of(efforts, 1, 7, 0.95);
        assertThat(counted.agree()).isEqualTo(raw.agree());
        assertThat(counted.mean().mean().number().orElse(0))
                .isCloseTo(raw.mean().mean().number().orElse(0), within(1e-12));
        assertThat(TopTwoShare.of(seven, 0.95))
                .isEqualTo(TopTwoShare.of(seven.count(6) + seven.count(7), seven.answered(), 0.95));
    }

    @Property(tries = 200)
    void theIndexAsksForProportionsOfWeightsOnly(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 5) int k,
            @ForAll boolean standardised,
            @ForAll @DoubleRange(min = 0.01, max = 50) double factor) {
        double[][] items = new double[20][];
        Arrays.setAll(items, i -> random.ints(k, 1, 11).asDoubleStream().toArray());
        double[] weights = random.doubles(k, 0.1, 1).toArray();
        double[] scaled = Arrays.stream(weights).map(w -> w * factor).toArray();
        double[] least = new double[k];
        double[] greatest = new double[k];
        Arrays.fill(least, 1);
        Arrays.fill(greatest, 10);
        SatisfactionIndex one =
                SatisfactionIndex.of(new SatisfactionIndex.Input(items, weights, standardised, least, greatest), 0.95);
        SatisfactionIndex other =
                SatisfactionIndex.of(new SatisfactionIndex.Input(items, scaled, standardised, least, greatest), 0.95);
        assertThat(one.index().value())
                .isBetween(0.0, 100.0)
                .isCloseTo(other.index().value(), within(1e-9));
        assertThat(one.index().value()).isCloseTo(one.respondents().mean().value(), within(1e-9));
        assertThat(Arrays.stream(one.weights()).sum()).isCloseTo(1, within(1e-12));
    }
}
