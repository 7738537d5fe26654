package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;
import org.entezar.methods.ShareEstimate;
import org.entezar.methods.loyalty.ExitStages;
import org.entezar.methods.loyalty.LoyaltyComposite;
import org.entezar.methods.loyalty.PriceTolerance;
import org.entezar.methods.loyalty.Responses;
import org.jspecify.annotations.Nullable;

/** Loyalty and leaving by name. */
final class LoyaltyFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "loyalty_composite",
                    "Loyalty from 0 to 100 out of four components",
                    """
                    purchase_intention_1_7[], price_tolerance_pct[], cross_bought[], cross_available[], recommend_0_10[],
                    optional weights [.3 .2 .2 .3], price_cap_pct 25. Weighted mean over the answered, at least 3 of 4. Our
                    own construction.
                    """,
                    LoyaltyFunctions::composite),
            new MethodFunction(
                    "price_tolerance_curve",
                    "Share of customers who would stay at a price difference",
                    """
                    premium_pct[], at_pct[]: share with a premium of at least x, Wilson interval at each x.
                    """,
                    LoyaltyFunctions::tolerance),
            new MethodFunction(
                    "evln",
                    "Exit, voice, loyalty, neglect: what dissatisfied customers do",
                    """
                    items[][] 1..7, item_scale[]. Scale means (half answered), z over the sample, dominant = highest z, MIXED
                    if the lead is below .25; active (E+V-L-N)/2, constructive (V+L-E-N)/2.
                    """,
                    LoyaltyFunctions::responses),
            new MethodFunction(
                    "markov_exit",
                    "Stages on the way out: how long customers stay, and who leaves",
                    """
                    states[], absorbing[], sequences[][] (null = gap), prior, k. P = (n_ij+a)/(n_i·+aK), limits of
                    Beta(n_ij+a, n_i·+aK-n_ij-a), N = (I-Q)⁻¹, periods N1, (P^k) to exit.
                    """,
                    LoyaltyFunctions::stages));

    private LoyaltyFunctions() {}

    private static Map<String, @Nullable Object> composite(Inputs in) {
        LoyaltyComposite.Result result = LoyaltyComposite.evaluate(new LoyaltyComposite.Input(
                in.column("purchase_intention_1_7"),
                in.column("price_tolerance_pct"),
                in.column("cross_bought"),
                in.column("cross_available"),
                in.column("recommend_0_10"),
                in.optionalNumbers("weights").orElse(LoyaltyComposite.DEFAULT_WEIGHTS),
                in.number("price_cap_pct", LoyaltyComposite.DEFAULT_CAP)));
        return new Outputs()
                .put("components_0_100", result.components())
                .put("composite", result.composite())
                .put("mean", result.mean())
                .tree();
    }

    private static Map<String, @Nullable Object> tolerance(Inputs in) {
        double[] at = in.numbers("at_pct");
        List<ShareEstimate> curve = PriceTolerance.evaluate(new PriceTolerance.Input(in.column("premium_pct"), at));
        Outputs out = new Outputs()
                .put("n", (Object) (curve.isEmpty() ? 0L : curve.get(0).n()))
                .put("at_pct", at)
                .put(
                        "share",
                        Outputs.plain(curve.stream().map(ShareEstimate::share).toList()))
                .put(
                        "lower",
                        Outputs.plain(curve.stream().map(ShareEstimate::lower).toList()))
                .put(
                        "upper",
                        Outputs.plain(curve.stream().map(ShareEstimate::upper).toList()));
        if (!curve.isEmpty() && curve.get(0).n() == 0) {
            out.reason("share", Reason.NO_DATA);
        }
        return out.tree();
    }

    private static Map<String, @Nullable Object> responses(Inputs in) {
        List<String> words = in.texts("item_scale");
        List<Responses.Response> scales = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toUpperCase(Locale.ROOT);
            if (Arrays.stream(Responses.Response.values())
                    .noneMatch(r -> r.name().equals(word))) {
                throw InvalidInputException.at(Code.UNKNOWN_CHOICE, "item_scale", i, "exit, voice, loyalty or neglect");
            }
            scales.add(Responses.Response.valueOf(word));
        }
        Responses.Result result = Responses.evaluate(new Responses.Input(in.matrix("items"), scales));
        List<@Nullable String> dominant = new ArrayList<>();
        for (Optional<Responses.Dominant> one : result.dominant()) {
            dominant.add(one.map(Enum::name).orElse(null));
        }
        Outputs out = new Outputs()
                .put("n", (Object) result.scores().length)
                .put("scores", result.scores())
                .put(
                        "mean",
                        Outputs.plain(
                                result.means().stream().map(MeanEstimate::mean).toList()))
                .put(
                        "sd",
                        Outputs.plain(
                                result.means().stream().map(MeanEstimate::sd).toList()))
                .put("z", result.z())
                .put("dominant", dominant)
                .put("active_minus_passive", result.active())
                .put("constructive_minus_destructive", result.constructive());
        for (MeanEstimate mean : result.means()) {
            if (!mean.sd().isDefined()) {
                out.reason("z", mean.n() == 0 ? Reason.NO_DATA : Reason.TOO_FEW);
            } else if (mean.sd().value() == 0) {
                out.reason("z", Reason.ZERO_VARIANCE);
            }
        }
        return out.tree();
    }

    private static Map<String, @Nullable Object> stages(Inputs in) {
        List<String> states = in.texts("states");
        if (states.stream().distinct().count() < states.size()) {
            throw InvalidInputException.of(Code.DUPLICATE, "states", "the same state twice");
        }
        boolean[] absorbing = new boolean[states.size()];
        List<String> last = in.texts("absorbing");
        for (int i = 0; i < last.size(); i++) {
            absorbing[number(states, last.get(i), "absorbing[" + i + "]")] = true;
        }
        List<List<@Nullable String>> rows = in.textRows("sequences");
        int[][] sequences = new int[rows.size()][];
        for (int i = 0; i < sequences.length; i++) {
            List<@Nullable String> row = rows.get(i);
            sequences[i] = new int[row.size()];
            for (int t = 0; t < row.size(); t++) {
                String state = row.get(t);
                sequences[i][t] = state == null ? -1 : number(states, state, "sequences[" + i + "][" + t + "]");
            }
        }
        ExitStages.Result result = ExitStages.evaluate(new ExitStages.Input(
                states.size(), absorbing, sequences, in.number("prior", 0.5), in.integer("k", 0, 1_000_000)));
        List<List<Long>> counts = Arrays.stream(result.counts())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        Outputs out = new Outputs()
                .put("counts", counts)
                .put("n_leaving", Arrays.stream(result.leaving()).boxed().toList())
                .put("P", result.probabilities())
                .put("P_ci95_lower", result.lower())
                .put("P_ci95_upper", result.upper())
                .put("fundamental", result.periods().get(0).isDefined() ? rows(result.fundamental()) : null)
                .put("expected_periods_to_exit", Outputs.plain(result.periods()))
                .put("sd_periods_to_exit", Outputs.plain(result.sd()))
                .put("exit_within_k", result.within())
                .put("absorbed_in", result.periods().get(0).isDefined() ? rows(result.ends()) : null)
                .warnings(result.warnings());
        result.periods()
                .get(0)
                .number()
                .ifPresentOrElse(
                        t -> {},
                        () -> out.reason(
                                "expected_periods_to_exit",
                                Arrays.stream(result.probabilities()[result.transientStates()[0]])
                                                .anyMatch(Double::isNaN)
                                        ? Reason.NO_DATA
                                        : Reason.UNSTABLE));
        return out.tree();
    }

    private static List<List<@Nullable Object>> rows(double[][] rows) {
        return Arrays.stream(rows).map(Outputs::plain).toList();
    }

    private static int number(List<String> states, String state, String place) {
        int number = states.indexOf(state);
        if (number < 0) {
            throw InvalidInputException.of(Code.UNKNOWN_CHOICE, place, "no state called " + state);
        }
        return number;
    }
}
