package org.entezar.insight.internal.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entezar.insight.Absence;
import org.entezar.insight.Estimate;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.InsightResult;
import org.entezar.insight.NpsResult;
import org.entezar.insight.SatisfactionHistory.Measure;
import org.entezar.insight.SatisfactionHistory.Point;
import org.entezar.insight.SatisfactionHistory.Series;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.internal.Analysis;
import org.entezar.insight.internal.DisplayRules;
import org.entezar.kernel.LocalizedText;
import org.entezar.methods.statistics.Moments;
import org.entezar.questionnaire.Category;

/** Turns counts of periods into lines: one for each category and measure, with what may be shown of each point. */
final class SeriesMaker {

    private record Name(Measure measure, String key) {}

    /** A line in the making. */
    private static final class Line {
        private LocalizedText name = LocalizedText.EMPTY;
        private final List<Point> points = new ArrayList<>();
    }

    private final DisplayRules rules;
    private final Map<String, LocalizedText> names = new LinkedHashMap<>();
    private final Map<Name, Line> lines = new LinkedHashMap<>();

    SeriesMaker(DisplayRules rules, List<Category> categories) {
        this.rules = rules;
        lines.put(new Name(Measure.GAP, ""), new Line());
        name(categories);
    }

    /** Lines come in the order of the tree, whatever the first period asked. */
    private void name(List<Category> categories) {
        for (Category category : categories) {
            names.put(category.key(), category.name());
            lines.put(new Name(Measure.GAP, category.key()), new Line());
            lines.put(new Name(Measure.ZONE, category.key()), new Line());
            name(category.children());
        }
    }

    List<Series> series(SortedMap<Integer, Map<Integer, Cell>> cells, int first) {
        cells.forEach((period, byRun) -> new TreeMap<>(byRun).forEach((run, cell) -> take(period - first, run, cell)));
        int latest = HistoryComputation.latestRun(cells).orElse(0);
        List<Series> series = new ArrayList<>();
        lines.forEach((name, line) -> {
            if (line.points.stream()
                    .anyMatch(point -> point.value().reason().isEmpty()
                            || !point.value().reason().equals(Optional.of(Absence.NOT_ASKED)))) {
                series.add(new Series(
                        name.measure(),
                        name.key(),
                        names.getOrDefault(name.key(), line.name),
                        line.points,
                        Verdicts.trend(line.points, latest),
                        Verdicts.control(line.points, latest)));
            }
        });
        return series;
    }

    /** A group that is too small shows nothing of any category, whatever each of them would allow. */
    private void take(int period, int run, Cell cell) {
        boolean hidden = rules.hides(cell.n());
        cell.analyses().forEach((method, analysis) -> {
            Analysis.Outcome outcome = analysis.outcome(hidden ? new DisplayRules(Integer.MAX_VALUE) : rules);
            outcome.result().ifPresent(result -> take(period, run, method, result));
        });
        cell.zones()
                .zones()
                .forEach((category, zone) ->
                        put(Measure.ZONE, category, LocalizedText.EMPTY, zone(period, run, zone, hidden)));
    }

    private void take(int period, int run, InsightMethod method, InsightResult result) {
        if (result instanceof ServqualResult gaps) {
            put(Measure.GAP, "", LocalizedText.EMPTY, overall(period, run, gaps.overall()));
            gaps.categories()
                    .forEach(category -> put(
                            Measure.GAP,
                            category.key(),
                            category.name(),
                            gap(
                                    period,
                                    run,
                                    category.gap(),
                                    category.expected().mean(),
                                    category.perceived().mean())));
        } else if (result instanceof NpsResult scores) {
            scores.items()
                    .forEach(item -> put(
                            Measure.NPS,
                            item.key(),
                            item.text(),
                            Point.of(
                                    period,
                                    run,
                                    new Estimate(
                                            item.n(),
                                            item.score().value(),
                                            item.score().low(),
                                            item.score().high(),
                                            item.score().reason()))));
        } else {
            throw new IllegalStateException(method.key());
        }
    }

    private void put(Measure measure, String key, LocalizedText name, Point point) {
        Line line = lines.computeIfAbsent(new Name(measure, key), made -> new Line());
        if (line.name.equals(LocalizedText.EMPTY)) {
            line.name = name;
        }
        line.points.add(point);
    }

    /** With the workspace's weights where there are any. */
    private static Point overall(int period, int run, ServqualResult.Overall overall) {
        Estimate value = overall.weighted().mean().isPresent() ? overall.weighted() : overall.unweighted();
        return gap(
                period,
                run,
                value,
                overall.expected().mean(),
                overall.perceived().mean());
    }

    private static Point gap(int period, int run, Estimate value, OptionalDouble expected, OptionalDouble perceived) {
        return new Point(
                period,
                run,
                value,
                expected,
                perceived,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private Point zone(int period, int run, CategoryZones.Zone zone, boolean hidden) {
        if (hidden || rules.hides(zone.adequacy().n())) {
            return Point.of(period, run, Estimate.absent(Absence.SUPPRESSED));
        }
        if (zone.adequacy().n() == 0) {
            return Point.of(period, run, estimate(zone.adequacy()));
        }
        return new Point(
                period,
                run,
                estimate(zone.adequacy()),
                OptionalDouble.empty(),
                OptionalDouble.of(zone.perceived()),
                OptionalDouble.of(zone.minimum()),
                OptionalDouble.of(zone.desired()),
                Optional.of(estimate(zone.superiority())));
    }

    private Estimate estimate(Moments moments) {
        return rules.shown(moments.estimate(Analysis.CONFIDENCE));
    }
}
