package org.entezar.methods.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.Warning;
import org.entezar.methods.loyalty.Responses.Dominant;
import org.entezar.methods.loyalty.Responses.Response;
import org.junit.jupiter.api.Test;

class LoyaltyTest {
    private static final boolean[] LAST_IS_EXIT = {false, false, true};

    @Property(tries = 100)
    void everyRowOfTheChainSumsToOneAndEveryoneLeavesSomewhere(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.1, max = 3) double prior,
            @ForAll @IntRange(max = 40) int k) {
        ExitStages.Result result = ExitStages.evaluate(
                new ExitStages.Input(4, new boolean[] {false, true, false, true}, sequences(seed), prior, k));
        for (double[] row : result.probabilities()) {
            assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
        }
        for (double[] row : result.ends()) {
            assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-9));
        }
        for (double within : result.within()) {
            assertThat(within).isBetween(0.0, 1.0);
        }
        for (int i : result.transientStates()) {
            for (int j = 0; j < 4; j++) {
                assertThat(result.probabilities()[i][j]).isBetween(result.lower()[i][j], result.upper()[i][j]);
            }
        }
    }

    @Property(tries = 50)
    void theOrderOfCustomersDoesNotMatter(@ForAll long seed) {
        int[][] sequences = sequences(seed);
        int[][] reversed = new int[sequences.length][];
        for (int i = 0; i < sequences.length; i++) {
            reversed[i] = sequences[sequences.length - 1 - i];
        }
        boolean[] absorbing = {false, true, false, true};
        assertThat(ExitStages.evaluate(new ExitStages.Input(4, absorbing, reversed, 0.5, 5))
                        .periods())
                .isEqualTo(ExitStages.evaluate(new ExitStages.Input(4, absorbing, sequences, 0.5, 5))
                        .periods());
    }

    private static int[][] sequences(long seed) {
        Random random = new Random(seed);
        int[][] sequences = new int[12][];
        for (int i = 0; i < sequences.length; i++) {
            sequences[i] = random.ints(8, -1, 4).toArray();
        }
        return sequences;
    }

    @Test
    void aGapBreaksTheSequenceAndNothingIsCountedOutOfExit() {
        int[][] sequences = {{0, 0, -1, 1, 2, 0, 1}};
        ExitStages.Result result = ExitStages.evaluate(new ExitStages.Input(3, LAST_IS_EXIT, sequences, 0.5, 1));
        assertThat(result.counts()[0]).containsExactly(1, 1, 0);
        assertThat(result.counts()[1]).containsExactly(0, 0, 1);
        assertThat(result.counts()[2]).containsExactly(0, 0, 0);
        assertThat(result.warnings()).containsExactly(Warning.SPARSE_TRANSITIONS);
    }

    /** Geometric: one stage left with probability p has mean 1/p and variance (1-p)/p². */
    @Test
    void oneStageIsLeftGeometrically() {
        int[][] sequences = {{0, 0, 0, 0, 1}};
        ExitStages.Result result =
                ExitStages.evaluate(new ExitStages.Input(2, new boolean[] {false, true}, sequences, 0, 2));
        assertThat(result.periods()).containsExactly(Figure.of(4));
        assertThat(result.sd().get(0).value()).isCloseTo(Math.sqrt(12), within(1e-12));
        assertThat(result.within()[0]).isCloseTo(1 - 0.75 * 0.75, within(1e-12));
    }

    @Test
    void whoCannotLeaveHasNoExpectedLife() {
        int[][] sequences = {{0, 0, 0}, {1, 1, 2}};
        ExitStages.Result result = ExitStages.evaluate(new ExitStages.Input(3, LAST_IS_EXIT, sequences, 0, 3));
        assertThat(result.periods()).containsOnly(Figure.undefined(Reason.UNSTABLE));
        assertThat(result.within()[0]).isZero();
        ExitStages.Result empty = ExitStages.evaluate(new ExitStages.Input(3, LAST_IS_EXIT, new int[0][], 0, 3));
        assertThat(empty.periods()).containsOnly(Figure.undefined(Reason.NO_DATA));
    }

    @Property(tries = 100)
    void loyaltyDoesNotDependOnTheScaleOfTheWeights(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 50) double unit) {
        Random random = new Random(seed);
        double[] weights = random.doubles(4).map(u -> u + 0.1).toArray();
        double[] scaled = Arrays.stream(weights).map(w -> unit * w).toArray();
        LoyaltyComposite.Result plain = composite(new Random(seed), weights);
        LoyaltyComposite.Result other = composite(new Random(seed), scaled);
        for (int i = 0; i < plain.composite().length; i++) {
            if (!Double.isNaN(plain.composite()[i])) {
                assertThat(other.composite()[i]).isCloseTo(plain.composite()[i], within(1e-9));
                assertThat(plain.composite()[i]).isBetween(0.0, 100.0);
            }
        }
    }

    private static LoyaltyComposite.Result composite(Random random, double[] weights) {
        int n = 10;
        double[] available = random.ints(n, 0, 4).asDoubleStream().toArray();
        double[] bought = Arrays.stream(available).map(a -> Math.floor(a / 2)).toArray();
        return LoyaltyComposite.evaluate(new LoyaltyComposite.Input(
                random.doubles(n)
                        .map(u -> u < 0.2 ? Double.NaN : 1 + Math.floor(7 * u))
                        .toArray(),
                random.doubles(n).map(u -> u < 0.2 ? Double.NaN : 40 * u - 8).toArray(),
                bought,
                available,
                random.ints(n, 0, 11).asDoubleStream().toArray(),
                weights,
                25));
    }

    @Test
    void threeOfFourComponentsAreNeeded() {
        double nan = Double.NaN;
        LoyaltyComposite.Result result = LoyaltyComposite.evaluate(new LoyaltyComposite.Input(
                new double[] {7, 7},
                new double[] {nan, nan},
                new double[] {0, 1},
                new double[] {0, 2},
                new double[] {10, 10},
                LoyaltyComposite.DEFAULT_WEIGHTS,
                25));
        assertThat(result.composite()[0]).isNaN();
        assertThat(result.composite()[1]).isCloseTo(100 * (0.3 + 0.1 + 0.3) / 0.8, within(1e-9));
        assertThat(result.mean().n()).isEqualTo(1);
    }

    @Property(tries = 100)
    void theToleranceCurveNeverRises(@ForAll long seed) {
        double[] premiums =
                new Random(seed).doubles(30).map(u -> Math.floor(30 * u)).toArray();
        double[] at = {0, 5, 10, 15, 20, 25, 30};
        List<ShareEstimate> curve = PriceTolerance.evaluate(new PriceTolerance.Input(premiums, at));
        assertThat(curve.get(0).share().value()).isEqualTo(1);
        assertThat(curve.get(6).share().value()).isZero();
        for (int i = 1; i < at.length; i++) {
            assertThat(curve.get(i).count())
                    .isLessThanOrEqualTo(curve.get(i - 1).count());
            assertThat(curve.get(i).lower().value())
                    .isLessThanOrEqualTo(curve.get(i).share().value());
        }
    }

    @Test
    void aResponseThatDoesNotVaryLeavesNobodyDominant() {
        double[][] items = {{1, 4, 4, 2}, {7, 4, 2, 3}, {4, 4, 5, 6}};
        Responses.Result result = Responses.evaluate(new Responses.Input(items, List.of(Response.values())));
        assertThat(result.dominant()).containsOnly(Optional.empty());
        assertThat(result.active()[1]).isEqualTo(3);
        assertThat(result.constructive()[1]).isEqualTo(-2);
    }

    @Test
    void aSmallLeadIsMixed() {
        double[][] items = {{7, 7, 1, 1}, {1, 1, 7, 2}, {4, 1, 4, 7}};
        Responses.Result result = Responses.evaluate(new Responses.Input(items, List.of(Response.values())));
        assertThat(result.dominant().get(0)).contains(Dominant.MIXED);
        assertThat(result.dominant().get(1)).contains(Dominant.LOYALTY);
        assertThat(result.dominant().get(2)).contains(Dominant.NEGLECT);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Responses.Input(new double[][] {{8, 1, 1, 1}}, List.of(Response.values())))
                .hasMessageContaining("items[0][0]");
        assertThatThrownBy(() -> new Responses.Input(new double[0][], List.of(Response.EXIT)))
                .hasMessageContaining("VOICE");
        assertThatThrownBy(() -> new ExitStages.Input(2, new boolean[2], new int[0][], 0.5, 1))
                .hasMessageContaining("absorbing");
    }
}
