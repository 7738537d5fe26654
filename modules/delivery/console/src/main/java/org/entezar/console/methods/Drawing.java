package org.entezar.console.methods;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.entezar.console.insight.Chart;
import org.entezar.console.insight.PictureBase;
import org.entezar.kernel.Language;
import org.entezar.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** Draws the kinds of pictures that results need, as options of ECharts (docs/adr/0081). */
final class Drawing {

    private static final int ROW = 52;
    private static final int AROUND = 72;
    private static final int HEIGHT = 340;
    private static final int TOLD = 8;
    private static final List<String> COLOURS =
            List.of("token:perceived", "token:expected", "token:desired", "token:importance", "token:minimum");
    private static final List<String> SYMBOLS = List.of("circle", "diamond", "rect", "triangle", "pin");

    private final Language language;
    private final Terms terms;

    Drawing(Language language, Terms terms) {
        this.language = language;
        this.terms = terms;
    }

    /**
     * A figure with its interval.
     *
     * @param label of the row
     * @param value the figure
     * @param low lower end, NaN where there is no interval
     * @param high upper end
     */
    record Range(String label, double value, double low, double high) {}

    /**
     * A figure under a name.
     *
     * @param label of the bar
     * @param value its length
     */
    record Bar(String label, double value) {}

    /**
     * A line of figures.
     *
     * @param label in the legend
     * @param values by position, null where there is none
     * @param dashed whether it is a limit
     */
    record Line(String label, List<@Nullable Double> values, boolean dashed) {}

    /**
     * A point of a plane.
     *
     * @param label of the point
     * @param group which colour and symbol it has, from 0
     */
    record Point(String label, double x, double y, int group) {}

    /** Figures with their intervals, a row each. */
    Chart ranges(String id, String title, List<Range> rows) {
        ObjectNode option = base();
        rowAxes(option, rows.stream().map(Range::label).toList(), "number:2");
        ArrayNode series = option.putArray("series");
        ObjectNode interval = Json.mapper().createObjectNode();
        interval.put("type", "line")
                .put("showSymbol", false)
                .put("silent", true)
                .put("z", 2);
        interval.putObject("lineStyle")
                .put("color", COLOURS.get(0))
                .put("width", 14)
                .put("opacity", 0.28)
                .put("cap", "round");
        ObjectNode points =
                series.addObject().put("type", "scatter").put("symbolSize", 14).put("z", 4);
        points.putObject("itemStyle").put("color", COLOURS.get(0));
        ArrayNode data = points.putArray("data");
        List<String> told = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Range row = rows.get(i);
            String said = row.label() + ": " + terms.number(row.value());
            if (!Double.isNaN(row.low())) {
                ArrayNode ends = interval.withArray("/data");
                ends.addArray().add(row.low()).add(i);
                ends.addArray().add(row.high()).add(i);
                ends.addArray().add("-").add(i);
                said += " " + terms.interval(row.low(), row.high());
            }
            ObjectNode point = data.addObject().put("tip", said);
            point.putArray("value").add(row.value()).add(i);
            told.add(said);
        }
        if (interval.has("data")) {
            series.add(interval);
        }
        return chart(id, title, "range", told, option, AROUND + ROW * rows.size());
    }

    /** Figures under names, a bar each. */
    Chart bars(String id, String title, List<Bar> bars, boolean percent) {
        ObjectNode option = base();
        rowAxes(option, bars.stream().map(Bar::label).toList(), percent ? "percent" : "number:2");
        ((ObjectNode) option.get("xAxis")).put("inverse", PictureBase.mirrored(language));
        ObjectNode bar = option.putArray("series").addObject();
        bar.put("type", "bar").put("barWidth", 12).putObject("itemStyle").put("color", COLOURS.get(1));
        ArrayNode data = bar.putArray("data");
        List<String> told = new ArrayList<>();
        for (Bar one : bars) {
            String said = one.label() + ": " + terms.number(one.value());
            data.addObject().put("value", one.value()).put("tip", said);
            told.add(said);
        }
        return chart(id, title, "bars", told, option, AROUND + ROW * bars.size());
    }

    /** Lines over positions. */
    Chart lines(String id, String title, List<String> positions, List<Line> lines, boolean percent) {
        ObjectNode option = base();
        option.putObject("grid").put("left", 56).put("right", 24).put("top", 24).put("bottom", 72);
        ObjectNode x = option.putObject("xAxis").put("type", "category");
        x.putObject("axisLabel").put("color", "token:muted");
        ArrayNode names = x.putArray("data");
        positions.forEach(names::add);
        value(option.putObject("yAxis"), percent ? "percent" : "number:2");
        ArrayNode series = option.putArray("series");
        List<String> told = new ArrayList<>();
        int colour = 0;
        for (Line line : lines) {
            String chosen = line.dashed() ? "token:minimum" : COLOURS.get(colour % COLOURS.size());
            ObjectNode one = series.addObject().put("type", "line").put("name", line.label());
            one.put("symbol", line.dashed() ? "none" : SYMBOLS.get(colour % SYMBOLS.size()))
                    .put("symbolSize", 8);
            one.putObject("itemStyle").put("color", chosen);
            ObjectNode style = one.putObject("lineStyle").put("color", chosen);
            style.put("width", line.dashed() ? 1.5 : 2.5).put("type", line.dashed() ? "dashed" : "solid");
            ArrayNode data = one.putArray("data");
            for (int i = 0; i < line.values().size(); i++) {
                Double value = line.values().get(i);
                if (value == null) {
                    data.add("-");
                } else {
                    data.addObject()
                            .put("value", value)
                            .put("tip", line.label() + " " + positions.get(i) + ": " + terms.number(value));
                }
            }
            told.add(line.label() + " "
                    + line.values().stream().limit(TOLD).map(terms::value).collect(Collectors.joining(" · ")));
            colour += line.dashed() ? 0 : 1;
        }
        legend(option);
        return chart(id, title, "lines", told, option, HEIGHT);
    }

    /** Points in a plane, with cross-hairs where they are known. */
    Chart plane(
            String id, String title, String x, String y, List<Point> points, double @Nullable [] cross, String kind) {
        ObjectNode option = base();
        option.putObject("grid").put("left", 64).put("right", 32).put("top", 24).put("bottom", 64);
        named(roomy(value(option.putObject("xAxis"), "number:1")), x);
        named(roomy(value(option.putObject("yAxis"), "number:1")), y);
        ArrayNode series = option.putArray("series");
        int groups = points.stream().mapToInt(Point::group).max().orElse(0) + 1;
        for (int group = 0; group < groups; group++) {
            ObjectNode one = series.addObject().put("type", "scatter").put("symbolSize", 13);
            one.put("symbol", SYMBOLS.get(group % SYMBOLS.size()));
            one.putObject("itemStyle").put("color", COLOURS.get(group % COLOURS.size()));
            ArrayNode data = one.putArray("data");
            for (Point point : points) {
                if (point.group() == group) {
                    ObjectNode node = data.addObject().put("name", point.label());
                    node.put("tip", said(point, x, y));
                    node.putArray("value").add(point.x()).add(point.y());
                }
            }
        }
        if (cross != null) {
            ObjectNode line = ((ObjectNode) series.get(0)).putObject("markLine");
            line.put("silent", true).put("symbol", "none").putObject("label").put("show", false);
            line.putObject("lineStyle").put("color", "token:line-strong").put("type", "dashed");
            ArrayNode data = line.putArray("data");
            data.addObject().put("xAxis", cross[0]);
            data.addObject().put("yAxis", cross[1]);
        }
        option.put("labelled", true);
        return chart(
                id, title, kind, points.stream().map(point -> said(point, x, y)).toList(), option, 420);
    }

    private String said(Point point, String x, String y) {
        return point.label() + ": " + x + " " + terms.number(point.x()) + ", " + y + " " + terms.number(point.y());
    }

    private ObjectNode base() {
        return PictureBase.of(language);
    }

    private static ObjectNode value(ObjectNode axis, String format) {
        axis.put("type", "value").put("scale", true);
        axis.putObject("axisLabel")
                .put("color", "token:muted")
                .put("formatter", format)
                .put("hideOverlap", true);
        axis.putObject("splitLine").putObject("lineStyle").put("color", "token:line");
        return axis;
    }

    /** Leaves room beyond the outermost points, where their labels stand. */
    private static ObjectNode roomy(ObjectNode axis) {
        axis.putArray("boundaryGap").add("6%").add("6%");
        return axis;
    }

    private static void named(ObjectNode axis, String name) {
        axis.put("name", name).put("nameLocation", "middle").put("nameGap", 34);
        axis.putObject("nameTextStyle").put("color", "token:muted");
    }

    /** Rows whose label stands above the marks, so that it fits a phone. */
    private void rowAxes(ObjectNode option, List<String> labels, String format) {
        boolean mirrored = PictureBase.mirrored(language);
        option.putObject("grid").put("left", 28).put("right", 28).put("top", 8).put("bottom", 36);
        ObjectNode x = option.putObject("xAxis").put("type", "value");
        x.putObject("axisLabel")
                .put("color", "token:muted")
                .put("formatter", format)
                .put("hideOverlap", true);
        x.putObject("splitLine").putObject("lineStyle").put("color", "token:line");
        ObjectNode y = option.putObject("yAxis");
        y.put("type", "category").put("inverse", true).put("position", mirrored ? "right" : "left");
        y.putObject("axisLine").put("show", false);
        y.putObject("axisTick").put("show", false);
        ObjectNode label = y.putObject("axisLabel");
        label.put("inside", true)
                .put("margin", 0)
                .put("color", "token:text")
                .put("verticalAlign", "bottom")
                .put("overflow", "truncate")
                .put("align", mirrored ? "right" : "left")
                .put("interval", 0);
        label.putArray("padding").add(0).add(0).add(12).add(0);
        y.put("z", 5);
        ArrayNode names = y.putArray("data");
        labels.forEach(names::add);
        option.put("rows", true);
    }

    private static void legend(ObjectNode option) {
        ObjectNode legend = option.putObject("legend").put("bottom", 0).put("type", "scroll");
        legend.putObject("textStyle").put("color", "token:text");
    }

    private Chart chart(String id, String title, String kind, List<String> told, ObjectNode option, int height) {
        String items = told.stream().limit(TOLD).collect(Collectors.joining("; ")) + (told.size() > TOLD ? "; …" : "");
        return new Chart(id, title, terms.say("reading." + kind), title + ". " + items, option, height);
    }
}
