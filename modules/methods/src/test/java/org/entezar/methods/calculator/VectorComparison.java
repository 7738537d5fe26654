package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** Compares outputs with a case's expected values by the file's rule: |got - expected| ≤ abs + rel·|expected|. */
@NullUnmarked
final class VectorComparison {
    private static final Set<String> FIT_INDICES =
            Set.of("cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "srmr");

    private final VectorCase vector;
    private final List<String> differences = new ArrayList<>();

    VectorComparison(VectorCase vector) {
        this.vector = vector;
    }

    /** Every expected value that the outputs do not meet. */
    List<String> differences(Map<String, Object> outputs) {
        if (vector.tolerance().get("rule") instanceof String rule) {
            differences.addAll(VectorRules.differences(vector, rule, outputs));
        } else {
            compare("", "", vector.expected(), outputs);
        }
        return differences;
    }

    private void compare(String place, String field, Object expected, Object got) {
        if (vector.tolerance().get(field) instanceof String) {
            return; // informative only, for example forecast_exact_mean
        }
        if (expected instanceof Map<?, ?> map) {
            if (!(got instanceof Map<?, ?> gotMap)) {
                differ(place, "an object", got);
                return;
            }
            map.forEach((name, value) -> {
                if (!gotMap.containsKey(name) && !(vector.tolerance().get(name) instanceof String)) {
                    differ(place + "." + name, value, "nothing");
                } else {
                    compare(place + "." + name, (String) name, value, gotMap.get(name));
                }
            });
        } else if (expected instanceof List<?> list) {
            if (!(got instanceof List<?> gotList) || gotList.size() != list.size()) {
                differ(place, "a list of " + list.size(), got);
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                compare(place + "[" + i + "]", field, list.get(i), gotList.get(i));
            }
        } else if (expected instanceof Number number) {
            double value = number.doubleValue();
            if (!(got instanceof Number gotNumber)
                    || !(Math.abs(gotNumber.doubleValue() - value) <= allowance(field, value))) {
                differ(place, expected, got);
            }
        } else if (expected == null ? got != null : !expected.equals(got)) {
            differ(place, expected, got);
        }
    }

    private double allowance(String field, double expected) {
        Map<String, Object> tolerance = tolerance(field);
        return part(tolerance, "abs") + part(tolerance, "rel") * Math.abs(expected);
    }

    private Map<String, Object> tolerance(String field) {
        if (vector.file().equals("sem_ml")) {
            return VectorCase.object(vector.tolerance().get(semGroup(field)));
        }
        boolean simulated = "MAM".equals(vector.inputs().get("model"));
        if (simulated && (field.startsWith("lower") || field.startsWith("upper"))) {
            return VectorCase.object(vector.tolerance().get("lower_upper_when_model_MAM"));
        }
        Object own = vector.tolerance().get(field);
        return own == null ? vector.tolerance() : VectorCase.object(own);
    }

    /** The file gives one tolerance for each kind of figure. */
    private static String semGroup(String field) {
        if (FIT_INDICES.contains(field)) {
            return "cfi_tli_rmsea_srmr";
        }
        return switch (field) {
            case "est" -> "est";
            case "se", "z" -> "se";
            case "pvalue", "rmsea.pvalue" -> "pvalue";
            case "logl", "unrestricted.logl", "aic", "bic" -> "logl";
            case "chisq", "baseline.chisq", "df", "npar", "baseline.df" -> "chisq";
            default -> "std_all";
        };
    }

    private static double part(Map<String, Object> tolerance, String name) {
        return tolerance.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private void differ(String place, Object expected, Object got) {
        String text = String.valueOf(got);
        differences.add(place + ": expected " + expected + ", got "
                + (text.length() > 200 ? text.substring(0, 200) + "…" : text));
    }
}
