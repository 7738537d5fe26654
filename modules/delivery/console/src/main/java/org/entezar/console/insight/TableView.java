package org.entezar.console.insight;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.insight.Cell;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;

/** The table of an insight as the page shows it: in the reader's words and digits, intervals in one column. */
public final class TableView {

    private static final Set<String> SHARES =
            Set.of("share", "satisfied", "agree", "total.strength", "category.strength");
    private static final Set<String> SIGNED = Set.of("gap", "adequacy", "superiority", "worse", "score");

    private final Text text;
    private final Format format;
    private final Wording words;
    private final Map<String, String> categories;

    /** @param categories names of categories by key */
    TableView(Text text, Format format, Wording words, Map<String, String> categories) {
        this.text = text;
        this.format = format;
        this.words = words;
        this.categories = categories;
    }

    /**
     * A head.
     *
     * @param label what it says
     * @param amount whether numbers stand under it
     */
    public record Head(String label, boolean amount) {}

    /**
     * A cell.
     *
     * @param label of its column, for rows that are drawn as cards
     * @param shown what it says
     * @param value what it sorts by
     * @param amount whether it is a number
     */
    public record Shown(String label, String shown, String value, boolean amount) {}

    /** Heads of what is shown of the method's table. */
    List<Head> heads(InsightMethod method, InsightTable table) {
        return shown(method, table)
                .map(column -> new Head(label(column), isAmount(column)))
                .toList();
    }

    List<List<Shown>> rows(InsightMethod method, InsightTable table) {
        return table.rows().stream()
                .map(row -> shown(method, table)
                        .map(column -> cell(table.columns(), row, column))
                        .toList())
                .toList();
    }

    /** What matters most first; what is left out stands in the files. */
    private static Stream<String> shown(InsightMethod method, InsightTable table) {
        List<String> order =
                switch (method) {
                    case SERVQUAL ->
                        List.of(
                                "name",
                                "level",
                                "category",
                                "n",
                                "expected",
                                "perceived",
                                "gap",
                                "gap.low",
                                "weight",
                                "share",
                                "reason");
                    case KANO ->
                        List.of(
                                "name",
                                "key",
                                "category",
                                "n",
                                "class",
                                "clear",
                                "better",
                                "better.low",
                                "worse",
                                "worse.low",
                                "M",
                                "O",
                                "A",
                                "I",
                                "R",
                                "Q",
                                "reason");
                    case ZONE, NPS, CSAT, CES ->
                        table.columns().stream()
                                .filter(column -> !column.equals("key") && !column.endsWith(".high"))
                                .toList();
                };
        return order.stream();
    }

    private Shown cell(List<String> columns, List<Cell> row, String column) {
        int at = columns.indexOf(column);
        Cell cell = row.get(at);
        if (column.endsWith(".low")) {
            return new Shown(label(column), interval(column, cell, row.get(at + 1)), value(cell), true);
        }
        // The rows over everything have no name of their own.
        Cell named = column.equals("name") && cell instanceof Cell.Empty ? row.get(0) : cell;
        return new Shown(
                label(column), shown(named == cell ? column : columns.get(0), named), value(cell), isAmount(column));
    }

    private String label(String column) {
        return text.get("insight.column." + (column.endsWith(".low") ? "interval" : column));
    }

    private static boolean isAmount(String column) {
        return !Set.of("level", "key", "name", "category", "class", "second", "tier", "clear", "reason")
                        .contains(column)
                && !column.endsWith(".judgement");
    }

    private String interval(String column, Cell low, Cell high) {
        if (!(low instanceof Cell.Number from) || !(high instanceof Cell.Number to)) {
            return "";
        }
        String of = column.substring(0, column.length() - ".low".length());
        return SHARES.contains(of)
                ? format.interval(100 * from.number(), 100 * to.number(), 1)
                : format.interval(from.number(), to.number(), of.equals("score") ? 1 : 2);
    }

    /** What a row is about. */
    String name(List<String> columns, List<Cell> row) {
        int at = columns.indexOf("name");
        Cell name = row.get(at);
        return name instanceof Cell.Empty ? shown(columns.get(0), row.get(0)) : shown("name", name);
    }

    String shown(String column, Cell cell) {
        if (cell instanceof Cell.Text words) {
            return words.text();
        }
        if (cell instanceof Cell.Code code) {
            return switch (column) {
                case "key" -> code.code();
                case "category" -> categories.getOrDefault(code.code(), code.code());
                case "reason" -> words.reason(code.code());
                default -> text.get("insight.code." + code.code());
            };
        }
        if (cell instanceof Cell.Count count) {
            return format.number(count.count());
        }
        if (cell instanceof Cell.Number number) {
            if (SHARES.contains(column)) {
                return format.percent(number.number(), 1);
            }
            int decimals = column.equals("score") ? 1 : column.equals("weight") ? 0 : 2;
            return SIGNED.contains(column)
                    ? format.signed(number.number(), decimals)
                    : format.number(number.number(), decimals);
        }
        return "";
    }

    private static String value(Cell cell) {
        if (cell instanceof Cell.Number number) {
            return Double.toString(number.number());
        }
        return cell instanceof Cell.Count count ? Long.toString(count.count()) : "";
    }
}
