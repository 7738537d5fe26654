package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** Cases whose file states a rule in words. The words are compared too, so that a changed rule is noticed. */
@NullUnmarked
final class VectorRules {
    private final VectorCase vector;
    private final Map<String, Object> got;
    private final List<String> differences = new ArrayList<>();

    private VectorRules(VectorCase vector, Map<String, Object> got) {
        this.vector = vector;
        this.got = got;
    }

    static List<String> differences(VectorCase vector, String words, Map<String, Object> outputs) {
        VectorRules rules = new VectorRules(vector, outputs);
        switch (vector.function()) {
            case "bgnbd_fit" -> {
                rules.words(words, "loglik >= expected - 0.01 ; parameters within 1% (r, alpha) and 3% (a, b)");
                rules.atLeast("loglik", 0.01);
                rules.within(0.01, "r", "alpha");
                rules.within(0.03, "a", "b");
            }
            case "gamma_gamma_fit" -> {
                rules.words(words, "loglik >= expected - 0.01; parameters within 2%");
                rules.atLeast("loglik", 0.01);
                rules.within(0.02, "p", "q", "gamma");
                rules.same("n");
            }
            case "beta_binomial_fit" -> {
                rules.words(words, "loglik >= expected - 1e-4; a, b within 1%");
                rules.atLeast("loglik", 1e-4);
                rules.within(0.01, "a", "b");
            }
            case "beta_binomial_fit_trimmed" -> {
                rules.words(
                        words,
                        "kept identical; loglik >= expected - 1e-4; a, b within 1%; first_pass_p within 1% relative");
                rules.atLeast("loglik", 1e-4);
                rules.within(0.01, "a", "b");
                rules.same("kept");
                rules.listWithin(0.01, "first_pass_p", "first_pass_p");
            }
            case "normative_usage_alpha_fit" -> {
                rules.words(words, "sse <= expected*(1+1e-6); alpha within 1e-3 unless the SSE is flat");
                rules.atMost("sse", "sse", 1e-6);
                rules.near("alpha", 1e-3);
            }
            case "kmeans_plus_plus" -> {
                rules.words(words, "within_ss <= expected*(1+1e-6) with >= 50 restarts");
                rules.atMost("within_ss_best", "within_ss_best", 1e-6);
            }
            case "ets_fit_ml" -> rules.exponentialSmoothing(words);
            default -> rules.differences.add("no rule for " + vector.function());
        }
        return rules.differences;
    }

    private void exponentialSmoothing(String words) {
        if (!words.startsWith("required: loglik >= loglik_package - 0.5,")) {
            differences.add("the rule changed: " + words);
        }
        double loglik = number(got, "loglik");
        if (!(loglik >= number(vector.expected(), "loglik_package") - 0.5)) {
            differences.add("loglik " + loglik + " is worse than the package's");
        }
        Map<String, Object> parameters = VectorCase.object(got.get("parameters"));
        double alpha = number(parameters, "alpha");
        double beta = parameters.get("beta") == null ? 0 : number(parameters, "beta");
        double gamma = parameters.get("gamma") == null ? 0 : number(parameters, "gamma");
        if (!(alpha > 0 && alpha < 1 && beta >= 0 && beta <= alpha && gamma >= 0 && gamma <= 1 - alpha)) {
            differences.add("parameters out of bounds: " + parameters);
        }
        if (Boolean.TRUE.equals(vector.expected().get("forecast_compared"))) {
            List<String> known = listDifferences(0.03, "forecast", "forecast_best_known");
            if (!known.isEmpty()
                    && !listDifferences(0.03, "forecast", "forecast_package").isEmpty()) {
                differences.addAll(known);
            }
        }
    }

    private void words(String words, String implemented) {
        if (!words.equals(implemented)) {
            differences.add("the rule changed: " + words);
        }
    }

    private void atLeast(String name, double slack) {
        double expected = number(vector.expected(), name);
        if (!(number(got, name) >= expected - slack)) {
            differences.add(name + ": expected at least " + expected + ", got " + got.get(name));
        }
    }

    private void atMost(String expectedName, String name, double relative) {
        double expected = number(vector.expected(), expectedName);
        if (!(number(got, name) <= expected * (1 + relative))) {
            differences.add(name + ": expected at most " + expected + ", got " + got.get(name));
        }
    }

    private void near(String name, double absolute) {
        double expected = number(vector.expected(), name);
        if (!(Math.abs(number(got, name) - expected) <= absolute)) {
            differences.add(name + ": expected " + expected + ", got " + got.get(name));
        }
    }

    private void within(double relative, String... names) {
        for (String name : names) {
            near(name, relative * Math.abs(number(vector.expected(), name)));
        }
    }

    private void same(String name) {
        Object expected = vector.expected().get(name);
        Object value = got.get(name);
        boolean equal = expected instanceof Number number
                ? value instanceof Number other && number.doubleValue() == other.doubleValue()
                : expected.equals(value);
        if (!equal) {
            differences.add(name + ": expected " + expected + ", got " + value);
        }
    }

    private void listWithin(double relative, String name, String expectedName) {
        differences.addAll(listDifferences(relative, name, expectedName));
    }

    private List<String> listDifferences(double relative, String name, String expectedName) {
        List<?> expected = (List<?>) vector.expected().get(expectedName);
        List<String> found = new ArrayList<>();
        if (!(got.get(name) instanceof List<?> values) || values.size() != expected.size()) {
            return List.of(name + ": a list of " + expected.size() + " expected");
        }
        for (int i = 0; i < expected.size(); i++) {
            double wanted = ((Number) expected.get(i)).doubleValue();
            if (!(values.get(i) instanceof Number value)
                    || !(Math.abs(value.doubleValue() - wanted) <= relative * Math.abs(wanted))) {
                found.add(name + "[" + i + "]: expected " + wanted + ", got " + values.get(i));
            }
        }
        return found;
    }

    private static double number(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
