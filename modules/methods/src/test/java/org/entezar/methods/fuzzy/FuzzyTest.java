package org.entezar.methods.fuzzy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.entezar.methods.fuzzy.FuzzyEvaluation.Factors;
import org.entezar.methods.fuzzy.FuzzyEvaluation.Operator;

class FuzzyTest {
    private static final double[] VALUES = {100, 80, 60};

    private static double[][] votes(Random random, int factors) {
        double[][] votes = new double[factors][];
        Arrays.setAll(votes, i -> random.ints(3, 1, 20).asDoubleStream().toArray());
        return votes;
    }

    @Property(tries = 200)
    void membershipsSumToOneAndWeightsCountInProportion(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @DoubleRange(min = 0.01, max = 30) double factor) {
        double[][] votes = votes(random, n);
        double[] weights = random.doubles(n, 0.1, 1).toArray();
        for (Operator operator : Operator.values()) {
            FuzzyEvaluation one = FuzzyEvaluation.of(Factors.ofVotes(weights, votes), operator, VALUES);
            FuzzyEvaluation other = FuzzyEvaluation.of(
                    Factors.ofVotes(Arrays.stream(weights).map(w -> w * factor).toArray(), votes), operator, VALUES);
            assertThat(Arrays.stream(one.normalised()).sum()).isCloseTo(1, within(1e-12));
            assertThat(one.score().value())
                    .isBetween(60.0, 100.0)
                    .isCloseTo(other.score().value(), within(1e-9));
        }
        FuzzyEvaluation usual =
                FuzzyEvaluation.of(Factors.ofVotes(weights, votes), Operator.PRODUCT_BOUNDED_SUM, VALUES);
        assertThat(Arrays.stream(usual.raw()).sum()).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 100)
    void twiceTheVotesOfAFactorAreTheSameShares(@ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int n) {
        double[][] votes = votes(random, n);
        double[] weights = random.doubles(n, 0.1, 1).toArray();
        double[] before = FuzzyEvaluation.of(Factors.ofVotes(weights, votes), Operator.MIN_MAX, VALUES)
                .raw();
        votes[0] = Arrays.stream(votes[0]).map(v -> 2 * v).toArray();
        assertThat(FuzzyEvaluation.of(Factors.ofVotes(weights, votes), Operator.MIN_MAX, VALUES)
                        .raw())
                .containsExactly(before, within(1e-15));
    }

    @Example
    void aFactorWithoutVotesIsDropped() {
        Factors factors = Factors.ofVotes(new double[] {1, 2, 1}, new double[][] {{1, 0, 0}, {0, 0, 0}, {0, 1, 0}});
        assertThat(factors.dropped()).containsExactly(1);
        assertThat(factors.weights()).containsExactly(0.5, 0.5);
        FuzzyEvaluation evaluation = FuzzyEvaluation.of(factors, Operator.PRODUCT_BOUNDED_SUM, VALUES);
        assertThat(evaluation.score()).isEqualTo(Figure.of(90));
        assertThat(evaluation.grade()).as("of tied grades the lower").contains(1);
        assertThat(evaluation.warnings()).containsExactly(Warning.TIED_GRADE);
    }

    @Example
    void theLowerGradeIsTheOneOfLowerValueWhereverItStands() {
        Factors factors = Factors.ofMembership(new double[] {1}, new double[][] {{0.4, 0.2, 0.4}});
        assertThat(FuzzyEvaluation.of(factors, Operator.MIN_MAX, new double[] {1, 2, 3})
                        .grade())
                .contains(0);
        assertThat(FuzzyEvaluation.of(factors, Operator.MIN_MAX, new double[] {3, 2, 1})
                        .grade())
                .contains(2);
    }

    @Example
    void nothingVotedIsUndefined() {
        Factors factors = Factors.ofVotes(new double[] {1}, new double[][] {{0, 0, 0}});
        FuzzyEvaluation evaluation = FuzzyEvaluation.of(factors, Operator.MIN_MAX, VALUES);
        assertThat(evaluation.grade()).isEmpty();
        assertThat(evaluation.score()).isEqualTo(Figure.undefined(Reason.NO_DATA));
    }

    @Example
    void badFactorsAreRefused() {
        double[][] good = {{0.5, 0.5, 0}};
        refused(() -> Factors.ofMembership(new double[] {1}, new double[][] {{0.5, 1.1, 0}}));
        refused(() -> Factors.ofMembership(new double[] {1}, new double[][] {{-0.5, 0.1, 0}}));
        refused(() -> Factors.ofMembership(new double[] {-1}, good));
        refused(() -> Factors.ofMembership(new double[] {0}, good));
        refused(() -> Factors.ofMembership(new double[] {1, 1}, good));
        refused(() -> Factors.ofMembership(new double[0], new double[0][]));
        refused(() -> Factors.ofVotes(new double[] {1}, new double[][] {{-1, 3, 0}}));
        refused(() -> Factors.ofVotes(new double[] {1, 1}, new double[][] {{1, 3}, {1}}));
        refused(() -> Factors.ofVotes(new double[] {0, 1}, new double[][] {{1, 3}, {0, 0}}));
        refused(() ->
                FuzzyEvaluation.of(Factors.ofMembership(new double[] {1}, good), Operator.MIN_MAX, new double[] {1}));
    }

    private static double[][] consistent(double[] weights) {
        double[][] matrix = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                matrix[i][j] = weights[i] / weights[j];
            }
        }
        return matrix;
    }

    @Property(tries = 200)
    void consistentJudgementsGiveTheirWeightsBack(@ForAll Random random, @ForAll @IntRange(min = 1, max = 10) int n) {
        double[] weights = random.doubles(n, 1, 9).toArray();
        double sum = Arrays.stream(weights).sum();
        AnalyticHierarchy result = AnalyticHierarchy.of(consistent(weights));
        for (int i = 0; i < n; i++) {
            assertThat(result.weights()[i]).isCloseTo(weights[i] / sum, within(1e-12));
            assertThat(result.geometricMeanWeights()[i]).isCloseTo(weights[i] / sum, within(1e-12));
        }
        assertThat(result.lambdaMax()).isCloseTo(n, within(1e-9));
        assertThat(result.consistencyRatio().value()).isCloseTo(0, within(1e-9));
        assertThat(result.isConsistent()).isTrue();
    }

    @Property(tries = 200)
    void anyJudgementsGiveAnEigenvector(@ForAll Random random, @ForAll @IntRange(min = 3, max = 8) int n) {
        double[][] matrix = consistent(random.doubles(n, 1, 9).toArray());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] *= Math.exp(random.nextGaussian() / 2);
                matrix[j][i] = 1 / matrix[i][j];
            }
        }
        AnalyticHierarchy result = AnalyticHierarchy.of(matrix);
        assertThat(Arrays.stream(result.weights()).sum()).isCloseTo(1, within(1e-12));
        assertThat(result.lambdaMax()).isGreaterThan(n - 1e-9);
        for (int i = 0; i < n; i++) {
            double image = 0;
            for (int j = 0; j < n; j++) {
                image += matrix[i][j] * result.weights()[j];
            }
            assertThat(image).isCloseTo(result.lambdaMax() * result.weights()[i], within(1e-10));
        }
        assertThat(result.warnings().isEmpty()).isEqualTo(result.isConsistent());
    }

    @Example
    void judgesArePutTogetherByGeometricMeans() {
        double[][] one = {{1, 2}, {0.5, 1}};
        double[][] other = {{1, 8}, {0.125, 1}};
        double[][] group = AnalyticHierarchy.group(List.of(one, other));
        assertThat(group[0][1]).isCloseTo(4, within(1e-12));
        assertThat(group[1][0]).isCloseTo(0.25, within(1e-12));
        assertThat(AnalyticHierarchy.of(group).weights()[0]).isCloseTo(0.8, within(1e-12));
        refused(() -> AnalyticHierarchy.group(List.of()));
        refused(() -> AnalyticHierarchy.group(List.of(one, new double[][] {{1}})));
        refused(() -> AnalyticHierarchy.group(List.of(one, new double[][] {{1, 2}, {2, 1}})));
    }

    @Example
    void matricesAreChecked() {
        refused(() -> AnalyticHierarchy.of(new double[0][]));
        refused(() -> AnalyticHierarchy.of(new double[][] {{1, 2}}));
        refused(() -> AnalyticHierarchy.of(new double[][] {{1, 2}, {0.4, 1}}));
        refused(() -> AnalyticHierarchy.of(new double[][] {{2, 2}, {0.5, 1}}));
        refused(() -> AnalyticHierarchy.of(new double[][] {{1, -2}, {-0.5, 1}}));
        assertThat(AnalyticHierarchy.of(new double[][] {{1, 3}, {0.333, 1}}).consistencyRatio())
                .isEqualTo(Figure.of(0));
        double[] eleven = new double[11];
        Arrays.fill(eleven, 1);
        AnalyticHierarchy many = AnalyticHierarchy.of(consistent(eleven));
        assertThat(many.consistencyRatio()).isEqualTo(Figure.undefined(Reason.NO_DATA));
        assertThat(many.isConsistent()).isFalse();
    }

    private static void refused(Runnable action) {
        assertThatThrownBy(action::run).isInstanceOf(InvalidInputException.class);
    }
}
