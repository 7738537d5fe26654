package org.entezar.methods.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SegmentationProperties {

    @Property(tries = 60)
    void moreClustersNeverFitWorseAndSquaresAddUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int k) {
        double[][] rows = rows(new Random(seed), 30);
        KMeans.Result few = KMeans.seeded(rows, k, 30, 1);
        KMeans.Result more = KMeans.seeded(rows, k + 1, 60, 1);
        assertThat(more.withinSquares()).isLessThanOrEqualTo(few.withinSquares() * 1.05);
        assertThat(few.withinSquares()).isLessThanOrEqualTo(few.totalSquares() + 1e-9);
        for (int i = 0; i < rows.length; i++) {
            double own = distance(rows[i], few.centres()[few.clusters()[i]]);
            for (double[] centre : few.centres()) {
                assertThat(own).isLessThanOrEqualTo(distance(rows[i], centre) + 1e-12);
            }
        }
        for (double silhouette : few.silhouettes()) {
            assertThat(silhouette).isBetween(-1.0, 1.0);
        }
    }

    /** Hartigan and Wong's condition, which Lloyd's iterations alone do not meet. */
    @Property(tries = 60)
    void noRowGainsByMovingToAnotherCluster(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int k) {
        double[][] rows = new Random(seed)
                .doubles(40)
                .mapToObj(x -> new double[] {x, (x * 7919) % 1})
                .toArray(double[][]::new);
        KMeans.Result result = KMeans.seeded(rows, k, 1, seed);
        int[] sizes = new int[k];
        double[][] sums = new double[k][2];
        double within = 0;
        for (int i = 0; i < rows.length; i++) {
            int own = result.clusters()[i];
            sizes[own]++;
            sums[own][0] += rows[i][0];
            sums[own][1] += rows[i][1];
            within += distance(rows[i], result.centres()[own]);
        }
        assertThat(result.withinSquares()).isCloseTo(within, within(1e-9));
        for (int i = 0; i < rows.length; i++) {
            int own = result.clusters()[i];
            assertThat(result.centres()[own][0]).isCloseTo(sums[own][0] / sizes[own], within(1e-12));
            assertThat(result.centres()[own][1]).isCloseTo(sums[own][1] / sizes[own], within(1e-12));
            if (sizes[own] > 1) {
                double saved = distance(rows[i], result.centres()[own]) * sizes[own] / (sizes[own] - 1);
                for (int c = 0; c < k; c++) {
                    double cost = distance(rows[i], result.centres()[c]) * sizes[c] / (sizes[c] + 1);
                    assertThat(c == own ? saved : cost).isGreaterThanOrEqualTo(saved - 1e-9);
                }
            }
        }
    }

    @Property(tries = 60)
    void anotherOrderOfRowsOnlyReordersTheClusters(@ForAll long seed) {
        double[][] rows = rows(new Random(seed), 25);
        double[][] reversed = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            reversed[i] = rows[rows.length - 1 - i];
        }
        KMeans.Result plain = KMeans.lloyd(rows, new int[] {0, 1, 2});
        KMeans.Result other = KMeans.lloyd(reversed, new int[] {24, 23, 22});
        assertThat(other.withinSquares()).isCloseTo(plain.withinSquares(), within(1e-9));
        for (int i = 0; i < rows.length; i++) {
            assertThat(other.clusters()[rows.length - 1 - i]).isEqualTo(plain.clusters()[i]);
        }
    }

    @Property(tries = 100)
    void agreementIsSymmetricAndOneWithItself(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int k) {
        Random random = new Random(seed);
        int[] first = random.ints(30, 0, k).toArray();
        int[] second = random.ints(30, 0, k).toArray();
        assertThat(AdjustedRand.of(first, first)).isEqualTo(1);
        assertThat(AdjustedRand.of(first, second)).isCloseTo(AdjustedRand.of(second, first), within(1e-12));
        assertThat(AdjustedRand.of(first, second)).isLessThanOrEqualTo(1);
    }

    @Property(tries = 25)
    void classSharesSumToOneAndMoreClassesFitNoWorse(@ForAll long seed) {
        Random random = new Random(seed);
        int[][] answers = new int[60][];
        for (int i = 0; i < answers.length; i++) {
            int kind = random.nextInt(2);
            answers[i] = random.doubles(5)
                    .mapToInt(u -> u < (kind == 0 ? 0.2 : 0.7) ? 1 : 0)
                    .toArray();
        }
        LatentClasses.Result result = LatentClasses.evaluate(new LatentClasses.Input(answers, 1, 3, 15, seed));
        double before = Double.NEGATIVE_INFINITY;
        for (LatentClasses.Model model : result.models()) {
            assertThat(Arrays.stream(model.shares()).sum()).isCloseTo(1, within(1e-9));
            assertThat(model.logLikelihood()).isGreaterThanOrEqualTo(before - 1e-6);
            before = model.logLikelihood();
            for (double[][] items : model.probabilities()) {
                for (double[] categories : items) {
                    assertThat(Arrays.stream(categories).sum()).isCloseTo(1, within(1e-9));
                }
            }
        }
        for (double[] posterior : result.posteriors()) {
            assertThat(Arrays.stream(posterior).sum()).isCloseTo(1, within(1e-9));
        }
    }

    private static double[][] rows(Random random, int n) {
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = random.doubles(2).map(u -> 10 * u).toArray();
        }
        return rows;
    }

    private static double distance(double[] a, double[] b) {
        return Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2);
    }
}
