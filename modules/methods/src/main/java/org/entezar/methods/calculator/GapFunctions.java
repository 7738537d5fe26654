package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.gaps.FiveGaps;
import org.entezar.methods.gaps.GapCause;
import org.entezar.methods.gaps.ScoreMap;
import org.jspecify.annotations.Nullable;

/** The five gaps by name. */
final class GapFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "five_gaps",
                    "the five gaps of service quality, all as actual minus reference",
                    """
                    inputs: customer_expectation, customer_perception (same customers, null = missing),
                      manager_believed_expectation, delivered_raw, standard_raw, promised_raw (a number, or one a delivery),
                      score_map_x, score_map_y (knots of a monotone piecewise linear map, clamped at its ends)
                    gap1 = mean belief - mean expectation (Welch); gap2 = score(standard) - belief; gap3 = score(delivered) -
                    score(standard), conformance share; gap4 = score(delivered) - score(promised), kept share; gap5 =
                    perception - expectation. Negative = shortfall. Gaps 1 to 4 do not add up to gap 5; the identity of the
                    unpaired means is (M - E) + (S - M) + (D - S) + (P - D) = P - E.
                    source: Parasuraman, Zeithaml & Berry 1985 J. Marketing 49(4):41-50
                    """,
                    GapFunctions::gaps),
            new MethodFunction("gap_causes", "which causes of a gap staff agree with most", """
                    inputs: causes (names), agreement (rows of units, one mean agreement 1..7 a cause, null = missing),
                      gaps (one a unit, null = missing)
                    ranked by mean agreement; correlation with the gap over units, from 8 units on
                    source: Zeithaml, Berry & Parasuraman 1988 J. Marketing 52(2):35-48
                    """, GapFunctions::causes));

    private GapFunctions() {}

    private static Map<String, @Nullable Object> gaps(Inputs inputs) {
        boolean listed = inputs.isList("promised_raw");
        FiveGaps gaps = FiveGaps.of(
                new FiveGaps.Input(
                        inputs.column("customer_expectation"),
                        inputs.column("customer_perception"),
                        inputs.column("manager_believed_expectation"),
                        inputs.column("delivered_raw"),
                        inputs.number("standard_raw"),
                        listed ? inputs.column("promised_raw") : new double[] {inputs.number("promised_raw")},
                        new ScoreMap(inputs.numbers("score_map_x"), inputs.numbers("score_map_y"))),
                0.95);
        FiveGaps.Identity identity = gaps.identity();
        return new Outputs()
                .put("delivered_score", gaps.deliveredScores())
                .put("standard_score", gaps.standardScore())
                .put(
                        "promised_score",
                        listed || gaps.promisedScores().length == 0
                                ? Outputs.plain(gaps.promisedScores())
                                : (Object) gaps.promisedScores()[0])
                .put(
                        "gap1",
                        new Outputs()
                                .put("gap", gaps.knowledge().difference())
                                .put("df", gaps.knowledge().degreesOfFreedom())
                                .put("ci95", gaps.knowledge().bounds())
                                .put("p_value", gaps.knowledge().pValue())
                                .put("n_managers", gaps.knowledge().first().n())
                                .put("n_customers", gaps.knowledge().second().n())
                                .tree())
                .put("gap2", gap(gaps.standards()).tree())
                .put(
                        "gap3",
                        gap(gaps.delivery())
                                .put("conformance_share", gaps.conformance().share())
                                .put("conformance_wilson95", gaps.conformance().bounds())
                                .tree())
                .put(
                        "gap4",
                        gap(gaps.communication())
                                .put("kept_share", gaps.kept().share())
                                .put("kept_wilson95", gaps.kept().bounds())
                                .tree())
                .put("gap5", gap(gaps.customer()).tree())
                .put(
                        "decomposition",
                        new Outputs()
                                .put("knowledge", identity.knowledge())
                                .put("standards", identity.standards())
                                .put("delivery", identity.delivery())
                                .put("perception_residual", identity.perceptionResidual())
                                .put("sum", identity.sum())
                                .put("gap5_unpaired", identity.unpairedGap())
                                .tree())
                .tree();
    }

    private static Outputs gap(MeanEstimate estimate) {
        return new Outputs()
                .put("gap", estimate.mean())
                .put("ci95", estimate.bounds())
                .put("n", estimate.n());
    }

    private static Map<String, @Nullable Object> causes(Inputs inputs) {
        List<@Nullable Object> ranks = new ArrayList<>();
        for (GapCause.Rank rank :
                GapCause.rank(inputs.texts("causes"), inputs.matrix("agreement"), inputs.column("gaps"))) {
            ranks.add(new Outputs()
                    .put("cause", rank.name())
                    .put("units", rank.units())
                    .put("mean", rank.mean())
                    .put("correlation", rank.correlation())
                    .tree());
        }
        return new Outputs().put("causes", ranks).tree();
    }
}
