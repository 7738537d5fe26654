package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.importance.DerivedImportance;
import org.entezar.methods.importance.ImportancePerformance;
import org.entezar.methods.importance.ImportancePerformance.CrossHair;
import org.entezar.methods.importance.ImportancePerformance.Quadrant;
import org.entezar.methods.statistics.Bootstrap;
import org.jspecify.annotations.Nullable;

/** Importance-performance analysis by name. */
final class ImportanceFunctions {
    private static final String DERIVED = """
            beta = R^-1 r, vif = diagonal of R^-1; lmg: mean gain in R2 over all orders of entry, sums to R2 (all subsets up
            to 15 items, above that sampled orders, with a warning); johnson: relative weights by the symmetric root of R;
            needs n > p + 1; an item that does not vary is dropped and reported; a VIF above 1e6 leaves all undefined
            source: Lindeman, Merenda & Gold 1980; Gromping 2006 J. Stat. Software 17(1); Johnson 2000 MBR 35:1-19
            """;

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "ipa",
                    "importance-performance analysis: in which quadrant each item stands",
                    """
                    inputs: performance_items (rows of respondents), overall, stated_importance (one value an item, optional),
                      crosshair means | medians, scale_middle (a fixed line instead), bootstrap_resamples with bootstrap_seed
                    incomplete rows are left out; performance = item means; on or above the cross-hair is high: CONCENTRATE
                    (important, weak), KEEP_UP, OVERKILL (unimportant, strong), LOW_PRIORITY
                    source: Martilla & James 1977 J. Marketing 41(1):77-79; Oh 2001 Tourism Management 22:617-627
                    """ + DERIVED,
                    ImportanceFunctions::ipa),
            new MethodFunction(
                    "derived_importance",
                    "how much each item contributes to the overall rating",
                    "inputs: X (rows of respondents, null = missing), y; incomplete rows are left out\n" + DERIVED,
                    ImportanceFunctions::derived));

    private ImportanceFunctions() {}

    private static Map<String, @Nullable Object> ipa(Inputs inputs) {
        ImportancePerformance.Input input = new ImportancePerformance.Input(
                inputs.matrix("performance_items"),
                inputs.column("overall"),
                inputs.optionalNumbers("stated_importance"),
                crossHair(inputs),
                inputs.has("scale_middle") ? Optional.of(inputs.number("scale_middle")) : Optional.empty(),
                seed(inputs));
        ImportancePerformance result = ImportancePerformance.of(input);
        Outputs outputs = new Outputs().put("n", result.n()).put("performance", result.performance());
        input.stated().ifPresent(stated -> outputs.put("stated_importance", stated));
        put(outputs, result.derived());
        outputs.put("crosshair_performance", result.performanceLine())
                .put("crosshair_stated", finite(result.statedLine()))
                .put(
                        "quadrant_stated",
                        result.byStated().stream().map(Enum::name).toList());
        List<@Nullable Object> byDerived = new ArrayList<>();
        for (Optional<Quadrant> quadrant : result.byDerived()) {
            byDerived.add(quadrant.map(Enum::name).orElse(null));
        }
        outputs.put("quadrant_derived_lmg", byDerived);
        if (inputs.has("bootstrap_resamples") && result.n() > 0) {
            bootstrap(inputs, input, outputs);
        }
        return outputs.warnings(result.warnings()).tree();
    }

    private static void bootstrap(Inputs inputs, ImportancePerformance.Input input, Outputs outputs) {
        int resamples = inputs.integer("bootstrap_resamples", 2, 100_000);
        ImportancePerformance.Uncertainty uncertainty =
                ImportancePerformance.bootstrap(input, Bootstrap.of(resamples, seed(inputs)));
        List<@Nullable Object> intervals = new ArrayList<>();
        uncertainty
                .lmg()
                .forEach(one -> intervals.add(
                        one.bounds().interval().map(Outputs::plain).orElse(null)));
        outputs.put("bootstrap_resamples", resamples)
                .put("bootstrap_seed", seed(inputs))
                .put("lmg_bootstrap_percentile95", intervals)
                .put(
                        "quadrants",
                        Arrays.stream(Quadrant.values()).map(Enum::name).toList())
                .put("quadrant_membership", uncertainty.membership());
    }

    private static long seed(Inputs inputs) {
        return inputs.has("bootstrap_seed") ? inputs.longInteger("bootstrap_seed", 0, 1L << 53) : 1;
    }

    private static @Nullable Object finite(double number) {
        return Double.isNaN(number) ? null : number;
    }

    private static CrossHair crossHair(Inputs inputs) {
        return switch (inputs.text("crosshair", "means")) {
            case "means" -> CrossHair.MEANS;
            case "medians" -> CrossHair.MEDIANS;
            default -> throw InvalidInputException.of(Code.UNKNOWN_CHOICE, "crosshair", "is neither means nor medians");
        };
    }

    private static Map<String, @Nullable Object> derived(Inputs inputs) {
        ImportancePerformance.Input input = new ImportancePerformance.Input(
                inputs.matrix("X"),
                inputs.column("y"),
                Optional.empty(),
                CrossHair.MEANS,
                Optional.empty(),
                seed(inputs));
        DerivedImportance derived = ImportancePerformance.of(input).derived();
        Outputs outputs = new Outputs().put("n", derived.n());
        put(outputs, derived);
        return outputs.warnings(derived.warnings()).tree();
    }

    private static void put(Outputs outputs, DerivedImportance derived) {
        outputs.put("beta_standardised", derived.beta())
                .put("r2", derived.rSquared())
                .put("lmg", derived.lmg())
                .put("lmg_share", shares(derived))
                .put("johnson_relative_weights", derived.johnson())
                .put("vif", derived.vif());
        if (derived.dropped().length > 0) {
            outputs.put(
                    "dropped_items_base1",
                    Arrays.stream(derived.dropped()).map(j -> j + 1).toArray());
        }
    }

    private static double[] shares(DerivedImportance derived) {
        Figure rSquared = derived.rSquared();
        return Arrays.stream(derived.lmg())
                .map(lmg -> rSquared.isDefined() && rSquared.value() > 0 ? lmg / rSquared.value() : Double.NaN)
                .toArray();
    }
}
