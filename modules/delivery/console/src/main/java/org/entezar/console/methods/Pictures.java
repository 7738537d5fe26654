package org.entezar.console.methods;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entezar.console.insight.Chart;
import org.entezar.console.methods.Drawing.Bar;
import org.entezar.console.methods.Drawing.Line;
import org.entezar.console.methods.Drawing.Point;
import org.entezar.console.methods.Drawing.Range;
import org.entezar.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * Which outputs of a function are drawn and how. {@code pictures.properties} says it, a line a function: kinds of
 * pictures between semicolons, each with the names of outputs ({@code a.b} reaches into one, {@code @a} is an input).
 * What has no value is left out, never drawn at 0.
 */
final class Pictures {

    private static final Properties PLAN = plan();
    private static final int MOST_BARS = 40;

    private final String function;
    private final Map<String, @Nullable Object> inputs;
    private final Map<String, @Nullable Object> outputs;
    private final Terms terms;
    private final Drawing drawing;

    Pictures(
            String function,
            Map<String, @Nullable Object> inputs,
            Map<String, @Nullable Object> outputs,
            Language language,
            Terms terms) {
        this.function = function;
        this.inputs = inputs;
        this.outputs = outputs;
        this.terms = terms;
        this.drawing = new Drawing(language, terms);
    }

    private static Properties plan() {
        Properties plan = new Properties();
        try (InputStream stream = Objects.requireNonNull(Pictures.class.getResourceAsStream("pictures.properties"))) {
            plan.load(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return plan;
    }

    /** The pictures of the result, the most important first. */
    List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        for (String wish : PLAN.getProperty(function, "").split(";")) {
            List<String> words = List.of(wish.strip().split("\\s+"));
            if (words.size() > 1) {
                draw("chart-" + (charts.size() + 1), words.get(0), words.subList(1, words.size()))
                        .ifPresent(charts::add);
            }
        }
        return charts;
    }

    private Optional<Chart> draw(String id, String kind, List<String> names) {
        return switch (kind) {
            case "means" ->
                ranges(
                        id,
                        title(names),
                        names.stream().flatMap(name -> means(name).stream()).toList());
            case "range" ->
                ranges(
                        id,
                        title(names),
                        names.stream().flatMap(name -> range(name).stream()).toList());
            case "bars" -> bars(id, names, false);
            case "shares" -> bars(id, names, true);
            case "lines" -> lines(id, names);
            case "forecast" -> forecast(id, names.get(0));
            case "clusters" -> clusters(id, names);
            case "plane" -> plane(id, names);
            default -> throw new IllegalStateException("no such kind of picture: " + kind);
        };
    }

    private String title(List<String> names) {
        return names.stream()
                .filter(name -> !name.contains("="))
                .map(name -> name.split(":", 2)[0])
                .map(this::label)
                .distinct()
                .limit(4)
                .collect(Collectors.joining(" · "));
    }

    private String label(String path) {
        String name = path.startsWith("@") ? path.substring(1) : path;
        return terms.label(name.substring(name.lastIndexOf('.') + 1));
    }

    private @Nullable Object find(String path) {
        if (path.startsWith("@")) {
            return inputs.get(path.substring(1));
        }
        Object found = outputs.get(path.split("\\.", 2)[0]);
        for (String part : Arrays.stream(path.split("\\.")).skip(1).toList()) {
            found = found instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return found;
    }

    private Optional<Chart> ranges(String id, String title, List<Range> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(drawing.ranges(id, title, rows));
    }

    /** A mean with its interval, or several under names. */
    private List<Range> means(String name) {
        if (find(name) instanceof List<?> list) {
            return list.stream()
                    .filter(Map.class::isInstance)
                    .flatMap(row -> mean(String.valueOf(((Map<?, ?>) row).get("cause")), (Map<?, ?>) row).stream())
                    .toList();
        }
        if (!(find(name) instanceof Map<?, ?> map)) {
            return List.of();
        }
        Optional<Range> own = mean(label(name), map);
        if (own.isPresent()) {
            return List.of(own.get());
        }
        return map.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Map<?, ?>)
                .flatMap(entry ->
                        mean(terms.label(String.valueOf(entry.getKey())), (Map<?, ?>) entry.getValue()).stream())
                .toList();
    }

    private static Optional<Range> mean(String label, Map<?, ?> map) {
        Object value = map.containsKey("mean") ? map.get("mean") : map.containsKey("p") ? map.get("p") : map.get("gap");
        if (!(value instanceof Number mean)) {
            return Optional.empty();
        }
        if (map.get("lower") instanceof Number low && map.get("upper") instanceof Number high) {
            return Optional.of(new Range(label, mean.doubleValue(), low.doubleValue(), high.doubleValue()));
        }
        return Optional.of(range(label, mean, map.get("ci95")));
    }

    private static Range range(String label, Number value, @Nullable Object ends) {
        boolean known =
                ends instanceof List<?> two && two.size() == 2 && two.stream().allMatch(Number.class::isInstance);
        double low = known && ends instanceof List<?> two ? ((Number) two.get(0)).doubleValue() : Double.NaN;
        double high = known && ends instanceof List<?> two ? ((Number) two.get(1)).doubleValue() : Double.NaN;
        return new Range(label, value.doubleValue(), low, high);
    }

    /** {@code value:interval}. */
    private List<Range> range(String pair) {
        String[] names = pair.split(":", 2);
        return find(names[0]) instanceof Number value
                ? List.of(range(label(names[0]), value, names.length > 1 ? find(names[1]) : null))
                : List.of();
    }

    private Optional<Chart> bars(String id, List<String> names, boolean percent) {
        List<Bar> bars = new ArrayList<>();
        for (String name : names) {
            Object value = find(name);
            if (value instanceof Number number) {
                bars.add(new Bar(label(name), number.doubleValue()));
            } else if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Number number) {
                        bars.add(new Bar(
                                list.size() == 1 ? label(name) : terms.say("position", i + 1), number.doubleValue()));
                    }
                }
            } else if (value instanceof Map<?, ?> map) {
                map.forEach((key, one) -> {
                    if (one instanceof Number number) {
                        bars.add(new Bar(terms.label(String.valueOf(key)), number.doubleValue()));
                    }
                });
            }
        }
        return bars.isEmpty() || bars.size() > MOST_BARS
                ? Optional.empty()
                : Optional.of(drawing.bars(id, title(names), bars, percent));
    }

    /**
     * Lists over their positions; {@code x=list} names the positions, {@code from=name:1} is the first one,
     * {@code limit=list} is dashed.
     */
    private Optional<Chart> lines(String id, List<String> names) {
        List<Line> lines = new ArrayList<>();
        List<?> positions = List.of();
        int first = 1;
        for (String name : names) {
            String[] parts = name.split("=", 2);
            Object value = find(parts[parts.length - 1]);
            if (name.startsWith("from=")) {
                first = first(name.substring("from=".length()));
            } else if (name.startsWith("x=") && value instanceof List<?> list) {
                positions = list;
            } else if (value instanceof List<?> list && list.size() > 1) {
                lines.add(new Line(label(parts[parts.length - 1]), doubles(list), parts.length > 1));
            }
        }
        int length = lines.stream().mapToInt(line -> line.values().size()).max().orElse(0);
        if (length < 2
                || lines.stream().noneMatch(line -> line.values().stream().anyMatch(Objects::nonNull))) {
            return Optional.empty();
        }
        List<?> named = positions;
        int start = first;
        List<String> labels = IntStream.range(0, length)
                .mapToObj(i -> i < named.size() ? terms.value(named.get(i)) : terms.number(start + i))
                .toList();
        return Optional.of(drawing.lines(id, title(names), labels, lines, false));
    }

    /** {@code name:otherwise}: an input or output that says where counting begins. */
    private int first(String wish) {
        String[] parts = wish.split(":", 2);
        return find(parts[0]) instanceof Number number ? number.intValue() : Integer.parseInt(parts[1]);
    }

    private static List<@Nullable Double> doubles(List<?> list) {
        List<@Nullable Double> numbers = new ArrayList<>(list.size());
        list.forEach(value -> numbers.add(value instanceof Number number ? number.doubleValue() : null));
        return numbers;
    }

    /** What was observed, then what is expected between its limits. */
    private Optional<Chart> forecast(String id, String observed) {
        if (!(find(observed) instanceof List<?> past) || !(find("forecast") instanceof List<?> future)) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(label(observed), doubles(past), false));
        lines.add(new Line(label("forecast"), after(past, future, true), false));
        for (String limit : List.of("lower95", "upper95")) {
            Object ends = find(limit);
            List<?> list = ends instanceof List<?> many ? many : ends == null ? List.of() : List.of(ends);
            if (!list.isEmpty()) {
                lines.add(new Line(label(limit), after(past, list, true), true));
            }
        }
        List<String> labels = IntStream.rangeClosed(1, past.size() + future.size())
                .mapToObj(terms::number)
                .toList();
        return Optional.of(drawing.lines(id, title(List.of(observed, "forecast")), labels, lines, false));
    }

    /** The future at its place, joined to the last observation. */
    private static List<@Nullable Double> after(List<?> past, List<?> future, boolean joined) {
        List<@Nullable Double> values = new ArrayList<>();
        for (int i = 0; i < past.size(); i++) {
            boolean last = joined && i == past.size() - 1;
            values.add(last && past.get(i) instanceof Number number ? number.doubleValue() : null);
        }
        values.addAll(doubles(future));
        return values;
    }

    /** Rows by their first two columns, coloured by cluster: {@code rows clusters}. */
    private Optional<Chart> clusters(String id, List<String> names) {
        if (!(find(names.get(0)) instanceof List<?> rows) || !(find(names.get(1)) instanceof List<?> clusters)) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), clusters.size()); i++) {
            if (rows.get(i) instanceof List<?> row
                    && row.size() > 1
                    && row.get(0) instanceof Number x
                    && row.get(1) instanceof Number y
                    && clusters.get(i) instanceof Number cluster) {
                points.add(new Point(terms.number(i + 1), x.doubleValue(), y.doubleValue(), cluster.intValue() - 1));
            }
        }
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(drawing.plane(
                        id,
                        label(names.get(1)),
                        terms.say("column", 1),
                        terms.say("column", 2),
                        points,
                        null,
                        "clusters"));
    }

    /** Two lists against each other with cross-hairs: {@code x y crossX crossY}. */
    private Optional<Chart> plane(String id, List<String> names) {
        if (!(find(names.get(0)) instanceof List<?> xs) || !(find(names.get(1)) instanceof List<?> ys)) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < Math.min(xs.size(), ys.size()); i++) {
            if (xs.get(i) instanceof Number x && ys.get(i) instanceof Number y) {
                points.add(new Point(terms.say("position", i + 1), x.doubleValue(), y.doubleValue(), 0));
            }
        }
        double[] cross = names.size() > 3
                        && find(names.get(2)) instanceof Number across
                        && find(names.get(3)) instanceof Number up
                ? new double[] {across.doubleValue(), up.doubleValue()}
                : null;
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(drawing.plane(
                        id,
                        title(names.subList(0, 2)),
                        label(names.get(0)),
                        label(names.get(1)),
                        points,
                        cross,
                        "plane"));
    }
}
