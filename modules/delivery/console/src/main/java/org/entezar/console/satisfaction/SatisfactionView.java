package org.entezar.console.satisfaction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.entezar.audit.History;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.history.Timeline;
import org.entezar.console.insight.Chart;
import org.entezar.insight.Estimate;
import org.entezar.insight.SatisfactionHistory;
import org.entezar.insight.SatisfactionHistory.Break;
import org.entezar.insight.SatisfactionHistory.Measure;
import org.entezar.insight.SatisfactionHistory.Period;
import org.entezar.insight.SatisfactionHistory.Point;
import org.entezar.insight.SatisfactionHistory.Series;
import org.entezar.insight.SatisfactionHistory.Trend;
import org.entezar.kernel.Permission;
import org.jspecify.annotations.Nullable;

/** Satisfaction over time: the finding, pictures, table, and what happened meanwhile. In views: {@code satisfaction}. */
@Named("satisfaction")
@RequestScoped
public class SatisfactionView {

    private static final int MOST_TIPS = 5;

    @Inject
    SatisfactionBar bar;

    @Inject
    History entries;

    @Inject
    Timeline timeline;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    Format format;

    private @Nullable List<Happened> happened;
    private @Nullable List<String> names;

    /**
     * Something that happened meanwhile.
     *
     * @param period index of the period
     */
    public record Happened(int period, Instant at, String words, String address) {}

    /**
     * A row of the table.
     *
     * @param period name of the period
     * @param note what to know of it
     * @param cells one for each column
     */
    public record Row(String period, String note, List<Shown> cells) {}

    /** A cell of the table. */
    public record Shown(String head, String words) {}

    private SatisfactionHistory history() {
        return bar.history();
    }

    /** Whether there is a response at all. */
    public boolean isAnswered() {
        return bar.isFielded() && !history().periods().isEmpty();
    }

    public boolean isSimulated() {
        return history().simulated();
    }

    public boolean isCut() {
        return history().cut();
    }

    private Optional<Series> series(Measure measure, String key) {
        return history().series().stream()
                .filter(series -> series.measure() == measure && series.key().equals(key))
                .findFirst();
    }

    private Optional<Series> gap() {
        return series(Measure.GAP, bar.category());
    }

    private Optional<Series> zone() {
        return series(Measure.ZONE, bar.category());
    }

    private List<Series> nps() {
        return history().series().stream()
                .filter(series -> series.measure() == Measure.NPS)
                .toList();
    }

    private List<String> names() {
        if (names == null) {
            PeriodNames made = new PeriodNames(visitor.getReckoning(), bar.grain(), workspace.getZone());
            names = history().periods().stream().map(made::of).toList();
        }
        return names;
    }

    /** What was found, the most important first. */
    public List<String> getFindings() {
        List<String> findings = new ArrayList<>();
        gap().or(this::zone).ifPresent(series -> tell(series, bar.label(series), findings));
        nps().forEach(series -> tell(series, text.get("satisfaction.measure.NPS"), findings));
        for (Break version : history().breaks()) {
            findings.add(text.of(
                    version.comparable() ? "satisfaction.break.same" : "satisfaction.break.other",
                    version.version(),
                    names().get(version.period())));
        }
        return findings;
    }

    private void tell(Series series, String name, List<String> findings) {
        Optional<Point> latest = SatisfactionPictures.latest(series);
        if (latest.isEmpty()) {
            findings.add(text.of("satisfaction.finding.none", name));
            return;
        }
        findings.add(text.of(
                "satisfaction.finding." + series.measure().name(),
                name,
                names().get(latest.get().period()),
                figure(series, latest.get().value()),
                latest.get().value().n().orElse(0)));
        findings.add(
                series.trend().map(trend -> trend(series, trend)).orElseGet(() -> text.get("satisfaction.trend.few")));
        series.control()
                .ifPresent(control -> findings.add(control.first()
                        .map(first -> text.of("satisfaction.control.outside", names().get(first)))
                        .orElseGet(() -> text.get("satisfaction.control.within"))));
    }

    private String trend(Series series, Trend trend) {
        String key = "satisfaction.trend." + trend.verdict().orElse("few");
        String told = trend.verdict().isEmpty()
                ? text.of(key)
                : text.of(
                        key,
                        number(series, trend.slope()),
                        trend.low().isPresent() && trend.high().isPresent()
                                ? interval(series, trend.low(), trend.high())
                                : "",
                        trend.pValue(),
                        trend.n());
        return trend.autocorrelated()
                        && trend.verdict()
                                .filter(verdict -> !verdict.equals("NO_TREND"))
                                .isPresent()
                ? told + " " + text.get("satisfaction.trend.autocorrelated")
                : told;
    }

    private static int decimals(Series series) {
        return series.measure() == Measure.NPS ? 0 : 2;
    }

    private String number(Series series, OptionalDouble number) {
        return number.isPresent()
                ? "\u2066" + format.signed(number.getAsDouble(), Math.max(1, decimals(series))) + "\u2069"
                : format.number(null);
    }

    private String interval(Series series, OptionalDouble low, OptionalDouble high) {
        return "\u2066" + format.interval(low.getAsDouble(), high.getAsDouble(), Math.max(1, decimals(series)))
                + "\u2069";
    }

    private String figure(Series series, Estimate value) {
        if (value.mean().isEmpty()) {
            return text.get(
                    "satisfaction.hidden." + value.reason().map(Enum::name).orElse("NO_DATA"));
        }
        String mean = format.signed(value.mean().getAsDouble(), decimals(series));
        String told = value.low().isPresent() && value.high().isPresent()
                ? mean + " "
                        + format.interval(
                                value.low().getAsDouble(), value.high().getAsDouble(), decimals(series))
                : mean;
        return "\u2066" + told + "\u2069";
    }

    private String level(OptionalDouble level) {
        return level.isPresent() ? format.number(level.getAsDouble(), 2) : format.number(null);
    }

    /** The pictures. */
    public List<Chart> getCharts() {
        Map<Integer, List<String>> events = new TreeMap<>();
        getHappened().forEach(event -> {
            List<String> told = events.computeIfAbsent(event.period(), period -> new ArrayList<>());
            if (told.size() < MOST_TIPS) {
                told.add(format.date(event.at()) + " – " + event.words());
            } else if (told.size() == MOST_TIPS) {
                told.add("…");
            }
        });
        SatisfactionPictures pictures = new SatisfactionPictures(
                history(), visitor.getLanguage(), key -> text.get("satisfaction." + key), names(), events);
        List<Chart> charts = new ArrayList<>();
        gap().filter(SatisfactionView::isDrawn).ifPresent(series -> {
            charts.add(pictures.figure(
                    "chart-gap",
                    text.of("satisfaction.chart.GAP", bar.label(series)),
                    alternative(series),
                    series,
                    point -> tip(series, point)));
            charts.add(pictures.levels(
                    "chart-levels",
                    text.of("satisfaction.chart.levels", bar.label(series)),
                    alternative(series),
                    series,
                    List.of(
                            new SatisfactionPictures.Level("expected", Point::expected),
                            new SatisfactionPictures.Level("perceived", Point::perceived)),
                    point -> tip(series, point)));
        });
        zone().filter(SatisfactionView::isDrawn).ifPresent(series -> {
            charts.add(pictures.figure(
                    "chart-adequacy",
                    text.of("satisfaction.chart.adequacy", bar.label(series)),
                    alternative(series),
                    series,
                    point -> tip(series, point)));
            charts.add(pictures.levels(
                    "chart-zone",
                    text.of("satisfaction.chart.ZONE", bar.label(series)),
                    alternative(series),
                    series,
                    List.of(
                            new SatisfactionPictures.Level("minimum", Point::minimum),
                            new SatisfactionPictures.Level("desired", Point::desired),
                            new SatisfactionPictures.Level("perceived", Point::perceived)),
                    point -> tip(series, point)));
        });
        for (Series series : nps()) {
            if (isDrawn(series)) {
                charts.add(pictures.figure(
                        "chart-nps-" + charts.size(),
                        text.of("satisfaction.chart.NPS", bar.label(series)),
                        alternative(series),
                        series,
                        point -> tip(series, point)));
            }
        }
        return charts;
    }

    private static boolean isDrawn(Series series) {
        return SatisfactionPictures.latest(series).isPresent();
    }

    private String alternative(Series series) {
        Point last = SatisfactionPictures.latest(series).orElseThrow();
        return text.of(
                "satisfaction.alternative",
                text.get("satisfaction.measure." + series.measure().name()),
                names().get(0),
                names().get(last.period()),
                figure(series, last.value()));
    }

    private String tip(Series series, Point point) {
        String said = names().get(point.period()) + "\n"
                + text.get("satisfaction.measure." + series.measure().name()) + ": " + figure(series, point.value());
        if (point.expected().isPresent()) {
            said += "\n" + text.get("satisfaction.facet.expected") + ": " + level(point.expected());
        }
        if (point.perceived().isPresent()) {
            said += "\n" + text.get("satisfaction.facet.perceived") + ": " + level(point.perceived());
        }
        return point.n().isPresent() ? said + "\nn = " + format.number(point.n().getAsLong()) : said;
    }

    /** The heads of the table, the period left out. */
    public List<String> getHeads() {
        return cells(-1).stream().map(Shown::head).toList();
    }

    /** A row for each period, the latest first. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < history().periods().size(); period++) {
            rows.add(new Row(names().get(period), note(period), cells(period)));
        }
        Collections.reverse(rows);
        return rows;
    }

    private String note(int period) {
        List<String> notes = new ArrayList<>();
        Period found = history().periods().get(period);
        if (found.open()) {
            notes.add(text.get("satisfaction.open"));
        }
        history().breaks().stream()
                .filter(version -> version.period() == period)
                .forEach(version -> notes.add(text.of("satisfaction.break.note", version.version())));
        return String.join(" · ", notes);
    }

    private List<Shown> cells(int period) {
        List<Shown> cells = new ArrayList<>();
        Optional<Series> main = gap().or(this::zone);
        cells.add(new Shown(
                text.get("satisfaction.n"),
                main.flatMap(series -> point(series, period))
                        .map(point ->
                                point.n().isPresent() ? format.number(point.n().getAsLong()) : "–")
                        .orElse("")));
        gap().ifPresent(series -> {
            Optional<Point> point = point(series, period);
            cells.add(shown("facet.expected", point.map(one -> level(one.expected()))));
            cells.add(shown("facet.perceived", point.map(one -> level(one.perceived()))));
            cells.add(shown("measure.GAP", point.map(one -> figure(series, one.value()))));
        });
        zone().ifPresent(series -> {
            Optional<Point> point = point(series, period);
            cells.add(shown("facet.minimum", point.map(one -> level(one.minimum()))));
            cells.add(shown("facet.desired", point.map(one -> level(one.desired()))));
            if (gap().isEmpty()) {
                cells.add(shown("facet.perceived", point.map(one -> level(one.perceived()))));
            }
            cells.add(shown("measure.ZONE", point.map(one -> figure(series, one.value()))));
        });
        nps().forEach(series ->
                cells.add(shown("measure.NPS", point(series, period).map(one -> figure(series, one.value())))));
        return cells;
    }

    private Shown shown(String head, Optional<String> words) {
        return new Shown(text.get("satisfaction." + head), words.orElse(""));
    }

    /** The point of a period; of two runs in one period the later. */
    private static Optional<Point> point(Series series, int period) {
        return series.points().stream()
                .filter(point -> point.period() == period)
                .reduce((before, after) -> after);
    }

    /** What happened meanwhile, for those who may read history. */
    public List<Happened> getHappened() {
        if (happened == null) {
            happened = visitor.may(Permission.HISTORY_READ.name()) && isAnswered() ? read() : List.of();
        }
        return happened;
    }

    private List<Happened> read() {
        List<Period> periods = history().periods();
        Instant from = periods.get(0).from();
        Instant to = periods.get(periods.size() - 1).to();
        List<Happened> found = new ArrayList<>();
        for (Timeline.Line line :
                timeline.told(entries.milestones(visitor.getCaller(), place.getWorkspaceId(), from, to))) {
            int period = 0;
            while (!line.at().isBefore(periods.get(period).to())) {
                period++;
            }
            found.add(new Happened(period, line.at(), line.sentence(), line.address()));
        }
        return found;
    }

    /** The same by period, the latest first. */
    public List<Map.Entry<String, List<Happened>>> getHappenedByPeriod() {
        Map<String, List<Happened>> grouped = new LinkedHashMap<>();
        List<Happened> latest = new ArrayList<>(getHappened());
        Collections.reverse(latest);
        latest.forEach(event -> grouped.computeIfAbsent(names().get(event.period()), name -> new ArrayList<>())
                .add(event));
        return List.copyOf(grouped.entrySet());
    }

    /** Smallest group that is shown. */
    public int getMinimumGroup() {
        return workspace.getSettings().minimumGroup();
    }
}
