package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.Reason;
import org.entezar.methods.value.LifetimeValue;
import org.entezar.methods.value.PurchaseHistory;
import org.entezar.methods.value.PurchaseRates;
import org.entezar.methods.value.RecencyFrequencyMonetary;
import org.entezar.methods.value.RepeatPurchases;
import org.entezar.methods.value.SpendModel;
import org.jspecify.annotations.Nullable;

/** Customer value by name. */
final class ValueFunctions {
    /** Customers whose own likelihood is shown when none are asked for. */
    private static final int[] SHOWN = {1, 2, 3, 7, 20, 100, 1000, 2000};

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "rfm_quintiles", "Recency, frequency and money as scores from 1 to 5", """
                    recency_days[], frequency[], monetary[]. min(5, ⌊5(rank-1)/n⌋+1), rank = 1 + strictly smaller values;
                    recency reversed; ties share a score. n < 5: undefined.
                    """, ValueFunctions::rfm),
            new MethodFunction(
                    "clv_constant", "Lifetime value with the same margin every period", """
                    margin, retention, discount, periods N. Σ_{t=0..N} m·r^t/(1+d)^t (first margin now), Σ_{t=1..N}, and
                    the limits m(1+d)/(1+d-r) and m·r/(1+d-r).
                    """, ValueFunctions::constant),
            new MethodFunction(
                    "clv_varying",
                    "Lifetime value with margins and retention that change",
                    """
                    margins[t], retention[t], discount, acquisition_cost. Σ m_t·Π_{s<t} r_s/(1+d)^t - acquisition cost.
                    """,
                    ValueFunctions::varying),
            new MethodFunction(
                    "bgnbd_loglik", "BG/NBD: log-likelihood of given parameters", """
                    frequency[] (repeat purchases), recency[] (t_x), T[] or data_file; r, alpha, a, b; optional
                    customer_rows_base1[] (Fader, Hardie & Lee 2005).
                    """, ValueFunctions::likelihood),
            new MethodFunction(
                    "bgnbd_fit", "BG/NBD: how often customers buy and when they stop", """
                    frequency[], recency[], T[] or data_file. Maximum likelihood over log parameters from six starts;
                    standard errors of the log parameters.
                    """, ValueFunctions::fit),
            new MethodFunction("bgnbd_predict", "BG/NBD: who still buys, and how often", """
                    r, alpha, a, b, frequency[], recency[], T[], horizons[]. P(alive) (1 without a repeat purchase, by the
                    model), expected purchases, those of a new customer.
                    """, ValueFunctions::predict),
            new MethodFunction("gamma_gamma_fit", "Gamma-gamma: how much customers spend", """
                    frequency[], mean_value[] or data_file; customers with frequency > 0 and value > 0. Frequency and
                    value must not go together: see correlation.
                    """, ValueFunctions::spend),
            new MethodFunction(
                    "gamma_gamma_expected_value",
                    "Gamma-gamma: expected value of each customer's purchase",
                    """
                    p, q, gamma, frequency[], mean_value[]. p(γ+xz)/(px+q-1); population mean γp/(q-1) when x = 0, q > 1.
                    """,
                    ValueFunctions::expectedValue));

    private ValueFunctions() {}

    private static Map<String, @Nullable Object> rfm(Inputs in) {
        RecencyFrequencyMonetary.Result result = RecencyFrequencyMonetary.evaluate(new RecencyFrequencyMonetary.Input(
                in.column("recency_days"), in.column("frequency"), in.column("monetary")));
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < result.recency().length; i++) {
            int cell = result.cell(i);
            cells.add(cell == 0 ? null : Integer.toString(cell));
        }
        boolean scored = result.undefined().isEmpty();
        Outputs out = new Outputs()
                .put("n", (Object) result.n())
                .put("r_score", scored ? scores(result.recency()) : null)
                .put("f_score", scored ? scores(result.frequency()) : null)
                .put("m_score", scored ? scores(result.monetary()) : null)
                .put("cell", scored ? cells : null);
        result.undefined().ifPresent(reason -> out.reason("cell", reason));
        return out.tree();
    }

    private static List<@Nullable Object> scores(int[] scores) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int score : scores) {
            list.add(score == 0 ? null : (Object) score);
        }
        return list;
    }

    private static Map<String, @Nullable Object> constant(Inputs in) {
        LifetimeValue.ConstantResult value = LifetimeValue.evaluate(new LifetimeValue.Constant(
                in.number("margin"),
                in.number("retention"),
                in.number("discount"),
                in.integer("periods", 0, 1_000_000)));
        return new Outputs()
                .put("clv_first_margin_now", (Object) value.now())
                .put("clv_first_margin_after_one_period", (Object) value.later())
                .put("clv_infinite_now", value.endlessNow())
                .put("clv_infinite_after_one_period", value.endlessLater())
                .tree();
    }

    private static Map<String, @Nullable Object> varying(Inputs in) {
        return new Outputs()
                .put("clv", (Object) LifetimeValue.evaluate(new LifetimeValue.Varying(
                        in.numbers("margins"),
                        in.numbers("retention"),
                        in.number("discount"),
                        in.number("acquisition_cost", 0))))
                .tree();
    }

    private static double[] column(Map<String, double[]> file, String name) {
        double[] column = file.get(name);
        if (column == null) {
            throw InvalidInputException.of(Code.MISSING_FIELD, "data_file", "has no column " + name);
        }
        return column;
    }

    private static PurchaseHistory history(Inputs in) {
        if (in.has("data_file")) {
            Map<String, double[]> file = in.dataFile("data_file");
            return new PurchaseHistory(column(file, "frequency"), column(file, "recency"), column(file, "T"));
        }
        return new PurchaseHistory(in.numbers("frequency"), in.numbers("recency"), in.numbers("T"));
    }

    private static PurchaseRates rates(Inputs in) {
        return new PurchaseRates(in.number("r"), in.number("alpha"), in.number("a"), in.number("b"));
    }

    private static Map<String, @Nullable Object> likelihood(Inputs in) {
        PurchaseHistory history = history(in);
        int n = history.customers();
        double[] each = RepeatPurchases.logLikelihoods(rates(in), history);
        int[] rows = in.has("customer_rows_base1")
                ? in.integers("customer_rows_base1", 1, n)
                : Arrays.stream(SHOWN).filter(row -> row <= n).toArray();
        return new Outputs()
                .put("n", (Object) n)
                .put("loglik", (Object) Arrays.stream(each).sum())
                .put(
                        "first_customers_loglik",
                        Arrays.stream(rows).mapToDouble(row -> each[row - 1]).toArray())
                .put("customer_rows_base1", rows)
                .tree();
    }

    private static Map<String, @Nullable Object> fit(Inputs in) {
        RepeatPurchases.Fit fit = RepeatPurchases.fit(history(in));
        Outputs out = new Outputs()
                .put("n", (Object) fit.n())
                .put("r", (Object) fit.rates().map(PurchaseRates::r).orElse(null))
                .put("alpha", (Object) fit.rates().map(PurchaseRates::alpha).orElse(null))
                .put("a", (Object) fit.rates().map(PurchaseRates::a).orElse(null))
                .put("b", (Object) fit.rates().map(PurchaseRates::b).orElse(null))
                .put("loglik", fit.logLikelihood())
                .put("se_log_parameters", Outputs.plain(fit.standardErrors()));
        if (fit.rates().isPresent() && !fit.standardErrors().get(0).isDefined()) {
            out.reason("se_log_parameters", Reason.NOT_POSITIVE_DEFINITE);
        }
        return out.put("converged", (Object) fit.converged())
                .warnings(fit.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> predict(Inputs in) {
        RepeatPurchases.Outlook outlook = RepeatPurchases.predict(rates(in), history(in), in.numbers("horizons"));
        return new Outputs()
                .put("p_alive", outlook.alive())
                .put("expected_purchases", outlook.expected())
                .put("new_customer_expected", outlook.newcomer())
                .warnings(outlook.warnings())
                .tree();
    }

    private static SpendModel.Input spending(Inputs in) {
        if (in.has("data_file")) {
            Map<String, double[]> file = in.dataFile("data_file");
            return new SpendModel.Input(column(file, "frequency"), column(file, "mean_value"));
        }
        return new SpendModel.Input(in.numbers("frequency"), in.column("mean_value"));
    }

    private static Map<String, @Nullable Object> spend(Inputs in) {
        SpendModel.Fit fit = SpendModel.fit(spending(in));
        return new Outputs()
                .put("p", (Object) fit.spend().map(SpendModel.Spend::p).orElse(null))
                .put("q", (Object) fit.spend().map(SpendModel.Spend::q).orElse(null))
                .put("gamma", (Object) fit.spend().map(SpendModel.Spend::gamma).orElse(null))
                .put("loglik", fit.logLikelihood())
                .put("n", (Object) fit.n())
                .put("correlation", fit.correlation())
                .put("converged", (Object) fit.converged())
                .warnings(fit.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> expectedValue(Inputs in) {
        SpendModel.Spend spend = new SpendModel.Spend(in.number("p"), in.number("q"), in.number("gamma"));
        return new Outputs()
                .put("expected_mean_value", Outputs.plain(SpendModel.expectedValues(spend, spending(in))))
                .put("population_mean", spend.populationMean())
                .tree();
    }
}
