package org.entezar.methods.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

class ImportanceProperties {
    private static final int N = 40;

    private static double[][] columns(Random random, int p) {
        double[] common = random.doubles(N).toArray();
        double[][] columns = new double[p][];
        Arrays.setAll(columns, j -> IntStream.range(0, N)
                .mapToDouble(i -> common[i] + random.nextGaussian())
                .toArray());
        return columns;
    }

    private static double[] overall(Random random, double[][] columns) {
        return IntStream.range(0, N)
                .mapToDouble(i -> {
                    double sum = 2 * random.nextGaussian();
                    for (int j = 0; j < columns.length; j++) {
                        sum += (j + 1) * columns[j][i];
                    }
                    return sum;
                })
                .toArray();
    }

    @Property(tries = 60)
    void sharesAndWeightsSumToWhatIsExplained(@ForAll Random random, @ForAll @IntRange(min = 1, max = 9) int p) {
        double[][] columns = columns(random, p);
        DerivedImportance result = DerivedImportance.of(columns, overall(random, columns), 1);
        double rSquared = result.rSquared().value();
        assertThat(rSquared).isBetween(0.0, 1.0);
        assertThat(Arrays.stream(result.lmg()).sum()).isCloseTo(rSquared, within(1e-10));
        assertThat(Arrays.stream(result.johnson()).sum()).isCloseTo(rSquared, within(1e-10));
        for (int j = 0; j < p; j++) {
            assertThat(result.lmg()[j]).isGreaterThan(-1e-12);
            assertThat(result.johnson()[j]).isGreaterThan(-1e-12);
            assertThat(result.vif()[j]).isGreaterThan(1 - 1e-9);
        }
    }

    /** The definition itself: the mean gain in R² over all orders of entry, R² by an independent regression. */
    @Property(tries = 15)
    void lmgIsTheMeanGainOverAllOrders(@ForAll Random random) {
        double[][] columns = columns(random, 4);
        double[] y = overall(random, columns);
        double[] gains = new double[4];
        int orders = 0;
        for (int code = 0; code < 256; code++) {
            int[] order = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3};
            if (Arrays.stream(order).distinct().count() < 4) {
                continue;
            }
            orders++;
            double before = 0;
            for (int k = 1; k <= 4; k++) {
                double after = rSquared(columns, Arrays.copyOf(order, k), y);
                gains[order[k - 1]] += after - before;
                before = after;
            }
        }
        double[] lmg = DerivedImportance.of(columns, y, 1).lmg();
        assertThat(orders).isEqualTo(24);
        for (int j = 0; j < 4; j++) {
            assertThat(lmg[j]).isCloseTo(gains[j] / 24, within(1e-10));
        }
    }

    private static double rSquared(double[][] columns, int[] chosen, double[] y) {
        double[][] rows = new double[N][chosen.length];
        for (int i = 0; i < N; i++) {
            for (int k = 0; k < chosen.length; k++) {
                rows[i][k] = columns[chosen[k]][i];
            }
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(y, rows);
        return regression.calculateRSquared();
    }

    @Property(tries = 60)
    void relabelledAndRescaledItemsKeepTheirShares(
            @ForAll Random random,
            @ForAll @IntRange(min = 2, max = 7) int p,
            @ForAll @DoubleRange(min = 0.1, max = 20) double unit) {
        double[][] columns = columns(random, p);
        double[] y = overall(random, columns);
        double[][] turned = new double[p][];
        for (int j = 0; j < p; j++) {
            double sign = j % 2 == 0 ? -unit : unit;
            turned[p - 1 - j] = Arrays.stream(columns[j]).map(x -> 3 + sign * x).toArray();
        }
        DerivedImportance one = DerivedImportance.of(columns, y, 1);
        DerivedImportance other = DerivedImportance.of(
                turned, Arrays.stream(y).map(v -> 9 - 2 * v).toArray(), 1);
        for (int j = 0; j < p; j++) {
            assertThat(other.lmg()[p - 1 - j]).isCloseTo(one.lmg()[j], within(1e-9));
            assertThat(other.johnson()[p - 1 - j]).isCloseTo(one.johnson()[j], within(1e-9));
            assertThat(other.vif()[p - 1 - j]).isCloseTo(one.vif()[j], within(1e-7));
            assertThat(Math.abs(other.beta()[p - 1 - j])).isCloseTo(Math.abs(one.beta()[j]), within(1e-9));
        }
    }

    @Property(tries = 10)
    void sampledOrdersComeNearTheExactShares(@ForAll Random random) {
        double[][] columns = columns(random, 15);
        double[][] wider = Arrays.copyOf(columns, 16);
        wider[15] = random.doubles(N).toArray();
        double[] y = overall(random, columns);
        double[] exact = DerivedImportance.of(columns, y, 1).lmg();
        DerivedImportance sampled = DerivedImportance.of(wider, y, 7);
        assertThat(Arrays.stream(sampled.lmg()).sum())
                .isCloseTo(sampled.rSquared().value(), within(1e-9));
        for (int j = 0; j < 15; j++) {
            assertThat(sampled.lmg()[j]).isCloseTo(exact[j], within(0.05));
        }
    }
}
