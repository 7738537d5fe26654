package org.entezar.console.insight;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.platform.json.Json;

/**
 * A picture of rows under each other, each with points and lines on a common scale, its label above the marks so that it
 * fits a phone.
 */
final class Rows {

    private static final List<String> SYMBOLS = List.of("diamond", "circle", "rect");

    private final Wording words;
    private final List<String> labels;
    private final Map<String, ArrayNode> points = new LinkedHashMap<>();
    private final Map<Stroke, ArrayNode> strokes = new LinkedHashMap<>();
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    Rows(Wording words, List<String> labels) {
        this.words = words;
        this.labels = labels;
    }

    private static ArrayNode array() {
        return Json.mapper().createArrayNode();
    }

    static ObjectNode base(Wording words) {
        return PictureBase.of(words.language());
    }

    /**
     * How a line along a row looks.
     *
     * @param colour of the theme
     * @param width in pixels
     * @param opacity 0..1
     */
    record Stroke(String colour, int width, double opacity) {}

    /** A point of a row. */
    void point(int row, String series, double value, String tip) {
        ObjectNode point = points.computeIfAbsent(series, name -> array()).addObject();
        point.putArray("value").add(value).add(row);
        point.put("tip", tip);
        reach(value);
    }

    /** A line along a row. */
    void line(int row, Stroke stroke, double from, double to) {
        ArrayNode data = strokes.computeIfAbsent(stroke, drawn -> array());
        data.addArray().add(from).add(row);
        data.addArray().add(to).add(row);
        // Breaks the line, so that rows are not joined.
        data.addArray().add("-").add(row);
        reach(from);
        reach(to);
    }

    private void reach(double value) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
    }

    /**
     * How the points of a series look.
     *
     * @param series its name
     * @param label in the legend
     * @param colour of the theme
     * @param symbol shape
     * @param size in pixels
     */
    record Mark(String series, String label, String colour, String symbol, int size) {}

    /** The option for facets, in the order of the legend. */
    ObjectNode option(List<String> facets) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < facets.size(); i++) {
            String facet = facets.get(i);
            boolean perceived = facet.equals("perceived");
            marks.add(new Mark(
                    facet,
                    words.say("facet." + facet),
                    facet,
                    perceived ? "circle" : SYMBOLS.get(i == 0 ? 0 : 2),
                    perceived ? 14 : 12));
        }
        return marked(marks);
    }

    /** The option; the series in the order of the legend. */
    ObjectNode marked(List<Mark> marks) {
        ObjectNode option = base(words);
        boolean mirrored = Charts.mirrored(words);
        option.putObject("grid").put("left", 20).put("right", 20).put("top", 8).put("bottom", 64);
        ObjectNode x = option.putObject("xAxis");
        x.put("type", "value").put("min", Math.floor(least)).put("max", Math.ceil(greatest));
        x.putObject("axisLabel").put("color", "token:muted").put("formatter", "number:1");
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
        label.putArray("padding").add(0).add(0).add(13).add(0);
        y.put("z", 5);
        ArrayNode names = y.putArray("data");
        labels.forEach(names::add);
        ArrayNode series = option.putArray("series");
        strokes.forEach((stroke, data) -> {
            ObjectNode line = series.addObject();
            line.put("type", "line")
                    .put("showSymbol", false)
                    .put("silent", true)
                    .put("z", 2);
            line.putObject("lineStyle")
                    .put("color", stroke.colour())
                    .put("width", stroke.width())
                    .put("opacity", stroke.opacity())
                    .put("cap", "round");
            line.set("data", data);
        });
        for (Mark mark : marks) {
            ObjectNode one = series.addObject()
                    .put("type", "scatter")
                    .put("name", mark.label())
                    .put("symbolSize", mark.size())
                    .put("symbol", mark.symbol())
                    .put("z", 4);
            one.putObject("itemStyle").put("color", "token:" + mark.colour());
            one.set("data", points.getOrDefault(mark.series(), array()));
        }
        ObjectNode legend = option.putObject("legend");
        legend.put("bottom", 0).putObject("textStyle").put("color", "token:text");
        ArrayNode shown = legend.putArray("data");
        marks.forEach(mark -> shown.add(mark.label()));
        option.put("rows", true);
        return option;
    }
}
