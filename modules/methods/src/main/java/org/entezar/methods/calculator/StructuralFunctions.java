package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.methods.structural.FitIndices;
import org.entezar.methods.structural.StructuralModel;
import org.jspecify.annotations.Nullable;

/** Structural equation models by name. */
final class StructuralFunctions {
    static final List<MethodFunction> FUNCTIONS = List.of(new MethodFunction(
            "sem_ml", "Structural equation model: do the answers fit the theory", """
                    model_lavaan_syntax (=~, ~, ~~, 1*x, NA*x, label*x), observed[], sample_cov_n_minus_1[][], n. Maximum
                    likelihood, S with divisor n, χ² = n·F, expected information, CFI, TLI, RMSEA with 90 % interval, SRMR.
                    Defaults of lavaan's sem(). Not identified: refused.
                    """, StructuralFunctions::sem));

    private StructuralFunctions() {}

    private static Map<String, @Nullable Object> sem(Inputs in) {
        StructuralModel.Result result = StructuralModel.evaluate(new StructuralModel.Input(
                in.text("model_lavaan_syntax"),
                in.texts("observed"),
                in.fullMatrix("sample_cov_n_minus_1"),
                in.integer("n", 2, Integer.MAX_VALUE)));
        List<String> left = new ArrayList<>();
        List<String> operator = new ArrayList<>();
        List<String> right = new ArrayList<>();
        List<@Nullable Object> estimate = new ArrayList<>();
        List<@Nullable Object> error = new ArrayList<>();
        List<@Nullable Object> z = new ArrayList<>();
        List<@Nullable Object> standardised = new ArrayList<>();
        for (StructuralModel.Parameter parameter : result.parameters()) {
            left.add(parameter.left());
            operator.add(parameter.operator());
            right.add(parameter.right());
            estimate.add(parameter.estimate());
            error.add(Outputs.plain(parameter.error()));
            z.add(Outputs.plain(parameter.z()));
            standardised.add(Outputs.plain(parameter.standardised()));
        }
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("lhs", left);
        parameters.put("op", operator);
        parameters.put("rhs", right);
        parameters.put("est", estimate);
        parameters.put("se", error);
        parameters.put("z", z);
        parameters.put("std_all", standardised);
        Outputs r2 = new Outputs();
        result.r2().forEach(r2::put);
        return new Outputs()
                .put("n", (Object) result.n())
                .put("converged", (Object) result.converged())
                .put("negative_variance", (Object) result.negativeVariance())
                .put("success", (Object) result.success())
                .put("fit", fit(result.fit()))
                .put("parameters", parameters)
                .put("r2", r2.tree())
                .warnings(result.warnings())
                .tree();
    }

    private static Map<String, @Nullable Object> fit(FitIndices fit) {
        return new Outputs()
                .put("npar", (Object) fit.parameters())
                .put("chisq", fit.chiSquare())
                .put("df", (Object) fit.df())
                .put("pvalue", fit.pValue())
                .put("baseline.chisq", fit.baselineChiSquare())
                .put("baseline.df", (Object) fit.baselineDf())
                .put("cfi", fit.cfi())
                .put("tli", fit.tli())
                .put("rmsea", fit.rmsea())
                .put("rmsea.ci.lower", fit.rmseaBounds().lower())
                .put("rmsea.ci.upper", fit.rmseaBounds().upper())
                .put("rmsea.pvalue", fit.rmseaPValue())
                .put("srmr", fit.srmr())
                .put("logl", fit.logLikelihood())
                .put("unrestricted.logl", fit.unrestrictedLogLikelihood())
                .put("aic", fit.aic())
                .put("bic", fit.bic())
                .tree();
    }
}
