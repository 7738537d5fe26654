package org.entezar.methods.calculator;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.entezar.methods.Figure;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.control.CusumChart;
import org.entezar.methods.control.EwmaChart;
import org.entezar.methods.control.ReferencePeriod;
import org.entezar.methods.control.ShareChart;
import org.entezar.methods.trend.MannKendall;
import org.entezar.methods.trend.Stagnation;
import org.jspecify.annotations.Nullable;

/** Trends and control charts by name. */
final class TrendFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction("mann_kendall_sen", "Is there a trend, and how steep", """
                    y[] a period, null = missing (keeps its place in time). S, variance with ties, z with continuity, p,
                    τ_b; Sen's slope, intercept, 95 % interval. n < 8: no verdict. AUTOCORRELATED above r = .3.
                    """, TrendFunctions::mannKendall),
            new MethodFunction(
                    "stagnation",
                    "Has a long relationship come to a standstill below the desired level",
                    """
                    y[], relationship_years, desired, optional least_years 3, window 8, band (δ a period). Our own rule after
                    Grayson & Ambler 1999: Sen's interval inside ±δ STAGNATING, wholly below 0 DECLINING.
                    """,
                    TrendFunctions::stagnation),
            new MethodFunction("cusum", "CUSUM chart: a small lasting shift", """
                    x[], target and sigma (or reference[] of a calm period: mean, mean moving range/1.128), k, h.
                    C⁺ = max(0, z-k+C⁺), C⁻ = max(0, -z-k+C⁻), signal above h (Page 1954).
                    """, TrendFunctions::cusum),
            new MethodFunction("ewma", "EWMA chart with exact limits", """
                    x[], target and sigma (or reference[]), lambda, L. Z = λx+(1-λ)Z, limits
                    target ± Lσ√(λ/(2-λ)·(1-(1-λ)^{2t})).
                    """, TrendFunctions::ewma),
            new MethodFunction(
                    "p_chart", "Control chart of shares from samples of varying size", """
                    count[], n[], optional centre (of a calm period), L 3. p̄ ± L√(p̄(1-p̄)/n_i), cut off at 0 and 1.
                    """, TrendFunctions::shares));

    private TrendFunctions() {}

    private static Map<String, @Nullable Object> mannKendall(Inputs in) {
        MannKendall.Result trend = MannKendall.evaluate(in.column("y"));
        Outputs out = new Outputs()
                .put("n", (Object) trend.n())
                .put("S", (Object) trend.s())
                .put("var_S", (Object) trend.variance())
                .put("z", (Object) trend.z())
                .put("p_value", (Object) trend.pValue())
                .put("kendall_tau_b", trend.tauB())
                .put("sen_slope", trend.slope())
                .put("sen_intercept", trend.intercept())
                .put("sen_ci95", trend.bounds())
                .put("lag1_autocorrelation", trend.autocorrelation())
                .put("verdict", trend.verdict().map(Enum::name).orElse(null))
                .warnings(trend.warnings());
        if (trend.verdict().isEmpty()) {
            out.reason("verdict", trend.n() == 0 ? Reason.NO_DATA : Reason.TOO_FEW);
        }
        return out.tree();
    }

    private static Map<String, @Nullable Object> stagnation(Inputs in) {
        Stagnation.Result result = Stagnation.evaluate(new Stagnation.Input(
                in.column("y"),
                in.number("relationship_years"),
                in.number("least_years", 3),
                in.integer("window", 8, 5000, 8),
                in.number("band"),
                in.number("desired")));
        return new Outputs()
                .put("verdict", (Object) result.verdict().name())
                .put("n", (Object) result.n())
                .put("mean", result.mean())
                .put("sen_slope", result.slope())
                .put("sen_ci95", result.bounds())
                .tree();
    }

    /** Target and σ as given, or of the reference period. */
    private record Reference(Figure target, Figure sigma) {}

    private static Reference reference(Inputs in) {
        if (!in.has("reference")) {
            return new Reference(Figure.of(in.number("target")), Figure.of(in.positive("sigma")));
        }
        ReferencePeriod period = ReferencePeriod.of(in.column("reference"));
        return new Reference(in.has("target") ? Figure.of(in.number("target")) : period.target(), period.sigma());
    }

    private static @Nullable Object fromOne(OptionalInt index) {
        return index.isPresent() ? (Object) (index.getAsInt() + 1) : null;
    }

    private static Map<String, @Nullable Object> without(Reference reference) {
        return new Outputs()
                .put("target", reference.target())
                .put("sigma", reference.sigma())
                .tree();
    }

    private static Map<String, @Nullable Object> cusum(Inputs in) {
        Reference reference = reference(in);
        if (!reference.sigma().isDefined()) {
            return without(reference);
        }
        CusumChart.Result chart = CusumChart.evaluate(new CusumChart.Input(
                in.column("x"),
                reference.target().value(),
                reference.sigma().value(),
                in.number("k", 0.5),
                in.number("h", 5)));
        return new Outputs()
                .put("n", (Object) chart.n())
                .put("target", reference.target())
                .put("sigma", reference.sigma())
                .put("c_plus", chart.high())
                .put("c_minus", chart.low())
                .put("first_signal_high", fromOne(chart.firstHigh()))
                .put("first_signal_low", fromOne(chart.firstLow()))
                .tree();
    }

    private static Map<String, @Nullable Object> ewma(Inputs in) {
        Reference reference = reference(in);
        if (!reference.sigma().isDefined()) {
            return without(reference);
        }
        EwmaChart.Result chart = EwmaChart.evaluate(new EwmaChart.Input(
                in.column("x"),
                reference.target().value(),
                reference.sigma().value(),
                in.number("lambda", 0.2),
                in.number("L", 3)));
        return new Outputs()
                .put("n", (Object) chart.n())
                .put("target", reference.target())
                .put("sigma", reference.sigma())
                .put("ewma", chart.average())
                .put("lower", chart.lower())
                .put("upper", chart.upper())
                .put("first_signal", fromOne(chart.first()))
                .tree();
    }

    private static Map<String, @Nullable Object> shares(Inputs in) {
        ShareChart.Result chart = ShareChart.evaluate(new ShareChart.Input(
                counts(in, "count"), counts(in, "n"), in.optionalNumber("centre"), in.number("L", 3)));
        Outputs out = new Outputs()
                .put("n", (Object) chart.n())
                .put("centre", chart.centre())
                .put("share", chart.shares())
                .put("lower", chart.lower())
                .put("upper", chart.upper())
                .put("first_signal", fromOne(chart.first()));
        if (!chart.centre().isDefined()) {
            out.reason("share", Reason.NO_DATA);
        }
        return out.tree();
    }

    private static long[] counts(Inputs in, String name) {
        double[] numbers = in.numbers(name);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != Math.rint(numbers[i]) || Math.abs(numbers[i]) > 1e15) {
                throw InvalidInputException.at(Code.OUT_OF_RANGE, name, i, "a count, got " + numbers[i]);
            }
        }
        return LongStream.range(0, numbers.length)
                .map(i -> (long) numbers[(int) i])
                .toArray();
    }
}
