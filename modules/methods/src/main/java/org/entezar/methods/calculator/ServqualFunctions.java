package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.answers.Scale;
import org.entezar.methods.servqual.DifferenceReliability;
import org.entezar.methods.servqual.Reliability;
import org.entezar.methods.servqual.Servqual;
import org.entezar.methods.servqual.ServqualDesign;
import org.entezar.methods.servqual.ServqualDesign.Dimension;
import org.jspecify.annotations.Nullable;

/** SERVQUAL and SERVPERF by name. */
final class ServqualFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "servqual",
                    "service quality as perception minus expectation, by item, dimension and overall",
                    """
            inputs: expectation, perception (rows of respondents, one answer an item, null = missing);
              dimensions {name: [items]} (default: the 22 items of 1988), item_index_base (default 1);
              importance_points (rows of respondents, one value a dimension) or weights (one value a dimension);
              min_answered_share (default .5); reversed_items and scale [least, greatest] for items worded the other way
            gap = perception - expectation where both were answered; respondent's dimension gap = mean of its answered gaps,
            defined when at least half of its items have one; overall = mean of the dimensions of a respondent who has all,
            weighted by his own points; then means over respondents with t intervals. SERVPERF: perceptions alone.
            source: Parasuraman, Zeithaml & Berry 1988 J. Retailing 64(1):12-40; Cronin & Taylor 1992 J. Marketing 56(3):55-68
            """,
                    ServqualFunctions::servqual),
            new MethodFunction(
                    "cronbach_alpha",
                    "how well items that should measure the same thing hang together",
                    """
                    inputs: items (rows of respondents, null = missing; only complete rows are used)
                    alpha = k/(k-1) (1 - sum var_j / var_total); standardised alpha = k r/(1+(k-1) r), r the mean correlation;
                    interval by Feldt; correlation of each item with the sum of the others; alpha if deleted; omega of one
                    factor by maximum likelihood = (sum loadings)^2/((sum loadings)^2 + sum residuals)
                    source: Cronbach 1951 Psychometrika 16:297-334; Feldt 1965 30:357-370; McDonald 1999 Test Theory
                    """,
                    ServqualFunctions::alpha),
            new MethodFunction(
                    "difference_score_reliability",
                    "how reliable a dimension's gap is as a difference of two scores",
                    """
                    inputs: expectation, perception (rows of respondents, one answer an item, null = missing)
                    (var_E alpha_E + var_P alpha_P - 2 cov_EP)/(var_E + var_P - 2 cov_EP), E and P respondents' means
                    source: Peter, Churchill & Brown 1993 J. Consumer Research 19:655-662
                    """,
                    ServqualFunctions::differenceReliability));

    private ServqualFunctions() {}

    private static Map<String, @Nullable Object> servqual(Inputs inputs) {
        double[][] expectation = inputs.matrix("expectation");
        double[][] perception = inputs.matrix("perception");
        if (expectation.length == 0) {
            throw InvalidInputException.of(Code.EMPTY, "expectation", "at least one respondent is needed");
        }
        ServqualDesign design = design(inputs, expectation[0].length);
        Servqual.Result result = Servqual.evaluate(new Servqual.Input(
                design,
                scale(inputs),
                expectation,
                perception,
                inputs.has("importance_points") ? Optional.of(inputs.matrix("importance_points")) : Optional.empty(),
                inputs.optionalNumbers("weights")));
        Outputs outputs = new Outputs()
                .put(
                        "item_gap",
                        Outputs.plain(
                                result.items().stream().map(MeanEstimate::mean).toList()))
                .put("item_n", result.items().stream().map(MeanEstimate::n).toList())
                .put("dimension_gap", byDimension(design, result.gaps().dimensions()));
        if (!result.points().isEmpty()) {
            outputs.put("dimension_weight_mean", weights(design, result.points()));
        }
        outputs.put("overall_unweighted", result.gaps().unweighted());
        result.gaps().weighted().ifPresent(weighted -> outputs.put("overall_weighted", weighted)
                .put("respondent_weighted", result.respondentWeightedGaps()));
        outputs.put("respondent_unweighted", result.respondentGaps())
                .put(
                        "servperf_dimension",
                        byDimension(design, result.perceptions().dimensions()))
                .put("servperf_unweighted", result.perceptions().unweighted());
        result.perceptions().weighted().ifPresent(weighted -> outputs.put("servperf_weighted", weighted));
        return outputs.warnings(result.warnings()).tree();
    }

    private static Map<String, @Nullable Object> alpha(Inputs inputs) {
        Reliability reliability = Reliability.of(inputs.matrix("items"), 0.95);
        return new Outputs()
                .put("n", reliability.n())
                .put("k", reliability.items())
                .put("alpha", reliability.alpha())
                .put("alpha_standardised", reliability.standardisedAlpha())
                .put("alpha_ci95_feldt", reliability.alphaBounds())
                .put("item_rest_correlation", Outputs.plain(reliability.itemRest()))
                .put("alpha_if_deleted", Outputs.plain(reliability.alphaIfDeleted()))
                .put("omega_total_ml_1factor", reliability.omega())
                .warnings(reliability.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> differenceReliability(Inputs inputs) {
        DifferenceReliability reliability =
                DifferenceReliability.of(inputs.matrix("expectation"), inputs.matrix("perception"));
        return new Outputs()
                .put("n", reliability.n())
                .put("alpha_expectation", reliability.alphaExpectation())
                .put("alpha_perception", reliability.alphaPerception())
                .put("r_EP", reliability.correlation())
                .put("var_E", reliability.varianceExpectation())
                .put("var_P", reliability.variancePerception())
                .put("reliability_difference", reliability.reliability())
                .put("alpha_of_gap_items", reliability.alphaOfGaps())
                .tree();
    }

    private static ServqualDesign design(Inputs inputs, int items) {
        int base = inputs.integer("item_index_base", 0, 1, 1);
        List<Dimension> dimensions = new ArrayList<>();
        if (inputs.has("dimensions")) {
            Inputs given = inputs.object("dimensions");
            for (String name : given.names()) {
                dimensions.add(new Dimension(name, items(given, name, base)));
            }
        } else {
            dimensions.addAll(ServqualDesign.standard().dimensions());
        }
        Set<Integer> reversed =
                inputs.has("reversed_items") ? new TreeSet<>(items(inputs, "reversed_items", base)) : Set.of();
        return new ServqualDesign(items, dimensions, reversed, inputs.number("min_answered_share", 0.5), 0.95);
    }

    private static List<Integer> items(Inputs inputs, String name, int base) {
        List<Integer> items = new ArrayList<>();
        for (int item : inputs.integers(name, base, 100_000)) {
            items.add(item - base);
        }
        return items;
    }

    static Optional<Scale> scale(Inputs inputs) {
        if (!inputs.has("scale")) {
            return Optional.empty();
        }
        int[] ends = inputs.integers("scale", 0, 254);
        if (ends.length != 2) {
            throw InvalidInputException.of(Code.WRONG_LENGTH, "scale", "the least and the greatest answer are needed");
        }
        return Optional.of(new Scale(ends[0], ends[1]));
    }

    private static Map<String, @Nullable Object> byDimension(ServqualDesign design, List<MeanEstimate> estimates) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int d = 0; d < estimates.size(); d++) {
            map.put(design.dimensions().get(d).name(), Outputs.plain(estimates.get(d)));
        }
        return map;
    }

    private static Map<String, @Nullable Object> weights(ServqualDesign design, List<Figure> means) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int d = 0; d < means.size(); d++) {
            map.put(design.dimensions().get(d).name(), Outputs.plain(means.get(d)));
        }
        return map;
    }
}
