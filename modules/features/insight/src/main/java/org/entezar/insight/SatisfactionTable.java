package org.entezar.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.entezar.insight.SatisfactionHistory.Period;
import org.entezar.insight.SatisfactionHistory.Point;
import org.entezar.insight.SatisfactionHistory.Series;

/** The figures of a satisfaction history as one table: a row for each point of each line. */
public final class SatisfactionTable {

    private static final List<String> COLUMNS = List.of(
            "from",
            "to",
            "year",
            "period",
            "measure",
            "key",
            "name",
            "run",
            "n",
            "value",
            "low",
            "high",
            "expected",
            "perceived",
            "minimum",
            "desired",
            "superiority",
            "reason");

    private SatisfactionTable() {}

    /**
     * The table of a history.
     *
     * @param language BCP 47 tag in which the workspace's own words are wanted
     */
    public static InsightTable of(SatisfactionHistory history, String language) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Series series : history.series()) {
            for (Point point : series.points()) {
                rows.add(row(history.periods().get(point.period()), series, point, language));
            }
        }
        return new InsightTable(COLUMNS, rows);
    }

    private static List<Cell> row(Period period, Series series, Point point, String language) {
        String name = series.name().isEmpty() ? series.key() : series.name().best(language, "en");
        return List.of(
                new Cell.Code(period.from().toString()),
                new Cell.Code(period.to().toString()),
                new Cell.Count(period.year()),
                new Cell.Count(period.number()),
                new Cell.Code(series.measure().name()),
                new Cell.Text(series.key()),
                new Cell.Text(name),
                new Cell.Count(point.run() + 1L),
                Cell.of(point.n()),
                Cell.of(point.value().mean()),
                Cell.of(point.value().low()),
                Cell.of(point.value().high()),
                Cell.of(point.expected()),
                Cell.of(point.perceived()),
                Cell.of(point.minimum()),
                Cell.of(point.desired()),
                Cell.of(point.superiority().map(Estimate::mean).orElse(OptionalDouble.empty())),
                point.value()
                        .reason()
                        .<Cell>map(reason -> new Cell.Code(reason.name()))
                        .orElse(Cell.EMPTY));
    }
}
