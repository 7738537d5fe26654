package org.entezar.console.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.console.methods.ResultTable.Cell;
import org.entezar.console.methods.ResultTable.Head;
import org.jspecify.annotations.Nullable;

/** All outputs of a function as tables: single figures first, then lists side by side, then matrices. */
final class ResultTables {

    private static final int MOST_ROWS = 200;
    private static final Set<String> APART = Set.of("warnings", "reason", "reasons");
    private static final Set<String> RANGES = Set.of(
            "wald",
            "adjusted_wald",
            "wilson95",
            "t95",
            "ci95",
            "agree_wilson95",
            "alpha_ci95_feldt",
            "better_ci95_wilson",
            "worse_ci95_wilson",
            "position_ci95_t",
            "share_below_wilson95",
            "share_within_wilson95",
            "share_above_wilson95",
            "wald_ci95",
            "newcombe_ci95",
            "sen_ci95",
            "lambda_ci",
            "mu_ci",
            "conformance_wilson95",
            "kept_wilson95");

    private final Terms terms;
    private final Map<?, ?> reasons;
    private final List<ResultTable> tables = new ArrayList<>();
    private final List<List<Cell>> figures = new ArrayList<>();
    /** Outputs of the same make, such as means, by what they consist of. */
    private final Map<Set<?>, Map<String, Map<?, ?>>> alike = new LinkedHashMap<>();

    private final Map<Integer, Map<String, List<?>>> columns = new LinkedHashMap<>();

    private ResultTables(Terms terms, Map<String, @Nullable Object> outputs) {
        this.terms = terms;
        this.reasons = outputs.get("reasons") instanceof Map<?, ?> given ? given : Map.of();
    }

    static List<ResultTable> of(Map<String, @Nullable Object> outputs, Terms terms) {
        ResultTables made = new ResultTables(terms, outputs);
        outputs.forEach((name, value) -> {
            if (!APART.contains(name)) {
                made.take(name, value);
            }
        });
        made.alike.values().forEach(made::rowsTogether);
        return made.all();
    }

    /** Whether a list of two under this name is the two ends of an interval. */
    static boolean isRange(String name, @Nullable Object value) {
        return RANGES.contains(name)
                && value instanceof List<?> ends
                && ends.size() == 2
                && ends.stream().allMatch(Number.class::isInstance);
    }

    private void take(String name, @Nullable Object value) {
        if (isRange(name, value)) {
            figures.add(figure(name, range(value)));
        } else if (value instanceof Map<?, ?> map) {
            takeMap(name, map);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            takeList(name, list);
        } else {
            figures.add(figure(name, value instanceof List<?> ? "–" : terms.value(value)));
        }
    }

    private String range(@Nullable Object ends) {
        return ends instanceof List<?> two && two.get(0) instanceof Number low && two.get(1) instanceof Number high
                ? terms.interval(low, high)
                : terms.value(ends);
    }

    private List<Cell> figure(String name, String shown) {
        Object reason = reasons.get(name);
        return List.of(
                new Cell(terms.say("figure"), terms.label(name), false),
                new Cell(terms.say("value"), shown, true),
                new Cell(terms.say("remark"), reason == null ? "" : terms.reason(reason), false));
    }

    private void takeMap(String name, Map<?, ?> map) {
        if (map.values().stream().allMatch(Map.class::isInstance) && !map.isEmpty()) {
            rowsOfMaps(terms.label(name), map);
        } else if (map.values().stream().allMatch(List.class::isInstance) && !map.isEmpty()) {
            Map<String, List<?>> lists = new LinkedHashMap<>();
            map.forEach((key, value) -> lists.put(String.valueOf(key), (List<?>) value));
            tables.add(sideBySide(terms.label(name), lists));
        } else if (map.containsKey("mean") || map.containsKey("ci95") || map.containsKey("B_normalised")) {
            Set<Object> make = new LinkedHashSet<>(map.keySet());
            make.removeAll(APART);
            alike.computeIfAbsent(make, keys -> new LinkedHashMap<>()).put(name, map);
        } else {
            Head key = new Head(terms.say("figure"), false);
            Head amount = new Head(terms.say("value"), true);
            List<List<Cell>> rows = new ArrayList<>();
            map.forEach((inner, value) -> {
                if (!APART.contains(String.valueOf(inner))) {
                    String shown = isRange(String.valueOf(inner), value) ? range(value) : terms.value(value);
                    rows.add(List.of(
                            new Cell(key.label(), terms.label(String.valueOf(inner)), false),
                            new Cell(amount.label(), shown, true)));
                }
            });
            tables.add(new ResultTable(terms.label(name), List.of(key, amount), rows, ""));
        }
    }

    private void rowsTogether(Map<String, Map<?, ?>> maps) {
        rowsOfMaps(titles(maps.keySet()), maps);
    }

    private String titles(Set<String> names) {
        return names.stream().limit(3).map(terms::label).collect(Collectors.joining(" · "))
                + (names.size() > 3 ? " · …" : "");
    }

    private void rowsOfMaps(String title, Map<?, ?> map) {
        Set<String> keys = new LinkedHashSet<>();
        map.values().forEach(row -> ((Map<?, ?>) row).keySet().forEach(key -> keys.add(String.valueOf(key))));
        keys.removeAll(APART);
        List<Head> heads = new ArrayList<>();
        heads.add(new Head(terms.say("name"), false));
        keys.forEach(key -> heads.add(new Head(terms.label(key), true)));
        List<List<Cell>> rows = new ArrayList<>();
        map.forEach((label, row) -> {
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(terms.say("name"), terms.label(String.valueOf(label)), false));
            keys.forEach(key -> {
                Object value = ((Map<?, ?>) row).get(key);
                cells.add(new Cell(terms.label(key), isRange(key, value) ? range(value) : terms.value(value), true));
            });
            rows.add(cells);
        });
        tables.add(new ResultTable(title, heads, rows, ""));
    }

    private void takeList(String name, List<?> list) {
        if (list.stream().allMatch(Map.class::isInstance)) {
            Map<String, Object> rows = new LinkedHashMap<>();
            for (int i = 0; i < list.size(); i++) {
                rows.put(terms.number(i + 1), list.get(i));
            }
            rowsOfMaps(terms.label(name), rows);
        } else if (list.stream().allMatch(List.class::isInstance)) {
            matrix(terms.label(name), list);
        } else {
            columns.computeIfAbsent(list.size(), size -> new LinkedHashMap<>()).put(name, list);
        }
    }

    private void matrix(String title, List<?> rows) {
        boolean deeper = rows.stream().flatMap(row -> ((List<?>) row).stream()).anyMatch(List.class::isInstance);
        if (deeper) {
            for (int i = 0; i < rows.size(); i++) {
                matrix(title + " – " + terms.number(i + 1), asRows((List<?>) rows.get(i)));
            }
            return;
        }
        int width = rows.stream().mapToInt(row -> ((List<?>) row).size()).max().orElse(0);
        Map<String, List<?>> lists = new LinkedHashMap<>();
        for (int column = 0; column < width; column++) {
            int at = column;
            List<@Nullable Object> cells = new ArrayList<>();
            rows.forEach(row -> cells.add(at < ((List<?>) row).size() ? ((List<?>) row).get(at) : null));
            lists.put(terms.number(column + 1), cells);
        }
        tables.add(sideBySide(title, lists));
    }

    private static List<List<?>> asRows(List<?> mixed) {
        List<List<?>> rows = new ArrayList<>();
        mixed.forEach(row -> rows.add(row instanceof List<?> list ? list : List.of(String.valueOf(row))));
        return rows;
    }

    private ResultTable sideBySide(String title, Map<String, List<?>> lists) {
        List<Head> heads = new ArrayList<>();
        String number = terms.say("number");
        heads.add(new Head(number, false));
        lists.keySet().forEach(name -> heads.add(new Head(terms.label(name), true)));
        int length = lists.values().stream().mapToInt(List::size).max().orElse(0);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(length, MOST_ROWS); i++) {
            int row = i;
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(number, terms.number(i + 1), false));
            lists.forEach((name, list) ->
                    cells.add(new Cell(terms.label(name), row < list.size() ? terms.value(list.get(row)) : "", true)));
            rows.add(cells);
        }
        return new ResultTable(title, heads, rows, length > MOST_ROWS ? terms.say("firstRows", MOST_ROWS, length) : "");
    }

    private List<ResultTable> all() {
        List<ResultTable> all = new ArrayList<>();
        if (!figures.isEmpty()) {
            List<Head> heads = figures.get(0).stream()
                    .map(cell -> new Head(cell.label(), cell.amount()))
                    .toList();
            boolean remarks =
                    figures.stream().anyMatch(row -> !row.get(2).shown().isEmpty());
            int width = remarks ? 3 : 2;
            all.add(new ResultTable(
                    "",
                    heads.subList(0, width),
                    figures.stream().map(row -> row.subList(0, width)).toList(),
                    ""));
        }
        columns.forEach((length, lists) -> all.add(sideBySide(titles(lists.keySet()), lists)));
        all.addAll(tables);
        return all;
    }
}
