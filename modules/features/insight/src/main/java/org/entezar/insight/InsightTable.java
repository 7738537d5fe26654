package org.entezar.insight;

import java.util.List;
import org.entezar.insight.internal.TableRows;

/**
 * The figures of an insight as a table: for reading beside the picture, and for files.
 *
 * @param columns stable names, such as {@code gap.low}
 * @param rows as many cells as there are columns
 */
public record InsightTable(List<String> columns, List<List<Cell>> rows) {

    public InsightTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * The table of an insight; without rows when it has no result.
     *
     * @param language BCP 47 tag in which the workspace's own words are wanted
     */
    public static InsightTable of(Insight insight, String language) {
        return new InsightTable(
                TableRows.columns(insight.method()),
                insight.result().map(result -> TableRows.rows(result, language)).orElse(List.of()));
    }
}
