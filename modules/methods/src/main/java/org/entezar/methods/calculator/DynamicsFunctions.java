package org.entezar.methods.calculator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.methods.dynamics.ExpectationPanel;
import org.entezar.methods.dynamics.ExpectationPath;
import org.entezar.methods.dynamics.HiddenExpectations;
import org.entezar.methods.dynamics.Learning;
import org.entezar.methods.dynamics.Regression;
import org.jspecify.annotations.Nullable;

/** Dynamic expectations by name. */
final class DynamicsFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "boulding_recursion",
                    "How expectations move from encounter to encounter",
                    """
                    delivered[] (null = missing), will0, should0, parameters {p0 pw ps pd aw as}.
                    P_t = p0 + pw·W_{t-1} + ps·S_{t-1} + pd·D_t; W += aw(D - W); S += as·max(D - S, 0).
                    """,
                    DynamicsFunctions::recursion),
            new MethodFunction(
                    "boulding_fit",
                    "How fast customers learn, from measured expectations",
                    """
                    panel {customer WElag SElag DS P WE SE, optional quality, intention}: before the encounter, delivered,
                    perceived, after. OLS without intercept for the learning rates, with intercept for perception; errors also
                    robust by customer; unrestricted check (slopes should sum to 1).
                    """,
                    DynamicsFunctions::panel),
            new MethodFunction(
                    "boulding_fit_perceptions",
                    "How fast customers learn, from perceptions alone",
                    """
                    customer[], delivered[], perception[], optional scale_min 1, scale_max 7, weights {p0 pw ps pd}. Least
                    squares over the recursion; refused below 3 encounters a customer, weakly identified below 5.
                    """,
                    DynamicsFunctions::hidden));

    private DynamicsFunctions() {}

    private static Map<String, @Nullable Object> recursion(Inputs in) {
        Inputs p = in.object("parameters");
        ExpectationPath.Result path = ExpectationPath.evaluate(new ExpectationPath.Input(
                in.column("delivered"),
                in.number("will0"),
                in.number("should0"),
                new Learning(
                        p.number("p0"),
                        p.number("pw"),
                        p.number("ps"),
                        p.number("pd"),
                        p.number("aw"),
                        p.number("as"))));
        return new Outputs()
                .put("will_after", path.will())
                .put("should_after", path.should())
                .put("perception", path.perception())
                .tree();
    }

    private static Map<String, @Nullable Object> panel(Inputs in) {
        Inputs panel = in.object("panel");
        ExpectationPanel.Result result = ExpectationPanel.evaluate(new ExpectationPanel.Input(
                panel.column("customer"),
                panel.column("WElag"),
                panel.column("SElag"),
                panel.column("DS"),
                panel.column("P"),
                panel.column("WE"),
                panel.column("SE"),
                panel.has("quality") ? Optional.of(panel.column("quality")) : Optional.empty(),
                panel.has("intention") ? Optional.of(panel.column("intention")) : Optional.empty()));
        Regression p = result.perception();
        Outputs out = new Outputs()
                .put("n", (Object) p.n())
                .put("customers", (Object) p.customers())
                .put("alpha_will", result.will().coefficients().get(0))
                .put("se_alpha_will", result.will().errors().get(0))
                .put("cluster_se_alpha_will", result.will().clusterErrors().get(0))
                .put("alpha_should", result.should().coefficients().get(0))
                .put("se_alpha_should", result.should().errors().get(0))
                .put("cluster_se_alpha_should", result.should().clusterErrors().get(0))
                .put(
                        "perception",
                        new Outputs()
                                .put("n", (Object) p.n())
                                .put("intercept", p.coefficients().get(0))
                                .put("will", p.coefficients().get(1))
                                .put("should", p.coefficients().get(2))
                                .put("delivered", p.coefficients().get(3))
                                .put("se", Outputs.plain(p.errors()))
                                .put("cluster_se", Outputs.plain(p.clusterErrors()))
                                .put("r2", p.r2())
                                .put("sigma", p.sigma())
                                .tree())
                .put("will_unrestricted", regression(result.unrestricted()));
        result.quality().ifPresent(r -> out.put("quality", regression(r)));
        result.intention().ifPresent(r -> out.put("intention", regression(r)));
        return out.warnings(result.warnings()).tree();
    }

    private static Map<String, @Nullable Object> regression(Regression r) {
        return new Outputs()
                .put("n", (Object) r.n())
                .put("coef", Outputs.plain(r.coefficients()))
                .put("se", Outputs.plain(r.errors()))
                .put("cluster_se", Outputs.plain(r.clusterErrors()))
                .put("r2", r.r2())
                .tree();
    }

    private static Map<String, @Nullable Object> hidden(Inputs in) {
        Optional<double[]> weights = Optional.empty();
        if (in.has("weights")) {
            Inputs w = in.object("weights");
            weights = Optional.of(new double[] {w.number("p0"), w.number("pw"), w.number("ps"), w.number("pd")});
        }
        HiddenExpectations.Fit fit = HiddenExpectations.fit(new HiddenExpectations.Input(
                in.numbers("customer"),
                in.column("delivered"),
                in.column("perception"),
                in.number("scale_min", 1),
                in.number("scale_max", 7),
                weights));
        Outputs out = new Outputs().put("n", (Object) fit.n()).put("customers", (Object) fit.customers());
        Optional<Learning> learning = fit.learning();
        out.put("aw", (Object) learning.map(Learning::aw).orElse(null))
                .put("as", (Object) learning.map(Learning::as).orElse(null))
                .put("will0", fit.will())
                .put("should0", fit.should())
                .put("p0", (Object) learning.map(Learning::p0).orElse(null))
                .put("pw", (Object) learning.map(Learning::pw).orElse(null))
                .put("ps", (Object) learning.map(Learning::ps).orElse(null))
                .put("pd", (Object) learning.map(Learning::pd).orElse(null))
                .put("sse", fit.squares())
                .put("r2", fit.r2());
        return out.warnings(fit.warnings()).tree();
    }
}
