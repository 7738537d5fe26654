package org.entezar.console.methods;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an input looks like in a form, found from its example. */
enum Shape {
    /** One number. */
    NUMBER,
    /** One word or sentence. */
    TEXT,
    /** Yes or no. */
    FLAG,
    /** Numbers, as a column that is pasted from a table. */
    COLUMN,
    /** Words. */
    WORDS,
    /** Rows of numbers. */
    TABLE,
    /** Rows of words. */
    WORD_TABLE,
    /** Named numbers, each with a field of its own. */
    NAMED_NUMBERS,
    /** Columns of numbers under names, as a table with a head. */
    FRAME,
    /** Lists under names, one a line. */
    NAMED_LISTS,
    /** Anything else: a piece of JSON. */
    JSON;

    static Shape of(@Nullable Object example) {
        if (example instanceof Number) {
            return NUMBER;
        }
        if (example instanceof Boolean) {
            return FLAG;
        }
        if (example instanceof String) {
            return TEXT;
        }
        if (example instanceof List<?> list) {
            return ofList(list);
        }
        return example instanceof Map<?, ?> map ? ofMap(map) : JSON;
    }

    private static Shape ofList(List<?> list) {
        if (isColumn(list)) {
            return COLUMN;
        }
        if (isWords(list)) {
            return WORDS;
        }
        if (list.stream().allMatch(row -> row instanceof List<?> cells && isColumn(cells))) {
            return TABLE;
        }
        return list.stream().allMatch(row -> row instanceof List<?> cells && isWords(cells)) ? WORD_TABLE : JSON;
    }

    private static Shape ofMap(Map<?, ?> map) {
        if (map.values().stream().allMatch(Number.class::isInstance)) {
            return NAMED_NUMBERS;
        }
        boolean columns = map.values().stream().allMatch(value -> value instanceof List<?> list && isColumn(list));
        if (columns) {
            List<Integer> lengths =
                    map.values().stream().map(value -> ((List<?>) value).size()).toList();
            boolean even = lengths.stream().distinct().count() == 1;
            return even && lengths.get(0) > 3 ? FRAME : NAMED_LISTS;
        }
        boolean words = map.values().stream().allMatch(value -> value instanceof List<?> list && isWords(list));
        return words ? NAMED_LISTS : JSON;
    }

    private static boolean isColumn(List<?> list) {
        return list.stream().allMatch(cell -> cell == null || cell instanceof Number)
                && list.stream().anyMatch(Objects::nonNull);
    }

    private static boolean isWords(List<?> list) {
        return list.stream().allMatch(cell -> cell == null || cell instanceof String)
                && list.stream().anyMatch(Objects::nonNull);
    }
}
