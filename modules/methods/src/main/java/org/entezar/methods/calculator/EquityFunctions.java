package org.entezar.methods.calculator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.methods.equity.NormativeUsage;
import org.entezar.methods.equity.PaymentEquity;
import org.entezar.methods.equity.Tariff;
import org.jspecify.annotations.Nullable;

/** Payment equity by name. */
final class EquityFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "payment_equity",
                    "Does the customer pay more for a unit than the norm in the head",
                    """
                    usage[], upfront, amortisation_periods, fixed, variable_rate, included_units, alpha, optional
                    normative_usage_initial, benefit_per_unit, competitor {tariff}. N_t = α·u_{t-1} + (1-α)·N_{t-1};
                    equity = ln(normative/actual unit price). Our form after Bolton & Lemon 1999.
                    """,
                    EquityFunctions::equity),
            new MethodFunction(
                    "normative_usage_alpha_fit", "How fast the usage norm follows usage", """
                    usage[], optional normative_usage_initial. α on [0,1] with the least Σ(u_t - N_t)² from period 2; flat: .3.
                    """, EquityFunctions::alpha));

    private EquityFunctions() {}

    private static Tariff tariff(Inputs in) {
        return new Tariff(
                in.number("upfront", 0),
                in.number("amortisation_periods", 1),
                in.number("fixed", 0),
                in.number("variable_rate", 0),
                in.number("included_units", 0));
    }

    private static Map<String, @Nullable Object> equity(Inputs in) {
        PaymentEquity.Result result = PaymentEquity.evaluate(new PaymentEquity.Input(
                in.column("usage"),
                tariff(in),
                in.number("alpha", NormativeUsage.DEFAULT_ALPHA),
                in.optionalNumber("normative_usage_initial"),
                in.number("benefit_per_unit", 0),
                in.has("competitor") ? Optional.of(tariff(in.object("competitor"))) : Optional.empty()));
        Outputs out = new Outputs()
                .put("n", (Object) result.n())
                .put("normative_usage", result.norm())
                .put("cost", result.cost())
                .put("normative_cost", result.normCost())
                .put("unit_price", result.unitPrice())
                .put("normative_unit_price", result.normUnitPrice())
                .put("payment_equity_log", result.equity())
                .put("benefit_cost_ratio", result.benefitCost())
                .put("surplus", result.surplus())
                .put("mean_equity", result.meanEquity())
                .put("smoothed_sse", (Object) result.squares());
        if (in.has("competitor")) {
            out.put("competitor_equity_log", result.competitorEquity());
        }
        return out.tree();
    }

    private static Map<String, @Nullable Object> alpha(Inputs in) {
        NormativeUsage.Fit fit = NormativeUsage.fit(in.column("usage"), in.optionalNumber("normative_usage_initial"));
        return new Outputs()
                .put("n", (Object) fit.n())
                .put("alpha", (Object) fit.alpha())
                .put("sse", fit.squares())
                .warnings(fit.warnings())
                .tree();
    }
}
