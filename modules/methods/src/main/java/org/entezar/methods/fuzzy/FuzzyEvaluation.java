package org.entezar.methods.fuzzy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;

/**
 * Fuzzy comprehensive evaluation: weights of factors W, membership R of factor × grade, and B = W∘R (after Zadeh 1965
 * Information and Control 8:338-353). B is normalised to sum 1, the grade is the one of highest membership, the score
 * Σ B·value. For several levels, feed the normalised B of each group as a row of the next R.
 *
 * @param raw B by grade
 * @param normalised B by grade, summing to 1; empty when B is zero
 * @param grade grade of highest membership, counted from 0; of tied grades the one of lower value; empty when B is zero
 * @param score Σ B·value; NO_DATA when B is zero
 * @param warnings TIED_GRADE
 */
public record FuzzyEvaluation(
        double[] raw, double[] normalised, Optional<Integer> grade, Figure score, Set<Warning> warnings) {

    private static final double SAME = 1e-12;

    /** How weights and memberships are put together. */
    public enum Operator {
        /** M(∧,∨): max of min(w, r). */
        MIN_MAX,
        /** M(·,∨): max of w·r. */
        PRODUCT_MAX,
        /** M(∧,⊕): min(1, Σ min(w, r)). */
        MIN_BOUNDED_SUM,
        /** M(·,⊕): min(1, Σ w·r); the usual one, since it uses all information. */
        PRODUCT_BOUNDED_SUM;

        private double combine(double weight, double membership) {
            boolean smaller = this == MIN_MAX || this == MIN_BOUNDED_SUM;
            return smaller ? Math.min(weight, membership) : weight * membership;
        }

        private double join(double soFar, double next) {
            boolean largest = this == MIN_MAX || this == PRODUCT_MAX;
            return largest ? Math.max(soFar, next) : Math.min(1, soFar + next);
        }
    }

    /**
     * Factors with their weights and memberships, ready to evaluate.
     *
     * @param weights summing to 1
     * @param membership factor × grade, each 0..1
     * @param dropped factors without votes, counted from 0 in the order given
     */
    public record Factors(double[] weights, double[][] membership, List<Integer> dropped) {

        /**
         * Factors from memberships; weights are rescaled to sum 1. A factor without any membership is dropped and the
         * other weights are rescaled.
         */
        public static Factors ofMembership(double[] weights, double[][] membership) {
            check(weights, membership, "membership");
            for (int i = 0; i < membership.length; i++) {
                for (int j = 0; j < membership[i].length; j++) {
                    if (!(membership[i][j] >= 0 && membership[i][j] <= 1 + SAME)) {
                        throw InvalidInputException.at(Code.OUT_OF_RANGE, "membership", i, j, "must lie in 0..1");
                    }
                }
            }
            return keep(weights, membership, membership);
        }

        /** Factors from votes: a membership is the share of the factor's votes. */
        public static Factors ofVotes(double[] weights, double[][] votes) {
            check(weights, votes, "votes");
            double[][] membership = new double[votes.length][];
            for (int i = 0; i < votes.length; i++) {
                double sum = sum(votes[i]);
                membership[i] = votes[i].clone();
                for (int j = 0; j < votes[i].length; j++) {
                    if (!(votes[i][j] >= 0) || Double.isInfinite(votes[i][j])) {
                        throw InvalidInputException.at(Code.OUT_OF_RANGE, "votes", i, j, "must be 0 or more");
                    }
                    membership[i][j] = sum > 0 ? votes[i][j] / sum : 0;
                }
            }
            return keep(weights, membership, votes);
        }

        private static Factors keep(double[] weights, double[][] membership, double[][] given) {
            List<Integer> dropped = IntStream.range(0, given.length)
                    .filter(i -> sum(given[i]) == 0)
                    .boxed()
                    .toList();
            int[] kept = IntStream.range(0, given.length)
                    .filter(i -> sum(given[i]) != 0)
                    .toArray();
            double sum = IntStream.of(kept).mapToDouble(i -> weights[i]).sum();
            if (kept.length > 0 && sum == 0) {
                throw InvalidInputException.of(Code.BAD_WEIGHTS, "weights", "all factors with votes weigh 0");
            }
            return new Factors(
                    IntStream.of(kept).mapToDouble(i -> weights[i] / sum).toArray(),
                    IntStream.of(kept).mapToObj(i -> membership[i]).toArray(double[][]::new),
                    dropped);
        }

        private static void check(double[] weights, double[][] rows, String field) {
            if (rows.length == 0 || rows[0].length == 0) {
                throw InvalidInputException.of(Code.EMPTY, field, "at least one factor and one grade are needed");
            }
            if (weights.length != rows.length) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "weights", "one weight a factor is needed");
            }
            for (int i = 0; i < weights.length; i++) {
                if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                    throw InvalidInputException.at(Code.BAD_WEIGHTS, "weights", i, "must be 0 or more");
                }
                if (rows[i].length != rows[0].length) {
                    throw InvalidInputException.at(Code.WRONG_LENGTH, field, i, "differs in length from the first row");
                }
            }
            if (!(sum(weights) > 0)) {
                throw InvalidInputException.of(Code.BAD_WEIGHTS, "weights", "all are 0");
            }
        }
    }

    /** Evaluates factors; one value a grade, in the order of the memberships. */
    public static FuzzyEvaluation of(Factors factors, Operator operator, double[] gradeValues) {
        int grades = gradeValues.length;
        for (double[] row : factors.membership()) {
            if (row.length != grades) {
                throw InvalidInputException.of(Code.WRONG_LENGTH, "grade_values", "one value a grade is needed");
            }
        }
        double[] raw = new double[grades];
        for (int i = 0; i < factors.weights().length; i++) {
            for (int j = 0; j < grades; j++) {
                raw[j] = operator.join(raw[j], operator.combine(factors.weights()[i], factors.membership()[i][j]));
            }
        }
        double sum = sum(raw);
        if (!(sum > 0)) {
            return new FuzzyEvaluation(
                    raw,
                    new double[0],
                    Optional.empty(),
                    Figure.undefined(Reason.NO_DATA),
                    EnumSet.noneOf(Warning.class));
        }
        double[] normalised = new double[grades];
        double score = 0;
        for (int j = 0; j < grades; j++) {
            normalised[j] = raw[j] / sum;
            score += normalised[j] * gradeValues[j];
        }
        return graded(raw, normalised, score, gradeValues);
    }

    private static FuzzyEvaluation graded(double[] raw, double[] normalised, double score, double[] gradeValues) {
        double highest = IntStream.range(0, normalised.length)
                .mapToDouble(j -> normalised[j])
                .max()
                .orElse(0);
        int[] best = IntStream.range(0, normalised.length)
                .filter(j -> normalised[j] >= highest - SAME)
                .toArray();
        int grade = best[0];
        for (int candidate : best) {
            grade = gradeValues[candidate] < gradeValues[grade] ? candidate : grade;
        }
        Set<Warning> warnings = best.length > 1 ? EnumSet.of(Warning.TIED_GRADE) : EnumSet.noneOf(Warning.class);
        return new FuzzyEvaluation(raw, normalised, Optional.of(grade), Figure.of(score), warnings);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
