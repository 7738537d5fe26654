package org.entezar.console.satisfaction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.entezar.console.insight.Chart;
import org.entezar.console.insight.PictureBase;
import org.entezar.insight.SatisfactionHistory;
import org.entezar.insight.SatisfactionHistory.Break;
import org.entezar.insight.SatisfactionHistory.Control;
import org.entezar.insight.SatisfactionHistory.Point;
import org.entezar.insight.SatisfactionHistory.Series;
import org.entezar.kernel.Language;

/**
 * Pictures of lines through time as options of ECharts (docs/adr/0081). Points that are hidden leave a gap, runs of
 * versions that cannot be compared are not joined, and what happened meanwhile lies under the line.
 */
final class SatisfactionPictures {

    private static final int HEIGHT = 360;
    private static final int EVENTS_HEIGHT = 420;

    private final SatisfactionHistory history;
    private final Language language;
    private final Function<String, String> words;
    private final List<String> periods;

    /** What happened in a period, in words. */
    private final TreeMap<Integer, List<String>> events;

    SatisfactionPictures(
            SatisfactionHistory history,
            Language language,
            Function<String, String> words,
            List<String> periods,
            Map<Integer, List<String>> events) {
        this.history = history;
        this.language = language;
        this.words = words;
        this.periods = periods;
        this.events = new TreeMap<>(events);
    }

    /**
     * A level that is drawn beside others.
     *
     * @param name key of its word and of its colour
     * @param value of a point
     */
    record Level(String name, Function<Point, OptionalDouble> value) {}

    /** The levels behind a figure, such as expected and perceived. */
    Chart levels(
            String id,
            String title,
            String alternative,
            Series series,
            List<Level> levels,
            Function<Point, String> tip) {
        ObjectNode option = base(false);
        ArrayNode all = option.putArray("series");
        for (Level level : levels) {
            for (int run : runs(series)) {
                line(
                        all,
                        words.apply("facet." + level.name()),
                        "token:" + level.name(),
                        2,
                        "solid",
                        run,
                        series,
                        level.value(),
                        tip);
            }
        }
        marks((ObjectNode) all.get(0));
        legend(
                option,
                levels.stream()
                        .map(level -> words.apply("facet." + level.name()))
                        .toList());
        return new Chart(id, title, words.apply("reading.levels"), alternative, option, HEIGHT);
    }

    /** The figure with its intervals, the control limits where they can be told, and what happened under it. */
    Chart figure(String id, String title, String alternative, Series series, Function<Point, String> tip) {
        ObjectNode option = base(!events.isEmpty());
        ArrayNode all = option.putArray("series");
        ObjectNode intervals = all.addObject();
        intervals
                .put("type", "line")
                .put("showSymbol", false)
                .put("silent", true)
                .put("z", 1);
        intervals
                .putObject("lineStyle")
                .put("color", "token:perceived")
                .put("width", 9)
                .put("opacity", 0.28)
                .put("cap", "round");
        ArrayNode ends = intervals.putArray("data");
        for (Point point : series.points()) {
            if (point.value().low().isPresent() && point.value().high().isPresent()) {
                pair(ends, point.period(), point.value().low().getAsDouble());
                pair(ends, point.period(), point.value().high().getAsDouble());
                ends.addArray().add(point.period()).add("-");
            }
        }
        for (int run : runs(series)) {
            line(
                    all,
                    words.apply("measure." + series.measure().name()),
                    "token:perceived",
                    2,
                    "solid",
                    run,
                    series,
                    point -> point.value().mean(),
                    tip);
        }
        List<String> legend = new ArrayList<>(
                List.of(words.apply("measure." + series.measure().name())));
        series.control().ifPresent(control -> {
            limits(all, control);
            legend.add(words.apply("control.average"));
            legend.add(words.apply("control.limits"));
        });
        marks(intervals);
        if (!events.isEmpty()) {
            happened(all);
        }
        legend(option, legend);
        return new Chart(
                id,
                title,
                words.apply(series.control().isPresent() ? "reading.control" : "reading.figure"),
                alternative,
                option,
                events.isEmpty() ? HEIGHT : EVENTS_HEIGHT);
    }

    private static List<Integer> runs(Series series) {
        return series.points().stream().map(Point::run).distinct().sorted().toList();
    }

    private void line(
            ArrayNode all,
            String name,
            String colour,
            int width,
            String type,
            int run,
            Series series,
            Function<Point, OptionalDouble> value,
            Function<Point, String> tip) {
        ObjectNode line = all.addObject();
        line.put("type", "line")
                .put("name", name)
                .put("symbol", "circle")
                .put("symbolSize", 8)
                .put("z", 3);
        line.putObject("lineStyle").put("color", colour).put("width", width).put("type", type);
        line.putObject("itemStyle").put("color", colour);
        ArrayNode data = line.putArray("data");
        int expected = -1;
        for (Point point : series.points()) {
            if (point.run() != run) {
                continue;
            }
            OptionalDouble found = value.apply(point);
            // A period without a figure breaks the line rather than being bridged.
            if (found.isEmpty() || expected >= 0 && point.period() > expected) {
                data.addArray().add(point.period()).add("-");
            }
            if (found.isPresent()) {
                ObjectNode one = data.addObject();
                pair(one.putArray("value"), point.period(), found.getAsDouble(), true);
                one.put("tip", tip.apply(point));
            }
            expected = point.period() + 1;
        }
    }

    private static void pair(ArrayNode data, int period, double value) {
        pair(data.addArray(), period, value, true);
    }

    private static void pair(ArrayNode pair, int period, double value, boolean rounded) {
        pair.add(period).add(rounded ? Math.round(value * 10_000) / 10_000.0 : value);
    }

    private void limits(ArrayNode all, Control control) {
        ObjectNode average = thin(all, "control.average", "token:desired", "solid");
        ObjectNode high = thin(all, "control.limits", "token:bad", "dashed");
        ObjectNode low = thin(all, "control.limits", "token:bad", "dashed");
        control.steps().forEach(step -> {
            pair((ArrayNode) average.get("data"), step.period(), step.average());
            pair((ArrayNode) high.get("data"), step.period(), step.high());
            pair((ArrayNode) low.get("data"), step.period(), step.low());
        });
    }

    private ObjectNode thin(ArrayNode all, String name, String colour, String type) {
        ObjectNode line = all.addObject();
        line.put("type", "line")
                .put("name", words.apply(name))
                .put("showSymbol", false)
                .put("silent", true)
                .put("z", 2);
        line.putObject("lineStyle").put("color", colour).put("width", 1.5).put("type", type);
        line.putObject("itemStyle").put("color", colour);
        line.putArray("data");
        return line;
    }

    /** Where another version begins. */
    private void marks(ObjectNode series) {
        if (history.breaks().isEmpty()) {
            return;
        }
        ObjectNode line = series.putObject("markLine");
        line.put("silent", true).put("symbol", "none");
        line.putObject("label").put("color", "token:muted").put("position", "end");
        line.putObject("lineStyle").put("color", "token:line-strong");
        ArrayNode data = line.putArray("data");
        for (Break version : history.breaks()) {
            ObjectNode mark = data.addObject().put("xAxis", version.period());
            mark.putObject("label")
                    .put("formatter", words.apply("break.short").replace("{0}", Integer.toString(version.version())));
            mark.putObject("lineStyle").put("type", version.comparable() ? "dotted" : "solid");
        }
    }

    private void happened(ArrayNode all) {
        ObjectNode series = all.addObject();
        series.put("type", "scatter")
                .put("xAxisIndex", 1)
                .put("yAxisIndex", 1)
                .put("symbol", "triangle")
                .put("symbolSize", 13)
                .put("z", 4);
        series.putObject("itemStyle").put("color", "token:expected");
        ArrayNode data = series.putArray("data");
        events.forEach((period, told) -> {
            ObjectNode mark = data.addObject();
            mark.putArray("value").add(period).add(0);
            mark.put("tip", String.join("\n", told));
        });
    }

    private ObjectNode base(boolean withEvents) {
        ObjectNode option = PictureBase.of(language);
        ArrayNode grids = option.putArray("grid");
        ObjectNode grid = grids.addObject().put("left", 52).put("right", 26).put("top", 34);
        ArrayNode xs = option.putArray("xAxis");
        ArrayNode ys = option.putArray("yAxis");
        axes(xs, ys, 0);
        if (withEvents) {
            grid.put("bottom", 128);
            grids.addObject().put("left", 52).put("right", 26).put("bottom", 84).put("height", 22);
            ObjectNode under = axes(xs, ys, 1);
            ((ObjectNode) under.get("axisLabel")).put("show", true);
            ((ObjectNode) xs.get(0).get("axisLabel")).put("show", false);
            ObjectNode flat = (ObjectNode) ys.get(1);
            flat.put("show", false).put("min", -1).put("max", 1);
        } else {
            grid.put("bottom", 76);
        }
        return option;
    }

    private ObjectNode axes(ArrayNode xs, ArrayNode ys, int grid) {
        ObjectNode x =
                xs.addObject().put("type", "category").put("gridIndex", grid).put("boundaryGap", true);
        x.putObject("axisLabel").put("color", "token:muted").put("hideOverlap", true);
        x.putObject("axisLine").put("onZero", false).putObject("lineStyle").put("color", "token:line-strong");
        ArrayNode names = x.putArray("data");
        periods.forEach(names::add);
        ObjectNode y =
                ys.addObject().put("type", "value").put("gridIndex", grid).put("scale", true);
        y.putObject("axisLabel").put("color", "token:muted").put("formatter", "number:2");
        y.putObject("splitLine").putObject("lineStyle").put("color", "token:line");
        return x;
    }

    private static void legend(ObjectNode option, List<String> names) {
        ObjectNode legend = option.putObject("legend");
        legend.put("bottom", 0).putObject("textStyle").put("color", "token:text");
        ArrayNode shown = legend.putArray("data");
        names.stream().distinct().forEach(shown::add);
    }

    /** The latest point that shows a figure. */
    static Optional<Point> latest(Series series) {
        return series.points().stream()
                .filter(point -> point.value().mean().isPresent())
                .reduce((before, after) -> after);
    }
}
