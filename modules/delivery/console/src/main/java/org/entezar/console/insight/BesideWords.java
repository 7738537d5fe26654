package org.entezar.console.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entezar.console.Format;
import org.entezar.insight.Insight;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.SideBySide;
import org.entezar.insight.SideBySide.Figure;
import org.entezar.insight.SideBySide.Interval;
import org.entezar.insight.SideBySide.Level;
import org.entezar.insight.SideBySide.Side;

/**
 * Two sides in words and as a picture. Says that they differ only where the interval of the difference allows it.
 *
 * @param first what the one side is called
 * @param second what the other is called
 */
record BesideWords(Wording words, Format format, InsightMethod method, String first, String second) {

    private static final int ROW = 46;
    private static final int AROUND = 96;
    private static final Rows.Stroke OF_FIRST = new Rows.Stroke("token:expected", 12, 0.25);
    private static final Rows.Stroke OF_SECOND = new Rows.Stroke("token:perceived", 12, 0.25);

    /** At least one sentence. */
    List<String> findings(SideBySide sides) {
        if (sides.tooAlike()) {
            return List.of(say("tooAlike"));
        }
        List<String> said = new ArrayList<>();
        reason(first, sides.first()).ifPresent(said::add);
        reason(second, sides.second()).ifPresent(said::add);
        List<Figure> both = sides.figures().stream()
                .filter(figure ->
                        figure.level() == Level.ITEM && figure.difference().isPresent())
                .sorted(Comparator.comparingDouble(
                                (Figure figure) -> Math.abs(figure.difference().orElse(0)))
                        .reversed())
                .toList();
        if (both.isEmpty()) {
            return said.isEmpty() ? List.of(say("nothing")) : said;
        }
        if (!sides.apart()) {
            said.add(most(both.get(0)));
            said.add(say("overlapping"));
            return said;
        }
        List<Figure> sure = both.stream()
                .filter(figure ->
                        figure.interval().filter(Interval::isBeyondDoubt).isPresent())
                .toList();
        if (sure.isEmpty()) {
            said.add(say("noneSure", both.size()));
            said.add(most(both.get(0)));
        } else {
            said.add(most(sure.get(0)));
            said.add(say("count", sure.size(), both.size()));
        }
        return said;
    }

    private String say(String key, Object... arguments) {
        return org.entezar.console.Text.filled(words.language(), "beside." + key, arguments);
    }

    private Optional<String> reason(String side, Insight insight) {
        return insight.reason().map(reason -> say("ofSide", isolated(side), words.reason(reason.name())));
    }

    private String most(Figure figure) {
        String sentence = say(
                "most",
                name(figure),
                shown(figure.first()),
                isolated(first),
                shown(figure.second()),
                isolated(second),
                difference(figure));
        return figure.interval()
                .map(interval -> sentence + " " + say("between", signed(interval.low()), signed(interval.high())))
                .orElse(sentence);
    }

    private static String isolated(String side) {
        return '\u2068' + side + '\u2069';
    }

    private String name(Figure figure) {
        return figure.level() == Level.OVERALL
                ? words.say("code.overall-weighted")
                : words.quoted(figure.name(), figure.key());
    }

    private String shown(Side side) {
        if (side.value().isEmpty()) {
            return "";
        }
        double value = side.value().getAsDouble();
        return switch (method) {
            case SERVQUAL, ZONE -> format.signed(value, 2);
            case NPS -> format.signed(value, 1);
            case CSAT -> format.percent(value, 1);
            case KANO, CES -> format.number(value, 2);
        };
    }

    private String difference(Figure figure) {
        return figure.difference().isPresent() ? signed(figure.difference().getAsDouble()) : "";
    }

    /** Shares differ by points of a hundred. */
    private String signed(double difference) {
        return switch (method) {
            case CSAT -> format.signed(100 * difference, 1);
            case NPS -> format.signed(difference, 1);
            case SERVQUAL, ZONE, KANO, CES -> format.signed(difference, 2);
        };
    }

    /** A row of the table. */
    BesidePage.Line line(Figure figure, boolean apart) {
        Optional<Interval> interval = apart ? figure.interval() : Optional.empty();
        return new BesidePage.Line(
                name(figure),
                shown(figure.first()),
                n(figure.first()),
                shown(figure.second()),
                n(figure.second()),
                difference(figure),
                interval.map(ends -> method == InsightMethod.CSAT
                                ? format.interval(100 * ends.low(), 100 * ends.high(), 1)
                                : format.interval(ends.low(), ends.high(), method == InsightMethod.NPS ? 1 : 2))
                        .orElse(""),
                interval.filter(Interval::isBeyondDoubt).isPresent());
    }

    private String n(Side side) {
        return side.n().isPresent() ? format.number(side.n().getAsLong()) : "";
    }

    /** Both sides of each figure on one line, with the interval of each. */
    Chart picture(List<Figure> figures) {
        Rows rows = new Rows(words, figures.stream().map(this::name).toList());
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            String tip = name(figure) + "\n" + first + ": " + shown(figure.first()) + "\n" + second + ": "
                    + shown(figure.second());
            mark(rows, i, "first", OF_FIRST, figure.first(), tip);
            mark(rows, i, "second", OF_SECOND, figure.second(), tip);
        }
        return new Chart(
                "chart-beside",
                say("picture"),
                say("reading"),
                say("alternative", figures.size(), isolated(first), isolated(second), name(figures.get(0))),
                rows.marked(List.of(
                        new Rows.Mark("first", first, "expected", "diamond", 13),
                        new Rows.Mark("second", second, "perceived", "circle", 13))),
                AROUND + ROW * figures.size());
    }

    private static void mark(Rows rows, int row, String series, Rows.Stroke stroke, Side side, String tip) {
        if (side.low().isPresent() && side.high().isPresent()) {
            rows.line(row, stroke, side.low().getAsDouble(), side.high().getAsDouble());
        }
        rows.point(row, series, side.value().orElseThrow(), tip);
    }
}
