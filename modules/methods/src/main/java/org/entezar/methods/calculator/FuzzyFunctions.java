package org.entezar.methods.calculator;

import java.util.List;
import java.util.Map;
import org.entezar.methods.Warning;
import org.entezar.methods.fuzzy.AnalyticHierarchy;
import org.entezar.methods.fuzzy.FuzzyEvaluation;
import org.entezar.methods.fuzzy.FuzzyEvaluation.Factors;
import org.entezar.methods.fuzzy.FuzzyEvaluation.Operator;
import org.jspecify.annotations.Nullable;

/** Fuzzy comprehensive evaluation and AHP by name. */
final class FuzzyFunctions {
    private static final String RULES = """
            weights are rescaled to sum 1; a factor without votes is dropped. B by operator: min_max max min(w,r);
            product_max max w r; min_boundedsum min(1, sum min(w,r)); product_boundedsum min(1, sum w r), the usual one.
            B_normalised sums to 1; grade of highest membership, of tied grades the one of lower value, flagged;
            score = sum B_normalised value. For several levels feed B_normalised of each group as a row of the next.
            source: after Zadeh 1965 Information and Control 8:338-353
            """;

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "fuzzy_comprehensive_evaluation",
                    "one grade and score from weighted factors with degrees of membership",
                    "inputs: weights, membership (rows of factors, one degree 0..1 a grade), grade_values\n" + RULES,
                    FuzzyFunctions::ofMembership),
            new MethodFunction(
                    "fuzzy_from_vote_counts",
                    "one grade and score from weighted factors and votes for grades",
                    "inputs: weights, votes (rows of factors, one count a grade), grade_values\n" + RULES,
                    FuzzyFunctions::ofVotes),
            new MethodFunction(
                    "ahp",
                    "weights from pairwise judgements, and whether they are consistent",
                    """
                    inputs: matrix (reciprocal) or matrices (one a judge, put together by geometric means)
                    weights = principal eigenvector; lambda_max = mean((Mw)_i/w_i); ci = (lambda_max - n)/(n - 1); cr = ci/ri,
                    ri (n = 1..10) 0 0 .58 .90 1.12 1.24 1.32 1.41 1.45 1.49; consistent when cr < .10; n <= 2: cr = 0
                    source: Saaty 1980 The Analytic Hierarchy Process; Aczel & Saaty 1983 J. Math. Psych. 27:93-102
                    """,
                    FuzzyFunctions::hierarchy));

    private FuzzyFunctions() {}

    private static Map<String, @Nullable Object> ofMembership(Inputs inputs) {
        Factors factors = Factors.ofMembership(inputs.numbers("weights"), inputs.fullMatrix("membership"));
        return evaluate(new Outputs(), factors, inputs);
    }

    private static Map<String, @Nullable Object> ofVotes(Inputs inputs) {
        Factors factors = Factors.ofVotes(inputs.numbers("weights"), inputs.fullMatrix("votes"));
        return evaluate(new Outputs().put("membership", factors.membership()), factors, inputs);
    }

    private static Map<String, @Nullable Object> evaluate(Outputs outputs, Factors factors, Inputs inputs) {
        double[] values = inputs.numbers("grade_values");
        outputs.put("min_max", one(FuzzyEvaluation.of(factors, Operator.MIN_MAX, values)))
                .put("product_max", one(FuzzyEvaluation.of(factors, Operator.PRODUCT_MAX, values)))
                .put("min_boundedsum", one(FuzzyEvaluation.of(factors, Operator.MIN_BOUNDED_SUM, values)))
                .put("product_boundedsum", one(FuzzyEvaluation.of(factors, Operator.PRODUCT_BOUNDED_SUM, values)));
        if (!factors.dropped().isEmpty()) {
            outputs.put(
                            "dropped_factors_base1",
                            factors.dropped().stream().map(i -> i + 1).toList())
                    .warnings(List.of(Warning.FACTOR_WITHOUT_VOTES));
        }
        return outputs.tree();
    }

    private static Map<String, @Nullable Object> one(FuzzyEvaluation evaluation) {
        Outputs outputs = new Outputs().put("B", evaluation.raw());
        if (evaluation.grade().isPresent()) {
            outputs.put("B_normalised", evaluation.normalised());
        } else {
            outputs.put("B_normalised", (Object) null);
        }
        return outputs.put(
                        "max_membership_index_base1",
                        evaluation.grade().map(grade -> grade + 1).orElse(null))
                .put("score", evaluation.score())
                .warnings(evaluation.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> hierarchy(Inputs inputs) {
        double[][] matrix = inputs.has("matrices")
                ? AnalyticHierarchy.group(inputs.matrices("matrices"))
                : inputs.fullMatrix("matrix");
        AnalyticHierarchy result = AnalyticHierarchy.of(matrix);
        return new Outputs()
                .put("weights", result.weights())
                .put("lambda_max", result.lambdaMax())
                .put("ci", result.consistencyIndex())
                .put("random_index", result.randomIndex())
                .put("cr", result.consistencyRatio())
                .put("consistent", result.isConsistent())
                .put("geometric_mean_weights", result.geometricMeanWeights())
                .warnings(result.warnings())
                .tree();
    }
}
