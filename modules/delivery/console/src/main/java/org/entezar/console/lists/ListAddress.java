package org.entezar.console.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the address of a list asks for: {@code ?segment=families&sort=-submitted&columns=language&after=…}. Conditions have
 * the names that the list gives them; a sort with a minus falls; where somebody stands in the list is no part of what it
 * shows and is dropped whenever that changes.
 */
public final class ListAddress {

    static final String SORT = "sort";
    static final String COLUMNS = "columns";
    static final String AFTER = "after";
    static final String BEFORE = "before";

    private static final int LONGEST_VALUE = 200;
    /** No text of the database holds it. */
    private static final char NUL = '\0';

    private static final int MOST_COLUMNS = 60;

    /** A hidden field of a form that keeps the rest of the address. */
    public record Field(String name, String value) {}

    private final String path;
    private final Map<String, String> conditions;
    private final String sort;
    private final List<String> columns;
    private final Optional<String> after;
    private final Optional<String> before;

    private ListAddress(
            String path,
            Map<String, String> conditions,
            String sort,
            List<String> columns,
            Optional<String> after,
            Optional<String> before) {
        this.path = path;
        this.conditions = conditions;
        this.sort = sort;
        this.columns = List.copyOf(columns);
        this.after = after;
        this.before = before;
    }

    /**
     * What a request asks for.
     *
     * @param path of the page
     * @param conditions names of its conditions; what else stands in the address is left out
     */
    public static ListAddress of(HttpServletRequest request, String path, Set<String> conditions) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : conditions) {
            value(request, name).ifPresent(value -> given.put(name, value));
        }
        String[] columns = request.getParameterValues(COLUMNS);
        List<String> chosen = columns == null ? List.of() : List.of(columns);
        return new ListAddress(
                path,
                given,
                value(request, SORT).orElse(""),
                chosen.stream()
                        .filter(column -> column.length() <= LONGEST_VALUE && column.indexOf(NUL) < 0)
                        .distinct()
                        .limit(MOST_COLUMNS)
                        .toList(),
                value(request, AFTER),
                value(request, BEFORE));
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST_VALUE && value.indexOf(NUL) < 0);
    }

    /** What a condition asks for. */
    public Optional<String> condition(String name) {
        return Optional.ofNullable(conditions.get(name));
    }

    /** Key of the column that the list is sorted by; empty for the list's own order. */
    public String sortedBy() {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    public boolean falls() {
        return sort.startsWith("-");
    }

    /** Keys of the columns that somebody chose; empty for the standard ones. */
    public List<String> columns() {
        return columns;
    }

    public Optional<String> after() {
        return after;
    }

    public Optional<String> before() {
        return before;
    }

    /** The whole but the place, without a question mark: what a saved view keeps. */
    public String query() {
        return written(fields(Set.of()));
    }

    /** The same as the rest of another address: with its question mark, or empty. */
    public String rest() {
        String query = query();
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The whole as hidden fields, without some parts. */
    List<Field> fields(Set<String> without) {
        List<Field> fields = new ArrayList<>();
        conditions.forEach((name, value) -> fields.add(new Field(name, value)));
        if (!sort.isEmpty()) {
            fields.add(new Field(SORT, sort));
        }
        columns.forEach(column -> fields.add(new Field(COLUMNS, column)));
        fields.removeIf(field -> without.contains(field.name()));
        return fields;
    }

    /** What remains when every condition is dropped, as hidden fields. */
    List<Field> unconditioned() {
        return fields(conditions.keySet());
    }

    String address(List<Field> fields) {
        return fields.isEmpty() ? path : path + "?" + written(fields);
    }

    /** Without some parts. */
    String without(Set<String> names) {
        return address(fields(names));
    }

    /** Sorted by the column; the other way round when it is sorted by it already. */
    String sorted(String column, boolean falling) {
        List<Field> fields = fields(Set.of(SORT));
        fields.add(new Field(SORT, (falling ? "-" : "") + column));
        return address(fields);
    }

    String turned(String direction, String place) {
        List<Field> fields = fields(Set.of());
        fields.add(new Field(direction, place));
        return address(fields);
    }

    private static String written(List<Field> fields) {
        StringBuilder query = new StringBuilder();
        for (Field field : fields) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(field.name(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(field.value(), StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
