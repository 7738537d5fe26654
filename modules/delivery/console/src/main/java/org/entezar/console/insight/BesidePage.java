package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.past.PastSwitch;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.Insights;
import org.entezar.insight.SideBySide;
import org.entezar.insight.SideBySide.Figure;
import org.entezar.insight.SideBySide.Level;
import org.jspecify.annotations.Nullable;

/** The selection beside another one: what differs, in sentences, as a picture and as a table. In views: {@code beside}. */
@Named("beside")
@RequestScoped
public class BesidePage {

    @Inject
    @SuppressWarnings("NullAway.Init")
    Insights insights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Visitor visitor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Place place;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Text text;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Format format;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SelectionBar bar;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PastSwitch past;

    private @Nullable SideBySide found;
    private @Nullable List<Chart> charts;

    /** Something to compare with. */
    public record Choice(String value, String label, boolean current) {}

    /** A figure on both sides. */
    public record Line(
            String name,
            String first,
            String firstN,
            String second,
            String secondN,
            String difference,
            String interval,
            boolean sure) {}

    /** Whether the address asks for it; two sides of the past are not offered. */
    public boolean isAsked() {
        return bar.isBeside() && past.moment().isEmpty();
    }

    /** What the present selection can be compared with by one choice. */
    public List<Choice> getChoices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(choice("before", text.get("beside.before")));
        choices.add(choice("everybody", text.get("insight.segment.all")));
        bar.getSegments().forEach(segment -> choices.add(choice("segment:" + segment, segment)));
        return choices;
    }

    private Choice choice(String value, String label) {
        return new Choice(value, label, value.equals(bar.getWith()));
    }

    private SideBySide found() {
        if (found == null) {
            found = insights.sideBySide(
                    visitor.getCaller(),
                    place.getWorkspaceId(),
                    InsightPages.campaign(place),
                    method(),
                    bar.getSelection(),
                    bar.otherSelection());
        }
        return found;
    }

    private InsightMethod method() {
        return InsightMethod.of(place.parameter("method"));
    }

    private BesideWords words() {
        return new BesideWords(new Wording(visitor.getLanguage()), format, method(), getFirst(), getSecond());
    }

    /** What this side is called. */
    public String getFirst() {
        return side(Optional.of(bar.getSegment()).filter(name -> !name.isEmpty()), bar.getPeriod());
    }

    /** What the other side is called. */
    public String getSecond() {
        return side(bar.otherSegment(), bar.spoken(bar.otherPeriod()));
    }

    private String side(Optional<String> segment, String period) {
        String name = segment.orElseGet(() -> text.get("insight.segment.all"));
        boolean segmentsDiffer =
                !bar.otherSegment().equals(Optional.of(bar.getSegment()).filter(given -> !given.isEmpty()));
        boolean periodsDiffer = !bar.otherPeriod().equals(bar.ownPeriod());
        if (!periodsDiffer) {
            return name;
        }
        return segmentsDiffer ? name + " · " + period : period;
    }

    /** What differs, the most telling first. */
    public List<String> getFindings() {
        return words().findings(found());
    }

    /** Whether there are figures of both to look at. */
    public boolean isShown() {
        return found().figures().stream().anyMatch(figure -> figure.difference().isPresent());
    }

    public List<Line> getLines() {
        BesideWords words = words();
        return found().figures().stream()
                .map(figure -> words.line(figure, found().apart()))
                .toList();
    }

    /** What the method's main figure is called. */
    public String getFigure() {
        return text.get("insight.column."
                + switch (method()) {
                    case SERVQUAL -> "gap";
                    case ZONE -> "adequacy";
                    case KANO -> "better";
                    case NPS -> "score";
                    case CSAT -> "satisfied";
                    case CES -> "mean";
                });
    }

    /** Statements of both sides on a common scale, the largest difference first. */
    public List<Chart> getCharts() {
        if (charts == null) {
            List<Figure> figures = found().figures().stream()
                    .filter(figure ->
                            figure.level() == Level.ITEM && figure.difference().isPresent())
                    .sorted(Comparator.comparingDouble((Figure figure) ->
                                    Math.abs(figure.difference().orElse(0)))
                            .reversed())
                    .toList();
            charts = figures.isEmpty() ? List.of() : List.of(words().picture(figures));
        }
        return charts;
    }
}
