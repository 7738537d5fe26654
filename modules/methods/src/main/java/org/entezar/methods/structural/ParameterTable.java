package org.entezar.methods.structural;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entezar.methods.InvalidInputException;
import org.entezar.methods.InvalidInputException.Code;
import org.entezar.methods.structural.Statement.Operator;

/**
 * All parameters of a model: those of its text and those that lavaan's {@code sem()} adds. First loadings are 1, every
 * variable has a (residual) variance (0 for the only indicator of a factor), exogenous factors correlate, residuals of
 * variables that predict nothing correlate, and exogenous observed variables keep their sample covariances.
 */
final class ParameterTable {
    /**
     * A parameter.
     *
     * @param free index of the free parameter; -1 when fixed
     * @param fixed value when fixed
     * @param sample whether the fixed value is the sample's covariance
     */
    record Row(String left, Operator operator, String right, int free, double fixed, boolean sample) {}

    private static final String FIELD = "model_lavaan_syntax";

    final List<Row> rows = new ArrayList<>();
    /** Observed variables in the order of their first mention: indicators, then others, then exogenous ones. */
    final List<String> observed;

    final List<String> latent;
    final List<String> exogenousObserved = new ArrayList<>();
    int free;

    private final Map<String, Integer> labels = new HashMap<>();
    private final Set<String> covariances = new LinkedHashSet<>();

    private ParameterTable(List<String> observed, List<String> latent) {
        this.observed = observed;
        this.latent = latent;
    }

    static ParameterTable of(List<Statement> statements, List<String> names) {
        Set<String> latent = new LinkedHashSet<>();
        Set<String> indicators = new LinkedHashSet<>();
        Set<String> outcomes = new LinkedHashSet<>();
        Set<String> predictors = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Statement s : statements) {
            if (s.operator() == Operator.MEASURES) {
                latent.add(s.left());
                indicators.add(s.right());
            } else if (s.operator() == Operator.REGRESSES) {
                outcomes.add(s.left());
                predictors.add(s.right());
            } else {
                others.add(s.left());
                others.add(s.right());
            }
        }
        Set<String> exogenous = new LinkedHashSet<>(predictors);
        exogenous.removeAll(outcomes);
        exogenous.removeAll(indicators);
        exogenous.removeAll(latent);
        exogenous.removeAll(others);
        Set<String> all = new LinkedHashSet<>(indicators);
        all.addAll(outcomes);
        all.addAll(predictors);
        all.addAll(others);
        all.removeAll(latent);
        all.removeAll(exogenous);
        all.addAll(exogenous);
        for (String name : all) {
            if (!names.contains(name)) {
                throw InvalidInputException.of(Code.UNKNOWN_CHOICE, FIELD, name + " is not observed");
            }
        }
        for (String name : latent) {
            if (names.contains(name)) {
                throw InvalidInputException.of(Code.DUPLICATE, FIELD, name + " is both observed and latent");
            }
        }
        ParameterTable table = new ParameterTable(List.copyOf(all), List.copyOf(latent));
        table.exogenousObserved.addAll(exogenous);
        table.statements(statements);
        table.variances(statements, exogenous);
        Set<String> freeFactors = new LinkedHashSet<>(latent);
        freeFactors.removeAll(outcomes);
        freeFactors.removeAll(indicators);
        table.covary(List.copyOf(freeFactors), false);
        Set<String> ends = new LinkedHashSet<>();
        latent.stream().filter(outcomes::contains).forEach(ends::add);
        ends.addAll(outcomes);
        ends.removeAll(predictors);
        ends.removeAll(indicators);
        table.covary(List.copyOf(ends), false);
        table.covary(List.copyOf(exogenous), true);
        return table;
    }

    private void statements(List<Statement> statements) {
        Set<String> scaled = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Statement s : statements) {
            boolean covariance = s.operator() == Operator.COVARIES;
            String key = covariance
                    ? key(s.left(), s.right())
                    : s.left() + s.operator().sign() + s.right();
            if (!seen.add(key) || s.left().equals(s.right()) && !covariance) {
                throw InvalidInputException.of(
                        Code.DUPLICATE, FIELD, s.left() + " " + s.operator().sign() + " " + s.right());
            }
            if (covariance) {
                covariances.add(key);
            }
            boolean first = s.operator() == Operator.MEASURES && scaled.add(s.left());
            if (s.fixed().isPresent()) {
                add(s.left(), s.operator(), s.right(), s.fixed().getAsDouble());
            } else if (first && !s.freed()) {
                add(s.left(), s.operator(), s.right(), 1);
            } else {
                int index = s.label().isEmpty()
                        ? free
                        : labels.getOrDefault(s.label().get(), free);
                s.label().ifPresent(label -> labels.put(label, index));
                rows.add(new Row(s.left(), s.operator(), s.right(), index, Double.NaN, false));
                free = Math.max(free, index + 1);
            }
        }
    }

    private void variances(List<Statement> statements, Set<String> exogenous) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Statement s : statements) {
            if (s.operator() == Operator.MEASURES) {
                sizes.merge(s.left(), 1, Integer::sum);
            }
        }
        Set<String> alone = new LinkedHashSet<>();
        for (Statement s : statements) {
            if (s.operator() == Operator.MEASURES
                    && sizes.getOrDefault(s.left(), 0) == 1
                    && !latent.contains(s.right())) {
                alone.add(s.right());
            }
        }
        for (String name : observed) {
            if (!exogenous.contains(name)) {
                variance(name, alone.contains(name));
            }
        }
        for (String name : latent) {
            variance(name, false);
        }
    }

    private void variance(String name, boolean zero) {
        if (covariances.add(key(name, name))) {
            if (zero) {
                add(name, Operator.COVARIES, name, 0);
            } else {
                rows.add(new Row(name, Operator.COVARIES, name, free++, Double.NaN, false));
            }
        }
    }

    private void covary(List<String> names, boolean sample) {
        for (int i = 0; i < names.size(); i++) {
            for (int j = sample ? i : i + 1; j < names.size(); j++) {
                if (covariances.add(key(names.get(i), names.get(j)))) {
                    int index = sample ? -1 : free++;
                    rows.add(new Row(names.get(i), Operator.COVARIES, names.get(j), index, Double.NaN, sample));
                }
            }
        }
    }

    private void add(String left, Operator operator, String right, double fixed) {
        rows.add(new Row(left, operator, right, -1, fixed, false));
    }

    private static String key(String a, String b) {
        return a.compareTo(b) <= 0 ? a + "~~" + b : b + "~~" + a;
    }
}
