package org.entezar.console.methods;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.console.TypedNumber;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.methods.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and words as people type and paste them: with tabs, commas or spaces between, a line a row, digits of any
 * script, an empty cell, a dash or NA for a missing answer.
 */
final class Cells {

    private static final Set<String> MISSING = Set.of("", "-", "–", "—", "NA", "na", "null");
    private static final String BETWEEN = ", ";

    private Cells() {}

    /** A number, of digits of any script. */
    static @Nullable Number number(String typed, String pointer) {
        String text = TypedNumber.plain(typed);
        if (MISSING.contains(text)) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            double value = number.doubleValue();
            if (text.length() <= 100 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            // told below with its place
        }
        throw new Problem(List.of(Violation.at(
                pointer,
                ErrorCode.BAD_INPUT,
                pointer + ": not a number: " + shortened(typed),
                InvalidInputException.Code.WRONG_TYPE.name())));
    }

    private static String shortened(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40) + "…";
    }

    /** The cells of a line. */
    static List<String> cells(String line) {
        boolean separated = line.chars().anyMatch(c -> c == '\t' || c == ',' || c == ';' || c == '،' || c == '，');
        return Arrays.stream(
                        separated ? line.split("[\\t,;،，]", -1) : line.strip().split("\\s+"))
                .map(String::strip)
                .toList();
    }

    private static List<String> lines(String typed) {
        return typed.strip().isEmpty()
                ? List.of()
                : typed.stripTrailing().lines().toList();
    }

    /** A column: one value a line, or all in one line. */
    static List<String> column(String typed) {
        List<String> lines = lines(typed);
        if (lines.size() == 1) {
            return cells(lines.get(0));
        }
        boolean single = lines.stream().allMatch(line -> cells(line).size() <= 1);
        return single
                ? lines.stream().map(String::strip).toList()
                : lines.stream().flatMap(line -> cells(line).stream()).toList();
    }

    static List<@Nullable Object> numbers(List<String> cells, String pointer) {
        List<@Nullable Object> numbers = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            numbers.add(number(cells.get(i), pointer + "/" + i));
        }
        return numbers;
    }

    static List<@Nullable Object> words(List<String> cells) {
        List<@Nullable Object> words = new ArrayList<>(cells.size());
        cells.forEach(cell -> words.add(MISSING.contains(cell) ? null : cell));
        return words;
    }

    static List<List<String>> rows(String typed) {
        return lines(typed).stream()
                .filter(line -> !line.isBlank())
                .map(Cells::cells)
                .toList();
    }

    /** Columns under their names, from a table with a head. */
    static Map<String, @Nullable Object> frame(String typed, String pointer) {
        List<List<String>> rows = rows(typed);
        Map<String, @Nullable Object> frame = new LinkedHashMap<>();
        if (rows.isEmpty()) {
            return frame;
        }
        List<String> heads = rows.get(0);
        for (int column = 0; column < heads.size(); column++) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int row = 1; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                values.add(
                        column < cells.size()
                                ? number(cells.get(column), pointer + "/" + heads.get(column) + "/" + (row - 1))
                                : null);
            }
            frame.put(heads.get(column), values);
        }
        return frame;
    }

    /** One cell as the form shows it. */
    static String shown(@Nullable Object cell) {
        if (cell instanceof Number number) {
            double value = number.doubleValue();
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
        return cell == null ? "–" : cell.toString();
    }

    static String row(@Nullable Object cells) {
        return cells instanceof List<?> list
                ? list.stream().map(Cells::shown).collect(Collectors.joining(BETWEEN))
                : shown(cells);
    }

    static String table(@Nullable Object rows) {
        return rows instanceof List<?> list
                ? list.stream().map(Cells::row).collect(Collectors.joining("\n"))
                : shown(rows);
    }

    static String frame(Map<?, ?> frame) {
        StringBuilder shown =
                new StringBuilder(frame.keySet().stream().map(Objects::toString).collect(Collectors.joining(BETWEEN)));
        int rows = frame.values().stream()
                .mapToInt(column -> column instanceof List<?> list ? list.size() : 0)
                .max()
                .orElse(0);
        for (int i = 0; i < rows; i++) {
            int row = i;
            shown.append('\n')
                    .append(frame.values().stream()
                            .map(column ->
                                    column instanceof List<?> list && row < list.size() ? shown(list.get(row)) : "")
                            .collect(Collectors.joining(BETWEEN)));
        }
        return shown.toString();
    }
}
