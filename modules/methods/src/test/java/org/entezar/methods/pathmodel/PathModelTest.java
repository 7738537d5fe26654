package org.entezar.methods.pathmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.entezar.methods.Interval;
import org.entezar.methods.Reason;
import org.entezar.methods.pathmodel.PathEstimation.Scheme;
import org.entezar.methods.statistics.Bootstrap;
import org.junit.jupiter.api.Test;

class PathModelTest {
    private static final PathModel CHAIN = new PathModel(
            List.of("Quality", "Satisfaction", "Loyalty"),
            new int[][] {{0, 1, 2}, {3, 4}, {5}},
            new boolean[][] {{false, false, false}, {true, false, false}, {true, true, false}});

    private static double[][] data(long seed, int n) {
        Random random = new Random(seed);
        double[][] columns = new double[6][n];
        for (int i = 0; i < n; i++) {
            double quality = random.nextGaussian();
            double satisfaction = 0.7 * quality + 0.7 * random.nextGaussian();
            double loyalty = 0.6 * satisfaction + 0.2 * quality + 0.7 * random.nextGaussian();
            double[] of = {quality, quality, quality, satisfaction, satisfaction, loyalty};
            for (int j = 0; j < 6; j++) {
                columns[j][i] = of[j] + (j == 5 ? 0 : 0.6 * random.nextGaussian());
            }
        }
        return columns;
    }

    private static PathEstimation.Result run(double[][] columns, Scheme scheme) {
        return PathEstimation.evaluate(new PathEstimation.Input(columns, CHAIN, scheme, 1e-10, 300));
    }

    @Property(tries = 30)
    void respondentsInAnotherOrderAndItemsInAnotherUnitChangeNothing(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 50) double unit, @ForAll Scheme scheme) {
        double[][] columns = data(seed, 60);
        double[][] other = new double[6][60];
        for (int j = 0; j < 6; j++) {
            for (int i = 0; i < 60; i++) {
                other[j][i] = 3 + unit * columns[j][59 - i];
            }
        }
        PathEstimation.Estimates plain = run(columns, scheme).estimates().orElseThrow();
        PathEstimation.Estimates changed = run(other, scheme).estimates().orElseThrow();
        assertThat(changed.weights()).containsExactly(plain.weights(), within(1e-8));
        assertThat(changed.paths()[2]).containsExactly(plain.paths()[2], within(1e-8));
        assertThat(plain.r2()[1]).isBetween(0.0, 1.0);
        assertThat(plain.r2()[0]).isNaN();
    }

    @Property(tries = 30)
    void anItemTurnedRoundTurnsItsLoadingAndNothingElse(@ForAll long seed) {
        double[][] columns = data(seed, 80);
        double[][] turned = columns.clone();
        turned[1] = Arrays.stream(columns[1]).map(v -> 8 - v).toArray();
        PathEstimation.Estimates plain =
                run(columns, Scheme.FACTORIAL).estimates().orElseThrow();
        PathEstimation.Estimates other =
                run(turned, Scheme.FACTORIAL).estimates().orElseThrow();
        assertThat(other.loadings()[1]).isCloseTo(-plain.loadings()[1], within(1e-7));
        assertThat(other.paths()[2]).containsExactly(plain.paths()[2], within(1e-7));
    }

    @Test
    void aSinglePredecessorIsACorrelationAndTotalEffectsAddUp() {
        PathEstimation.Estimates e = run(data(1, 200), Scheme.PATH).estimates().orElseThrow();
        assertThat(e.paths()[1][0]).isCloseTo(e.correlations()[1][0], within(1e-12));
        assertThat(e.totalEffects()[2][0])
                .isCloseTo(e.paths()[2][0] + e.paths()[2][1] * e.paths()[1][0], within(1e-12));
        assertThat(e.reliability().get(2).alpha().value()).isEqualTo(1);
        assertThat(e.loadings()[5]).isCloseTo(1, within(1e-12));
        assertThat(e.htmt()[2][0]).isNaN();
        assertThat(e.htmt()[1][0]).isBetween(0.0, 1.2);
    }

    /** Scores are unreliable, so uncorrected paths are too low; the corrected one is near the truth of 0.7. */
    @Test
    void theCorrectionUndoesTheAttenuation() {
        PathEstimation.Estimates e = run(data(2, 4000), Scheme.PATH).estimates().orElseThrow();
        double truth = 0.7 / Math.sqrt(0.98);
        assertThat(e.paths()[1][0]).isLessThan(truth - 0.05);
        assertThat(e.consistent().orElseThrow().paths()[1][0]).isCloseTo(truth, within(0.03));
    }

    @Test
    void intervalsDependOnTheSeedAloneAndHoldTheEstimate() {
        PathEstimation.Input in = new PathEstimation.Input(data(3, 150), CHAIN, Scheme.PATH, 1e-7, 300);
        PathEstimation.Estimates e = PathEstimation.evaluate(in).estimates().orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            PathBootstrap.Result one = PathBootstrap.evaluate(in, e, Bootstrap.of(200, 9));
            PathBootstrap.Result two =
                    PathBootstrap.evaluate(in, e, Bootstrap.of(200, 9).on(threads, 2));
            assertThat(two.paths()).isEqualTo(one.paths());
            Interval interval = one.paths().get(1).get(0).bounds().interval().orElseThrow();
            assertThat(interval.contains(e.paths()[1][0])).isTrue();
            assertThat(one.paths().get(0).get(1).bounds().interval()).isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aConstantItemHasNoModelAndMissingAnswersAreLeftOut() {
        double[][] columns = data(4, 30);
        columns[0][7] = Double.NaN;
        assertThat(run(columns, Scheme.PATH).n()).isEqualTo(29);
        Arrays.fill(columns[4], 5);
        assertThat(run(columns, Scheme.PATH).undefined()).contains(Reason.ZERO_VARIANCE);
    }

    @Test
    void tooFewIterationsAreNoResult() {
        PathEstimation.Input in = new PathEstimation.Input(data(5, 50), CHAIN, Scheme.PATH, 1e-14, 2);
        assertThat(PathEstimation.evaluate(in).undefined()).contains(Reason.NOT_CONVERGED);
    }

    @Test
    void refusesCirclesAndLonelyConstructs() {
        int[][] blocks = {{0}, {1}};
        assertThatThrownBy(
                        () -> new PathModel(List.of("A", "B"), blocks, new boolean[][] {{false, true}, {true, false}}))
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> new PathModel(List.of("A", "B"), blocks, new boolean[2][2]))
                .hasMessageContaining("no arrow");
        assertThatThrownBy(() -> new PathModel(
                        List.of("A", "B"), new int[][] {{0}, {0}}, new boolean[][] {{false, false}, {true, false}}))
                .hasMessageContaining("one construct");
    }
}
