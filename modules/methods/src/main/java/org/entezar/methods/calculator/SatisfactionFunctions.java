package org.entezar.methods.calculator;

import java.util.List;
import java.util.Map;
import org.entezar.methods.Bounds;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.Warning;
import org.entezar.methods.nps.CustomerEffortScore;
import org.entezar.methods.nps.NetPromoterScore;
import org.entezar.methods.nps.SatisfactionIndex;
import org.entezar.methods.nps.TopTwoShare;
import org.jspecify.annotations.Nullable;

/** NPS, CSAT, CES and the satisfaction index by name. */
final class SatisfactionFunctions {
    private static final long MOST = 1L << 40;

    private static final String NPS_RULES = """
            promoters 9-10, passives 7-8, detractors 0-6; nps = 100 (p - d); v = p + d - (p-d)^2, se = 100 sqrt(v/n);
            wald = nps +- z se; adjusted Wald (3/4, 3): n+3, promoters + .75, detractors + .75, clipped to +-100: show this one
            source: Reichheld 2003 HBR 81(12):46-54; Rocks 2016 American Statistician 70:365-372
            """;

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "nps_from_scores",
                    "net promoter score of answers 0..10",
                    "inputs: scores (0..10 a respondent, null = missing)\n" + NPS_RULES,
                    SatisfactionFunctions::fromScores),
            new MethodFunction(
                    "nps_from_counts",
                    "net promoter score of counts",
                    "inputs: promoters, passives, detractors\n" + NPS_RULES,
                    SatisfactionFunctions::fromCounts),
            new MethodFunction(
                    "nps_difference",
                    "difference of the net promoter scores of two independent groups",
                    "inputs: a, b, each [promoters, passives, detractors]\n"
                            + "difference a - b; se = sqrt(se_a^2 + se_b^2); z test, two-sided\n" + NPS_RULES,
                    SatisfactionFunctions::difference),
            new MethodFunction(
                    "csat_top2",
                    "share of satisfied customers in per cent",
                    "inputs: satisfied, n\nshare in per cent with Wilson interval (Wilson 1927 JASA 22:209-212)\n",
                    SatisfactionFunctions::topTwo),
            new MethodFunction("ces", "customer effort score", """
                    inputs: scores (null = missing), scale [least, greatest] (default [1, 7])
                    mean with t interval; agree share = answers above the middle of the scale (5..7), with Wilson interval
                    source: Dixon, Freeman & Toman 2010 HBR 88(7-8):116-122
                    """, SatisfactionFunctions::effort),
            new MethodFunction(
                    "acsi_index",
                    "satisfaction index 0..100 of several items with unstandardised weights",
                    """
                    inputs: items (rows of respondents, null = missing), weights, weights_standardised, min, max (one an item)
                    100 (sum w mean - sum w min)/(sum w max - sum w min); standardised weights are first divided by the item's
                    standard deviation (n-1); a negative weight is reported and the index refused; the interval treats the
                    weights as known
                    source: Fornell et al. 1996 J. Marketing 60(4):7-18
                    """,
                    SatisfactionFunctions::index));

    private SatisfactionFunctions() {}

    private static Map<String, @Nullable Object> fromScores(Inputs inputs) {
        NetPromoterScore nps = NetPromoterScore.fromScores(inputs.column("scores"), 0.95);
        Outputs outputs = new Outputs()
                .put("promoters", nps.promoters())
                .put("passives", nps.passives())
                .put("detractors", nps.detractors());
        return score(outputs, nps);
    }

    private static Map<String, @Nullable Object> fromCounts(Inputs inputs) {
        return score(
                new Outputs(),
                NetPromoterScore.fromCounts(
                        inputs.longInteger("promoters", 0, MOST),
                        inputs.longInteger("passives", 0, MOST),
                        inputs.longInteger("detractors", 0, MOST),
                        0.95));
    }

    private static Map<String, @Nullable Object> score(Outputs outputs, NetPromoterScore nps) {
        return outputs.put("n", nps.n())
                .put("nps", nps.score())
                .put("variance_unit", nps.varianceOfOne())
                .put("se", nps.standardError())
                .put("wald", nps.wald())
                .put("adjusted_wald_centre", nps.adjustedCentre())
                .put("adjusted_wald_se", nps.adjustedError())
                .put("adjusted_wald", nps.adjusted())
                .warnings(size(nps.n()))
                .tree();
    }

    private static List<Warning> size(long n) {
        return n < 5 ? List.of(Warning.TOO_FEW_TO_SHOW) : n < 30 ? List.of(Warning.INDICATIVE) : List.of();
    }

    private static Map<String, @Nullable Object> difference(Inputs inputs) {
        NetPromoterScore.Difference difference = group(inputs, "a").minus(group(inputs, "b"), 0.95);
        return new Outputs()
                .put("difference", difference.difference())
                .put("se", difference.standardError())
                .put("z", difference.z())
                .put("p_value", difference.pValue())
                .put("wald", difference.wald())
                .tree();
    }

    private static NetPromoterScore group(Inputs inputs, String name) {
        int[] counts = inputs.integers(name, 0, Integer.MAX_VALUE);
        if (counts.length != 3) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, name, "promoters, passives and detractors are needed");
        }
        return NetPromoterScore.fromCounts(counts[0], counts[1], counts[2], 0.95);
    }

    private static Map<String, @Nullable Object> topTwo(Inputs inputs) {
        ShareEstimate share =
                TopTwoShare.of(inputs.longInteger("satisfied", 0, MOST), inputs.longInteger("n", 0, MOST), 0.95);
        return new Outputs()
                .put("n", share.n())
                .put("top2", share.share().map(p -> 100 * p))
                .put(
                        "wilson95",
                        new Bounds(
                                share.lower().map(p -> 100 * p), share.upper().map(p -> 100 * p)))
                .warnings(size(share.n()))
                .tree();
    }

    private static Map<String, @Nullable Object> effort(Inputs inputs) {
        double[] scale = inputs.optionalNumbers("scale").orElse(new double[] {1, 7});
        if (scale.length != 2) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "scale", "the least and the greatest answer are needed");
        }
        CustomerEffortScore effort = CustomerEffortScore.of(inputs.column("scores"), scale[0], scale[1], 0.95);
        return new Outputs()
                .put("n", effort.mean().n())
                .put("mean", effort.mean().mean())
                .put("sd", effort.mean().sd())
                .put("t95", effort.mean().bounds())
                .put("agree_share", effort.agree().share())
                .put("agree_wilson95", effort.agree().bounds())
                .warnings(size(effort.mean().n()))
                .tree();
    }

    private static Map<String, @Nullable Object> index(Inputs inputs) {
        SatisfactionIndex index = SatisfactionIndex.of(
                new SatisfactionIndex.Input(
                        inputs.matrix("items"),
                        inputs.numbers("weights"),
                        inputs.flag("weights_standardised", false),
                        inputs.numbers("min"),
                        inputs.numbers("max")),
                0.95);
        Outputs outputs = new Outputs()
                .put("n", index.respondents().n())
                .put("item_means", index.itemMeans())
                .put("item_sd", index.itemDeviations());
        if (index.index().isDefined()) {
            outputs.put("unstandardised_weights_normalised", index.weights());
        } else {
            outputs.put("unstandardised_weights_normalised", (Object) null);
        }
        return outputs.put("index", index.index())
                .put("respondent_scores", index.respondentScores())
                .put("se", index.respondents().se())
                .put("t95", index.respondents().bounds())
                .warnings(index.warnings())
                .tree();
    }
}
