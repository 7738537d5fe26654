package org.entezar.methods.calculator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.methods.Bounds;
import org.entezar.methods.Figure;
import org.entezar.methods.Interval;
import org.entezar.methods.MeanEstimate;
import org.entezar.methods.Reason;
import org.entezar.methods.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Builds a function's outputs in order. An undefined figure becomes null; its reason is told in {@code reasons} under
 * the figure's name, and the first one in {@code reason}.
 */
public final class Outputs {
    private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> reasons = new LinkedHashMap<>();

    /** A value as it stands: number, text, flag, list, map or null. */
    public Outputs put(String name, @Nullable Object value) {
        tree.put(name, value);
        return this;
    }

    /** A figure, or null and its reason. */
    public Outputs put(String name, Figure figure) {
        tree.put(name, plain(figure));
        if (figure instanceof Figure.Undefined undefined) {
            reason(name, undefined.reason());
        }
        return this;
    }

    /** Lower and upper end as a list of two, or null and the reason. */
    public Outputs put(String name, Bounds bounds) {
        Optional<Interval> interval = bounds.interval();
        tree.put(name, interval.map(Outputs::plain).orElse(null));
        if (bounds.lower() instanceof Figure.Undefined undefined) {
            reason(name, undefined.reason());
        } else if (bounds.upper() instanceof Figure.Undefined undefined) {
            reason(name, undefined.reason());
        }
        return this;
    }

    /** Lower and upper end as a list of two. */
    public Outputs put(String name, Interval interval) {
        tree.put(name, plain(interval));
        return this;
    }

    /** A mean as {@code {n, mean, sd, se, lower, upper}}. */
    public Outputs put(String name, MeanEstimate estimate) {
        tree.put(name, plain(estimate));
        return this;
    }

    /** Numbers; NaN becomes null. */
    public Outputs put(String name, double[] numbers) {
        tree.put(name, plain(numbers));
        return this;
    }

    /** Rows of numbers; NaN becomes null. */
    public Outputs put(String name, double[][] rows) {
        List<@Nullable Object> list = new ArrayList<>(rows.length);
        for (double[] row : rows) {
            list.add(plain(row));
        }
        tree.put(name, list);
        return this;
    }

    /** Whole numbers. */
    public Outputs put(String name, int[] numbers) {
        List<@Nullable Object> list = new ArrayList<>(numbers.length);
        for (int number : numbers) {
            list.add(number);
        }
        tree.put(name, list);
        return this;
    }

    /** Flags. */
    public Outputs put(String name, boolean[] flags) {
        List<@Nullable Object> list = new ArrayList<>(flags.length);
        for (boolean flag : flags) {
            list.add(flag);
        }
        tree.put(name, list);
        return this;
    }

    /** The warnings' codes, where there are any. */
    public Outputs warnings(Collection<Warning> warnings) {
        if (!warnings.isEmpty()) {
            tree.put("warnings", warnings.stream().map(Enum::name).toList());
        }
        return this;
    }

    /** Why this output has no value. */
    public Outputs reason(String name, Reason reason) {
        reasons.put(name, reason.name());
        return this;
    }

    /** The tree; the builder is used no more. */
    public Map<String, @Nullable Object> tree() {
        if (!reasons.isEmpty()) {
            tree.putIfAbsent("reason", reasons.values().iterator().next());
            tree.put("reasons", reasons);
        }
        return tree;
    }

    /** The number, or null. */
    public static @Nullable Object plain(Figure figure) {
        return figure.isDefined() ? (Object) figure.value() : null;
    }

    /** Lower and upper end. */
    public static List<Double> plain(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    /** Numbers; NaN becomes null. */
    public static List<@Nullable Object> plain(double[] numbers) {
        List<@Nullable Object> list = new ArrayList<>(numbers.length);
        for (double number : numbers) {
            list.add(Double.isNaN(number) ? null : (Object) number);
        }
        return list;
    }

    /** Figures; an undefined one becomes null. */
    public static List<@Nullable Object> plain(List<Figure> figures) {
        List<@Nullable Object> list = new ArrayList<>(figures.size());
        for (Figure figure : figures) {
            list.add(plain(figure));
        }
        return list;
    }

    /** A mean as {@code {n, mean, sd, se, lower, upper}}. */
    public static Map<String, @Nullable Object> plain(MeanEstimate estimate) {
        return new Outputs()
                .put("n", (Object) estimate.n())
                .put("mean", estimate.mean())
                .put("sd", estimate.sd())
                .put("se", estimate.se())
                .put("lower", estimate.lower())
                .put("upper", estimate.upper())
                .tree();
    }
}
