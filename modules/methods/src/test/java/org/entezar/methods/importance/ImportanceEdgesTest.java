package org.entezar.methods.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.importance.ImportancePerformance.CrossHair;
import org.entezar.methods.importance.ImportancePerformance.Input;
import org.entezar.methods.importance.ImportancePerformance.Quadrant;
import org.entezar.methods.statistics.Bootstrap;
import org.junit.jupiter.api.Test;

class ImportanceEdgesTest {
    private static final double NONE = Double.NaN;
    private static final double[] Y = {1, 3, 2, 5, 4, 6};

    private static Input input(double[][] items, double[] overall, double... stated) {
        return new Input(
                items,
                overall,
                stated.length == 0 ? Optional.empty() : Optional.of(stated),
                CrossHair.MEANS,
                Optional.empty(),
                1);
    }

    @Test
    void aConstantItemIsDroppedAndReported() {
        double[][] columns = {{1, 2, 3, 4, 5, 7}, {4, 4, 4, 4, 4, 4}};
        DerivedImportance result = DerivedImportance.of(columns, Y, 1);
        assertThat(result.dropped()).containsExactly(1);
        assertThat(result.warnings()).containsExactly(Warning.CONSTANT_ITEM_DROPPED);
        assertThat(result.lmg()[0]).isCloseTo(result.rSquared().value(), within(1e-12));
        assertThat(result.lmg()[1]).isNaN();
        assertThat(result.vif()[0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void collinearItemsHaveNoImportance() {
        double[][] columns = {{1, 2, 3, 4, 5, 7}, {2, 4, 6, 8, 10, 14}};
        assertThat(DerivedImportance.of(columns, Y, 1).rSquared())
                .isEqualTo(Figure.undefined(Reason.NOT_POSITIVE_DEFINITE));
        double[][] nearly = {{1, 2, 3, 4, 5, 7}, {2, 4, 6, 8, 10, 14.0001}};
        assertThat(DerivedImportance.of(nearly, Y, 1).rSquared())
                .as("VIF above a million")
                .isEqualTo(Figure.undefined(Reason.NOT_POSITIVE_DEFINITE));
    }

    @Test
    void itNeedsMoreRespondentsThanItemsPlusOne() {
        double[][] two = {{1, 2, 4}, {3, 1, 2}};
        assertThat(DerivedImportance.of(two, new double[] {1, 2, 3}, 1).rSquared())
                .isEqualTo(Figure.undefined(Reason.TOO_FEW));
        double[][] more = {{1, 2, 4, 4}, {3, 1, 2, 5}};
        assertThat(DerivedImportance.of(more, new double[] {1, 2, 3, 9}, 1)
                        .rSquared()
                        .isDefined())
                .isTrue();
        assertThat(DerivedImportance.of(more, new double[] {1, 1, 1, 1}, 1).rSquared())
                .isEqualTo(Figure.undefined(Reason.ZERO_VARIANCE));
        assertThatThrownBy(() -> DerivedImportance.of(more, new double[3], 1))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aValueOnTheCrossHairIsHigh() {
        assertThat(Quadrant.of(3, 3, 4, 4)).isEqualTo(Quadrant.KEEP_UP);
        assertThat(Quadrant.of(3, 3, 3.9, 4)).isEqualTo(Quadrant.CONCENTRATE);
        assertThat(Quadrant.of(2.9, 3, 4, 4)).isEqualTo(Quadrant.OVERKILL);
        assertThat(Quadrant.of(2.9, 3, 3.9, 4)).isEqualTo(Quadrant.LOW_PRIORITY);
        assertThat(Quadrant.of(0.3, 0.1 + 0.2, 1, 1))
                .as("0.3 and 0.30000000000000004")
                .isEqualTo(Quadrant.KEEP_UP);
    }

    @Test
    void incompleteRowsAreLeftOut() {
        double[][] items = {{1, 5}, {2, NONE}, {3, 4}, {5, 5}, {2, 1}, {4, 2}, {3, 3}};
        double[] overall = {2, 9, 3, 5, 1, NONE, 3};
        ImportancePerformance result = ImportancePerformance.of(input(items, overall, 4, 6));
        assertThat(result.n()).isEqualTo(5);
        assertThat(result.performance()).containsExactly(new double[] {2.8, 3.6}, within(1e-12));
        assertThat(result.performanceLine()).isCloseTo(3.2, within(1e-12));
        assertThat(result.statedLine()).isEqualTo(5);
        assertThat(result.byStated()).containsExactly(Quadrant.LOW_PRIORITY, Quadrant.KEEP_UP);
        assertThat(result.warnings()).containsExactly(Warning.INDICATIVE);
    }

    @Test
    void otherCrossHairsMayBeChosen() {
        double[][] items = {{1, 5, 6}, {2, 5, 7}, {3, 4, 7}, {5, 5, 6}, {2, 1, 7}, {3, 3, 3}};
        double[] stated = {1, 2, 9};
        ImportancePerformance medians = ImportancePerformance.of(
                new Input(items, Y, Optional.of(stated), CrossHair.MEDIANS, Optional.empty(), 1));
        assertThat(medians.statedLine()).isEqualTo(2);
        assertThat(medians.byStated()).containsExactly(Quadrant.LOW_PRIORITY, Quadrant.KEEP_UP, Quadrant.KEEP_UP);
        ImportancePerformance middle = ImportancePerformance.of(
                new Input(items, Y, Optional.of(stated), CrossHair.MEANS, Optional.of(4.0), 1));
        assertThat(middle.performanceLine()).isEqualTo(4);
        assertThat(middle.statedLine()).isEqualTo(4);
    }

    @Test
    void quadrantMembershipIsCountedOverResamples() {
        Random random = new Random(4);
        double[][] items = new double[80][];
        double[] overall = new double[80];
        for (int i = 0; i < 80; i++) {
            items[i] = new double[] {random.nextInt(7), 20 + random.nextInt(7), random.nextInt(7)};
            overall[i] = 3 * items[i][0] + items[i][1] + random.nextGaussian();
        }
        Input input = input(items, overall);
        Bootstrap bootstrap = Bootstrap.of(200, 11);
        ImportancePerformance.Uncertainty uncertainty = ImportancePerformance.bootstrap(input, bootstrap);
        assertThat(uncertainty.membership()[0][Quadrant.CONCENTRATE.ordinal()]).isGreaterThan(0.95);
        for (double[] membership : uncertainty.membership()) {
            assertThat(Arrays.stream(membership).sum()).isCloseTo(1, within(1e-9));
        }
        double lmg = ImportancePerformance.of(input).derived().lmg()[0];
        assertThat(uncertainty.lmg().get(0).bounds().interval().orElseThrow().contains(lmg))
                .isTrue();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            assertThat(ImportancePerformance.bootstrap(input, bootstrap.on(threads, 3))
                            .membership())
                    .isDeepEqualTo(uncertainty.membership());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> ImportancePerformance.of(input(new double[0][], new double[0])))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ImportancePerformance.of(input(new double[][] {{1, 2}}, new double[2])))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ImportancePerformance.of(input(new double[][] {{1, 2}}, new double[1], 1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ImportancePerformance.of(input(new double[][] {{1, 2}, {1}}, new double[2])))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.index()).isEqualTo(1));
    }
}
