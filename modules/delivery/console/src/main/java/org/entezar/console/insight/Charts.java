package org.entezar.console.insight;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.entezar.insight.CesResult;
import org.entezar.insight.CsatResult;
import org.entezar.insight.Estimate;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightResult;
import org.entezar.insight.KanoResult;
import org.entezar.insight.NpsResult;
import org.entezar.insight.Proportion;
import org.entezar.insight.ServqualResult;
import org.entezar.insight.Spread;
import org.entezar.insight.ZoneResult;

/** Builds the pictures of an insight. Figures that are hidden or undefined are left out, never drawn at 0. */
final class Charts {

    private static final int ROW = 46;
    private static final int AROUND = 96;
    private static final Rows.Stroke INTERVAL = new Rows.Stroke("token:perceived", 14, 0.28);
    private static final Rows.Stroke SHORTFALL = new Rows.Stroke("token:bad", 3, 1);
    private static final Rows.Stroke SURPLUS = new Rows.Stroke("token:good", 3, 1);
    private static final Rows.Stroke ZONE = new Rows.Stroke("token:desired", 18, 0.22);

    private final Wording words;

    Charts(Wording words) {
        this.words = words;
    }

    /** The pictures, the most important first; none when there is nothing to draw. */
    List<Chart> of(Insight insight) {
        List<Chart> charts = new ArrayList<>();
        insight.result().ifPresent(result -> draw(result, charts));
        return charts;
    }

    private void draw(InsightResult result, List<Chart> charts) {
        if (result instanceof ServqualResult servqual) {
            dumbbells(
                    "categories",
                    servqual.categories().stream()
                            .map(category -> new GapRow(
                                    words.quoted(category.name(), category.key()),
                                    category.expected(),
                                    category.perceived(),
                                    category.gap()))
                            .toList(),
                    charts);
            dumbbells(
                    "items",
                    servqual.items().stream()
                            .map(item -> new GapRow(
                                    words.quoted(item.text(), item.key()),
                                    item.expected(),
                                    item.perceived(),
                                    item.gap()))
                            .toList(),
                    charts);
        } else if (result instanceof ZoneResult zone) {
            zones(zone, charts);
        } else if (result instanceof KanoResult kano) {
            plane(kano, charts);
        } else if (result instanceof NpsResult nps) {
            nps.items().forEach(item -> item.distribution()
                    .ifPresent(steps ->
                            distribution(item.key(), steps, 0, Charts::npsColour, item.score(), -100, 100, charts)));
        } else if (result instanceof CsatResult csat) {
            csat.items().forEach(item -> item.distribution()
                    .ifPresent(steps -> distribution(
                            item.key(),
                            steps,
                            1,
                            step -> step >= 4 ? "token:good" : "token:minimum",
                            item.satisfied(),
                            0,
                            1,
                            charts)));
        } else if (result instanceof CesResult ces) {
            ces.items().forEach(item -> item.distribution()
                    .ifPresent(steps -> distribution(
                            item.key(),
                            steps,
                            1,
                            step -> step >= 5 ? "token:good" : "token:minimum",
                            item.agree(),
                            0,
                            1,
                            charts)));
        }
    }

    private record GapRow(String label, Spread expected, Spread perceived, Estimate gap) {
        boolean isShown() {
            return expected.mean().isPresent()
                    && perceived.mean().isPresent()
                    && gap.mean().isPresent();
        }
    }

    /** Expected and perceived on one line, the largest shortfall first; the pale band is the interval of the gap. */
    private void dumbbells(String id, List<GapRow> all, List<Chart> charts) {
        List<GapRow> rows = all.stream()
                .filter(GapRow::isShown)
                .sorted(Comparator.comparingDouble(
                        row -> Wording.figure(row.gap().mean())))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        Rows picture = new Rows(words, rows.stream().map(GapRow::label).toList());
        for (int i = 0; i < rows.size(); i++) {
            GapRow row = rows.get(i);
            double expected = Wording.figure(row.expected().mean());
            double perceived = Wording.figure(row.perceived().mean());
            String tip = words.say(
                            "tip.gap",
                            row.label(),
                            expected,
                            perceived,
                            Wording.figure(row.gap().mean()))
                    + between(row.gap().low(), row.gap().high());
            if (row.gap().low().isPresent()) {
                // Around the perceived point, which the gap reaches from the expected one.
                picture.line(
                        i,
                        INTERVAL,
                        expected + Wording.figure(row.gap().low()),
                        expected + Wording.figure(row.gap().high()));
            }
            picture.line(i, perceived < expected ? SHORTFALL : SURPLUS, expected, perceived);
            picture.point(i, "expected", expected, tip);
            picture.point(i, "perceived", perceived, tip);
        }
        ObjectNode option = picture.option(List.of("expected", "perceived"));
        charts.add(new Chart(
                "chart-" + id,
                words.say("chart." + id),
                words.say("reading.gap"),
                words.say(
                        "alternative.gap",
                        rows.size(),
                        rows.get(0).label(),
                        Wording.figure(rows.get(0).gap().mean())),
                option,
                AROUND + ROW * rows.size()));
    }

    private void zones(ZoneResult result, List<Chart> charts) {
        List<ZoneResult.ItemZone> rows = result.items().stream()
                .filter(item -> item.perceived().isPresent())
                .sorted(Comparator.comparingDouble(
                        item -> Wording.figure(item.adequacy().estimate().mean())))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        Rows picture = new Rows(
                words,
                rows.stream().map(item -> words.quoted(item.text(), item.key())).toList());
        for (int i = 0; i < rows.size(); i++) {
            ZoneResult.ItemZone item = rows.get(i);
            double minimum = Wording.figure(item.minimum());
            double desired = Wording.figure(item.desired());
            double perceived = Wording.figure(item.perceived());
            OptionalDouble low = item.adequacy().estimate().low();
            OptionalDouble high = item.adequacy().estimate().high();
            String tip = words.say("tip.zone", words.quoted(item.text(), item.key()), minimum, desired, perceived)
                    + between(low, high);
            picture.line(i, ZONE, minimum, desired);
            if (low.isPresent()) {
                picture.line(i, INTERVAL, minimum + Wording.figure(low), minimum + Wording.figure(high));
            }
            picture.point(i, "minimum", minimum, tip);
            picture.point(i, "desired", desired, tip);
            picture.point(i, "perceived", perceived, tip);
        }
        charts.add(new Chart(
                "chart-zone",
                words.say("chart.zone"),
                words.say("reading.zone"),
                words.say(
                        "alternative.zone",
                        rows.size(),
                        words.quoted(rows.get(0).text(), rows.get(0).key())),
                picture.option(List.of("minimum", "desired", "perceived")),
                AROUND + ROW * rows.size()));
    }

    private String between(OptionalDouble low, OptionalDouble high) {
        return low.isEmpty() ? "" : "\n" + words.say("between", Wording.figure(low), Wording.figure(high));
    }

    /** Better against worse; the point's letter and colour tell the class, its number the row of the table. */
    private void plane(KanoResult result, List<Chart> charts) {
        List<KanoResult.ItemClass> items = result.items().stream()
                .filter(item -> item.better().value().isPresent())
                .toList();
        if (items.isEmpty()) {
            return;
        }
        ObjectNode option = Rows.base(words);
        ObjectNode grid = option.putObject("grid");
        grid.put("left", 56).put("right", 24).put("top", 24).put("bottom", 56);
        axis(option.putObject("xAxis"), words.say("axis.worse")).put("nameLocation", "middle");
        axis(option.putObject("yAxis"), words.say("axis.better")).put("nameLocation", "middle");
        ArrayNode series = option.putArray("series");
        for (String tier : List.of("basic", "expected", "exciting", "none")) {
            ObjectNode one = series.addObject();
            one.put("type", "scatter")
                    .put("name", words.say("code." + tier))
                    .put("symbolSize", 12)
                    .put("symbol", symbol(tier));
            one.putObject("itemStyle").put("color", colour(tier));
            one.putObject("label").put("show", true).put("color", "token:text");
            ArrayNode data = one.putArray("data");
            items.stream()
                    .filter(item -> item.tier().orElse("none").equals(tier))
                    .forEach(item -> {
                        ObjectNode point = data.addObject();
                        point.putArray("value")
                                .add(Math.abs(Wording.figure(item.worse().value())))
                                .add(Wording.figure(item.better().value()));
                        point.put("name", item.key());
                        point.put(
                                "tip",
                                words.say(
                                        "tip.kano",
                                        words.quoted(item.text(), item.key()),
                                        words.say("code." + item.category().orElse("I")),
                                        Wording.figure(item.better().value()),
                                        Wording.figure(item.worse().value())));
                    });
        }
        middle((ObjectNode) series.get(0));
        ObjectNode legend = option.putObject("legend");
        legend.put("bottom", 0).putObject("textStyle").put("color", "token:text");
        grid.put("bottom", 84);
        option.put("labelled", true);
        charts.add(new Chart(
                "chart-kano",
                words.say("chart.kano"),
                words.say("reading.kano"),
                words.say("alternative.kano", items.size()),
                option,
                520));
    }

    private static ObjectNode axis(ObjectNode axis, String name) {
        axis.put("type", "value").put("min", 0).put("max", 1).put("name", name).put("nameGap", 34);
        axis.putObject("nameTextStyle").put("color", "token:muted");
        axis.putObject("axisLabel").put("color", "token:muted").put("formatter", "number:1");
        axis.putObject("splitLine").putObject("lineStyle").put("color", "token:line");
        return axis;
    }

    private static void middle(ObjectNode series) {
        ObjectNode line = series.putObject("markLine");
        line.put("silent", true).put("symbol", "none");
        line.putObject("label").put("show", false);
        line.putObject("lineStyle").put("color", "token:line-strong").put("type", "dashed");
        ArrayNode data = line.putArray("data");
        data.addObject().put("xAxis", 0.5);
        data.addObject().put("yAxis", 0.5);
    }

    private static String symbol(String tier) {
        return switch (tier) {
            case "basic" -> "rect";
            case "expected" -> "circle";
            case "exciting" -> "triangle";
            default -> "diamond";
        };
    }

    private static String colour(String tier) {
        return switch (tier) {
            case "basic" -> "token:perceived";
            case "expected" -> "token:expected";
            case "exciting" -> "token:desired";
            default -> "token:minimum";
        };
    }

    private static String npsColour(int step) {
        return step >= 9 ? "token:good" : step >= 7 ? "token:minimum" : "token:bad";
    }

    /** How often each step was answered, and the score with its interval under it. */
    private void distribution(
            String key,
            List<Long> steps,
            int first,
            IntFunction<String> colour,
            Proportion score,
            double least,
            double greatest,
            List<Chart> charts) {
        long n = steps.stream().mapToLong(Long::longValue).sum();
        if (n == 0) {
            return;
        }
        ObjectNode option = Rows.base(words);
        ArrayNode grids = option.putArray("grid");
        grids.addObject().put("left", 48).put("right", 24).put("top", 24).put("height", 190);
        grids.addObject().put("left", 48).put("right", 24).put("top", 268).put("height", 34);
        ArrayNode xs = option.putArray("xAxis");
        ObjectNode stepAxis = xs.addObject().put("type", "category").put("gridIndex", 0);
        stepAxis.putObject("axisLabel").put("color", "token:muted").put("formatter", "number:0");
        ArrayNode names = stepAxis.putArray("data");
        ObjectNode scoreAxis = xs.addObject()
                .put("type", "value")
                .put("gridIndex", 1)
                .put("min", least)
                .put("max", greatest);
        scoreAxis
                .putObject("axisLabel")
                .put("color", "token:muted")
                .put("formatter", greatest > 1 ? "number:0" : "percent");
        scoreAxis.putObject("splitLine").putObject("lineStyle").put("color", "token:line");
        ArrayNode ys = option.putArray("yAxis");
        ObjectNode shares = ys.addObject().put("type", "value").put("gridIndex", 0);
        shares.putObject("axisLabel").put("color", "token:muted").put("formatter", "percent");
        shares.putObject("splitLine").putObject("lineStyle").put("color", "token:line");
        ObjectNode single = ys.addObject().put("type", "category").put("gridIndex", 1);
        single.put("show", false).putArray("data").add("");
        ArrayNode series = option.putArray("series");
        ArrayNode bars = series.addObject()
                .put("type", "bar")
                .put("xAxisIndex", 0)
                .put("yAxisIndex", 0)
                .put("name", "distribution")
                .putArray("data");
        for (int i = 0; i < steps.size(); i++) {
            names.add(Integer.toString(first + i));
            ObjectNode bar = bars.addObject().put("value", (double) steps.get(i) / n);
            bar.putObject("itemStyle").put("color", colour.apply(first + i));
            bar.put("tip", words.say("tip.step", first + i, steps.get(i), (double) steps.get(i) / n));
        }
        if (score.low().isPresent()) {
            double low = Wording.figure(score.low());
            // Two bars that both begin at 0 would need care below it; one line from end to end does not.
            ObjectNode range = series.addObject()
                    .put("type", "line")
                    .put("xAxisIndex", 1)
                    .put("yAxisIndex", 1)
                    .put("symbol", "none")
                    .put("silent", true);
            range.putObject("lineStyle")
                    .put("width", 10)
                    .put("color", "token:expected")
                    .put("opacity", 0.35)
                    .put("cap", "round");
            ArrayNode ends = range.putArray("data");
            ends.addArray().add(low).add(0);
            ends.addArray().add(Wording.figure(score.high())).add(0);
        }
        if (score.value().isPresent()) {
            ObjectNode point = series.addObject()
                    .put("type", "scatter")
                    .put("xAxisIndex", 1)
                    .put("yAxisIndex", 1)
                    .put("symbolSize", 16);
            point.putObject("itemStyle").put("color", "token:expected");
            ObjectNode only = point.putArray("data").addObject();
            only.putArray("value").add(Wording.figure(score.value())).add(0);
            only.put("tip", words.say(greatest > 1 ? "tip.score" : "tip.share", Wording.figure(score.value())));
        }
        charts.add(new Chart(
                "chart-" + key,
                words.say("chart.distribution"),
                words.say("reading.distribution"),
                words.say("alternative.distribution", n),
                option,
                340));
    }

    /** Whether lines of text run from right to left. */
    static boolean mirrored(Wording words) {
        return PictureBase.mirrored(words.language());
    }
}
