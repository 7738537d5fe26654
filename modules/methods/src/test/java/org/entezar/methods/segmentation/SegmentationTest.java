package org.entezar.methods.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.entezar.methods.Figure;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.junit.jupiter.api.Test;

class SegmentationTest {
    /** Role conflict of 216 students (Stouffer & Toby 1951), four items in two categories, as in Goodman (1974). */
    private static final int[] STOUFFER_TOBY = {42, 23, 6, 25, 6, 24, 7, 38, 1, 4, 1, 6, 2, 9, 2, 20};

    private static int[][] stoufferToby() {
        int[][] answers = new int[216][];
        int row = 0;
        for (int pattern = 0; pattern < 16; pattern++) {
            for (int i = 0; i < STOUFFER_TOBY[pattern]; i++) {
                answers[row++] = new int[] {pattern >> 3 & 1, pattern >> 2 & 1, pattern >> 1 & 1, pattern & 1};
            }
        }
        return answers;
    }

    /** R: poLCA(cbind(A,B,C,D) ~ 1, values, nclass = 2) reports -504.4677, AIC 1026.935, BIC 1057.313. */
    @Test
    void findsThePublishedClasses() {
        LatentClasses.Result result = LatentClasses.evaluate(new LatentClasses.Input(stoufferToby(), 1, 3, 20, 7));
        LatentClasses.Model two = result.models().get(1);
        assertThat(two.logLikelihood()).isCloseTo(-504.4677, within(5e-5));
        assertThat(two.aic()).isCloseTo(1026.935, within(5e-4));
        assertThat(two.bic()).isCloseTo(1057.313, within(5e-4));
        assertThat(result.best().classes()).isEqualTo(2);
        assertThat(result.best().parameters()).isEqualTo(9);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void twoItemsCannotTellClassesApart() {
        int[][] answers = {{0, 1}, {1, 0}, {1, 1}, {0, 0}, {0, 1}};
        LatentClasses.Result result = LatentClasses.evaluate(new LatentClasses.Input(answers, 1, 3, 5, 1));
        assertThat(result.best().classes()).isEqualTo(1);
        assertThat(result.best().entropy()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(result.warnings()).containsExactlyInAnyOrder(Warning.WEAKLY_IDENTIFIED, Warning.FEW_FOR_PARAMETERS);
        assertThatThrownBy(() -> LatentClasses.evaluate(new LatentClasses.Input(answers, 2, 3, 5, 1)))
                .hasMessageContaining("classes");
    }

    @Test
    void whoAnsweredNothingBelongsToNoClass() {
        int[][] answers = stoufferToby();
        answers[3] = new int[] {-1, -1, -1, -1};
        answers[5] = new int[] {-1, 0, -1, 1};
        LatentClasses.Result result = LatentClasses.evaluate(new LatentClasses.Input(answers, 2, 2, 10, 7));
        assertThat(result.n()).isEqualTo(215);
        assertThat(result.membership()[3]).isEqualTo(-1);
        assertThat(result.posteriors()[3]).isEmpty();
        assertThat(result.membership()[5]).isNotNegative();
    }

    @Test
    void oneClusterHasNoSilhouette() {
        KMeans.Result result = KMeans.seeded(new double[][] {{1}, {2}, {9}}, 1, 1, 1);
        assertThat(result.meanSilhouette()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(result.withinSquares()).isCloseTo(result.totalSquares(), within(1e-12));
    }

    @Test
    void anEmptyClusterKeepsItsCentre() {
        KMeans.Result result = KMeans.lloyd(new double[][] {{1}, {1}, {1}}, new int[] {0, 1});
        assertThat(result.clusters()).containsOnly(0);
        assertThat(result.centres()[1]).containsExactly(1);
    }

    @Test
    void aClusterOfOneHasSilhouetteZero() {
        KMeans.Result result = KMeans.lloyd(new double[][] {{0}, {1}, {9}}, new int[] {0, 2});
        assertThat(result.silhouettes()[2]).isZero();
        assertThat(result.silhouettes()[0]).isCloseTo((9 - 1) / 9.0, within(1e-12));
    }

    /** Hubert & Arabie's index of the textbook example: 1 for the same partition under other names. */
    @Test
    void agreementDoesNotDependOnNames() {
        assertThat(AdjustedRand.of(new int[] {0, 0, 1, 1, 2}, new int[] {2, 2, 0, 0, 1}))
                .isEqualTo(1);
        // sklearn.metrics.adjusted_rand_score([0, 0, 1, 1], [0, 0, 1, 2]) = 0.571428…
        assertThat(AdjustedRand.of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}))
                .isCloseTo(4 / 7.0, within(1e-12));
    }

    @Test
    void threeGroupsAreFoundAndComeBack() {
        Random random = new Random(4);
        double[][] rows = new double[150][];
        for (int i = 0; i < rows.length; i++) {
            double centre = 10 * (i % 3);
            rows[i] = new double[] {centre + random.nextGaussian(), 1000 * (centre + random.nextGaussian()), 7};
        }
        SegmentSearch.Result result = SegmentSearch.evaluate(new SegmentSearch.Input(rows, 2, 8, 20, 10, 3));
        assertThat(result.k()).isEqualTo(Figure.of(3));
        assertThat(result.sizes()).containsExactly(50, 50, 50);
        assertThat(result.stability().value()).isGreaterThan(0.99);
        assertThat(result.warnings()).containsExactly(Warning.CONSTANT_ITEM_DROPPED);
    }

    @Test
    void aCloudIsNoSetOfSegments() {
        Random random = new Random(4);
        double[][] rows = new double[200][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.doubles(8).map(u -> u - 0.5).toArray();
        }
        assertThat(SegmentSearch.evaluate(new SegmentSearch.Input(rows, 2, 8, 20, 0, 3))
                        .warnings())
                .containsExactly(Warning.NO_CLEAR_SEGMENTS);
    }
}
