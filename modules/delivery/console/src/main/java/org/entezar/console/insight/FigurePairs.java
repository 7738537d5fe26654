package org.entezar.console.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.entezar.insight.Cell;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightTable;

/** Sets the main figure of each row of two tables of one method side by side. */
final class FigurePairs {

    private static final int MOST = 60;

    private FigurePairs() {}

    /**
     * A row.
     *
     * @param name of the item or category
     * @param then the figure then; empty where there was none
     * @param now the figure today; empty where there is none
     */
    public record Pair(String name, String then, String now) {}

    /** The rows whose main figure, as it is shown, is not the same. */
    static List<Pair> differing(InsightMethod method, InsightTable then, InsightTable now, TableView view) {
        String column = column(method);
        Map<String, List<Cell>> before = byName(then, view);
        Map<String, List<Cell>> after = byName(now, view);
        TreeSet<String> onlyNow = new TreeSet<>(after.keySet());
        onlyNow.removeAll(before.keySet());
        List<String> names = new ArrayList<>(before.keySet());
        names.addAll(onlyNow);
        List<Pair> pairs = new ArrayList<>();
        for (String name : names) {
            String old = shown(before.get(name), then, column, view);
            String fresh = shown(after.get(name), now, column, view);
            if (!old.equals(fresh) && pairs.size() < MOST) {
                pairs.add(new Pair(name, old, fresh));
            }
        }
        return pairs;
    }

    private static String column(InsightMethod method) {
        return switch (method) {
            case SERVQUAL -> "gap";
            case ZONE -> "adequacy";
            case KANO -> "class";
            case NPS -> "score";
            case CSAT -> "satisfied";
            case CES -> "mean";
        };
    }

    private static Map<String, List<Cell>> byName(InsightTable table, TableView view) {
        Map<String, List<Cell>> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.put(view.name(table.columns(), row), row));
        return rows;
    }

    private static String shown(
            @org.jspecify.annotations.Nullable List<Cell> row, InsightTable table, String column, TableView view) {
        return row == null ? "" : view.shown(column, row.get(table.columns().indexOf(column)));
    }
}
