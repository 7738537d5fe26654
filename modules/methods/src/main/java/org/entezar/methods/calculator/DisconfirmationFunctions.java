package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entezar.methods.disconfirmation.Asymmetry;
import org.entezar.methods.disconfirmation.Disconfirmation;
import org.entezar.methods.disconfirmation.IndifferenceBand;
import org.jspecify.annotations.Nullable;

/** Disconfirmation by name. */
final class DisconfirmationFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "disconfirmation",
                    "how many were disappointed, met or delighted",
                    """
                    inputs: expected, perceived (same scale, null = missing), delta_negative, delta_positive (default .5)
                    D = perceived - expected; DISAPPOINTED D < -delta_negative, DELIGHTED D > delta_positive, otherwise MET;
                    the band is closed, decimals compare with a tolerance of 1e-9; shares with three separate Wilson
                    intervals; mean D with t interval
                    source: Oliver 1980 JMR 17:460-469; Woodruff, Cadotte & Jenkins 1983 JMR 20:296-304
                    """,
                    DisconfirmationFunctions::disconfirmation),
            new MethodFunction(
                    "indifference_band_from_reliability",
                    "an indifference band as wide as the error of measurement",
                    """
                    inputs: disconfirmation (null = missing), reliability_of_D, z (default 1.96)
                    delta = z sd sqrt(1 - reliability)
                    """,
                    DisconfirmationFunctions::band),
            new MethodFunction(
                    "asymmetric_disconfirmation_regression",
                    "whether losses weigh more than gains",
                    """
                    inputs: disconfirmation, satisfaction (null = missing)
                    least squares of satisfaction on max(D,0) and min(D,0); needs n >= 10 and both signs of D; the ratio
                    b-/b+ only when b+ is clearly positive (here: larger than its standard error)
                    source: Anderson & Sullivan 1993 Marketing Science 12:125-143
                    """,
                    DisconfirmationFunctions::asymmetry));

    private DisconfirmationFunctions() {}

    private static Map<String, @Nullable Object> disconfirmation(Inputs inputs) {
        IndifferenceBand band =
                new IndifferenceBand(inputs.number("delta_negative", 0.5), inputs.number("delta_positive", 0.5));
        Disconfirmation result = Disconfirmation.of(inputs.column("expected"), inputs.column("perceived"), band, 0.95);
        List<@Nullable Object> states = new ArrayList<>();
        for (Optional<Disconfirmation.State> state : result.states(band)) {
            states.add(state.map(Enum::name).orElse(null));
        }
        Map<String, @Nullable Object> counts = new LinkedHashMap<>();
        Map<String, @Nullable Object> shares = new LinkedHashMap<>();
        result.shares().forEach((state, share) -> {
            String name = state.name().toLowerCase(Locale.ROOT);
            counts.put(name, share.count());
            shares.put(
                    name,
                    new Outputs()
                            .put("p", share.share())
                            .put("lower", share.lower())
                            .put("upper", share.upper())
                            .tree());
        });
        return new Outputs()
                .put("n", result.mean().n())
                .put("disconfirmation", result.differences())
                .put("state", states)
                .put("counts", counts)
                .put("shares_wilson95", shares)
                .put("mean_disconfirmation", result.mean())
                .warnings(result.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> band(Inputs inputs) {
        IndifferenceBand.FromReliability band = IndifferenceBand.fromReliability(
                inputs.column("disconfirmation"), inputs.number("reliability_of_D"), inputs.number("z", 1.96));
        return new Outputs()
                .put("sd", band.sd())
                .put("sem", band.measurementError())
                .put("delta", band.delta())
                .tree();
    }

    private static Map<String, @Nullable Object> asymmetry(Inputs inputs) {
        Asymmetry result = Asymmetry.of(inputs.column("disconfirmation"), inputs.column("satisfaction"));
        return new Outputs()
                .put("n", result.n())
                .put("intercept", result.intercept())
                .put("b_positive", result.positive())
                .put("b_negative", result.negative())
                .put("se_intercept", result.interceptError())
                .put("se_positive", result.positiveError())
                .put("se_negative", result.negativeError())
                .put("r2", result.rSquared())
                .put("asymmetry_ratio", result.ratio())
                .put("losses_weigh_more", result.lossesWeighMore())
                .tree();
    }
}
