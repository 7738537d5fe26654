package org.entezar.methods.calculator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entezar.methods.Reason;
import org.entezar.methods.claimants.BetaBinomial;
import org.entezar.methods.claimants.BetaBinomialFit;
import org.entezar.methods.claimants.SerialClaimants;
import org.entezar.methods.claimants.SerialClaimants.Settings;
import org.jspecify.annotations.Nullable;

/** Serial claimants by name. */
final class ClaimantFunctions {
    private static final long MOST_ORDERS = 10_000_000;
    private static final String CLAIMS =
            "inputs: claims (found unjustified or unverifiable after review, never all complaints), orders, by customer\n";

    static final List<MethodFunction> FUNCTIONS = List.of(
            new MethodFunction(
                    "beta_binomial_fit",
                    "how customers' rates of unjustified claims spread",
                    CLAIMS + """
                            maximum likelihood of BetaBinomial(orders, a, b), several starts; without more spread than chance
                            allows a and b are undefined and the binomial with the pooled rate stands
                            source: Skellam 1948 JRSS-B 10:257-261
                            """,
                    ClaimantFunctions::fit),
            new MethodFunction(
                    "beta_binomial_fit_trimmed",
                    "the same, without the customers that stand out",
                    CLAIMS + """
                            also: trim_p (.01), min_claims (3), max_iterations (10)
                            drop customers with upper tail p < trim_p and claims >= min_claims under the current fit, refit on
                            the rest, repeat until the kept set is stable: strong claimants mask each other
                            """,
                    ClaimantFunctions::trimmed),
            new MethodFunction(
                    "serial_claimant_flags",
                    "which customers a human should look at",
                    CLAIMS + """
                            also: a, b, base_rate (default: the trimmed fit), multiple (3), min_claims (3), fdr_q (.01)
                            flagged when all hold: q (Benjamini-Hochberg of P(C >= c) over all customers) < fdr_q; claims >=
                            min_claims; 5 % quantile of Beta(c+.5, n-c+.5) > multiple base_rate. Ranked by (a+c)/(a+b+n).
                            A flag starts a human review; it denies nothing and expires.
                            source: Benjamini & Hochberg 1995 JRSS-B 57:289-300; Reynolds & Harris 2005 J. Services Marketing
                            """,
                    ClaimantFunctions::flags));

    private ClaimantFunctions() {}

    private static Map<String, @Nullable Object> fit(Inputs inputs) {
        Outputs outputs = new Outputs();
        put(outputs, BetaBinomialFit.of(claims(inputs), orders(inputs)));
        return outputs.tree();
    }

    private static Map<String, @Nullable Object> trimmed(Inputs inputs) {
        SerialClaimants.Trimmed trimmed = SerialClaimants.fit(claims(inputs), orders(inputs), settings(inputs));
        Outputs outputs =
                new Outputs().put("first_pass_p", trimmed.firstPassP()).put("kept", trimmed.kept());
        put(outputs, trimmed.fit());
        if (!trimmed.stable()) {
            outputs.reason("kept", Reason.NOT_CONVERGED);
        }
        return outputs.tree();
    }

    private static Map<String, @Nullable Object> flags(Inputs inputs) {
        long[] claims = claims(inputs);
        long[] orders = orders(inputs);
        Settings settings = settings(inputs);
        BetaBinomial model = inputs.has("a") || inputs.has("b")
                ? new BetaBinomial(inputs.positive("a"), inputs.positive("b"))
                : SerialClaimants.fit(claims, orders, settings).fit().model();
        double baseRate = inputs.number("base_rate", model.rate());
        SerialClaimants.Evidence evidence = SerialClaimants.weigh(claims, orders, model, baseRate, settings);
        return new Outputs()
                .put("p_value", evidence.pValue())
                .put("q_value_bh", evidence.qValue())
                .put("posterior_mean", evidence.posteriorMean())
                .put("posterior_lower95_one_sided", evidence.posteriorLower())
                .put("jeffreys_lower95_one_sided", evidence.jeffreysLower())
                .put("base_rate", baseRate)
                .put("flagged", evidence.flagged())
                .put(
                        "ranking_base1",
                        Arrays.stream(evidence.ranking()).map(i -> i + 1).toArray())
                .tree();
    }

    private static void put(Outputs outputs, BetaBinomialFit fit) {
        BetaBinomial model = fit.model();
        outputs.put("a", model.isOverdispersed() ? model.a() : null)
                .put("b", model.isOverdispersed() ? model.b() : null)
                .put("base_rate", model.rate())
                .put("loglik", fit.logLikelihood())
                .warnings(fit.warnings());
        if (!model.isOverdispersed()) {
            outputs.reason("a", Reason.ZERO_VARIANCE).reason("b", Reason.ZERO_VARIANCE);
        }
    }

    private static long[] claims(Inputs inputs) {
        return inputs.longs("claims", 0, MOST_ORDERS);
    }

    private static long[] orders(Inputs inputs) {
        return inputs.longs("orders", 0, MOST_ORDERS);
    }

    private static Settings settings(Inputs inputs) {
        return new Settings(
                inputs.number("trim_p", Settings.DEFAULT.trimP()),
                inputs.integer("min_claims", 0, 1_000_000, (int) Settings.DEFAULT.minClaims()),
                inputs.integer("max_iterations", 1, 1000, Settings.DEFAULT.mostRounds()),
                inputs.number("fdr_q", Settings.DEFAULT.falseDiscovery()),
                inputs.number("multiple", Settings.DEFAULT.multiple()));
    }
}
