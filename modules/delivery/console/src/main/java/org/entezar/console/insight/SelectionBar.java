package org.entezar.console.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.past.PastSwitch;
import org.entezar.insight.Insights;
import org.entezar.insight.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The period and segment that the page is about, kept in its address: {@code ?from=&to=&segment=}, what they are compared
 * with ({@code &with=&withFrom=&withTo=})
 * and the time as of which it is known. Days are whole days of
 * the workspace's time zone, the last one included. In views: {@code selectionBar}.
 */
@Named
@RequestScoped
public class SelectionBar {

    private static final String SEGMENT = "segment:";
    private static final int LONGEST_OTHER = 210;
    private static final List<Integer> RECENT = List.of(30, 90, 365);

    @Inject
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CurrentWorkspace workspace;

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
    Insights insights;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PastSwitch past;

    private @Nullable List<String> segments;

    /**
     * A period to choose by one click.
     *
     * @param label what it is called
     * @param address where it leads
     * @param current whether it is the present one
     */
    public record Period(String label, String address, boolean current) {}

    /** The selection that the address asks for; a day that cannot be read is left out and said so. */
    public Selection getSelection() {
        ZoneId zone = workspace.getZone();
        Optional<Instant> from = day("from").map(day -> day.atStartOfDay(zone).toInstant());
        Optional<Instant> to =
                day("to").map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
        boolean crossed = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
        return new Selection(from, crossed ? Optional.empty() : to, segment(), past.moment());
    }

    private Optional<LocalDate> day(String name) {
        return parameter(name).flatMap(Days::read);
    }

    private Optional<String> segment() {
        return parameter("segment").filter(name -> name.length() <= 200);
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(value -> !value.isBlank() && value.indexOf('\0') < 0);
    }

    /** What the form shows as the first day. */
    public String getFrom() {
        return written("from");
    }

    /** What the form shows as the last day. */
    public String getTo() {
        return written("to");
    }

    public String getSegment() {
        return segment().orElse("");
    }

    /** What is wrong with the days that were typed; empty when nothing is. */
    public String getTrouble() {
        for (String name : List.of("from", "to", "withFrom", "withTo")) {
            if (parameter(name).isPresent() && day(name).isEmpty()) {
                return text.of("insight.badDay", parameter(name).orElse(""));
            }
        }
        if (ownPeriod().isCrossed() || new Days.Span(day("withFrom"), day("withTo")).isCrossed()) {
            return text.get("insight.crossed");
        }
        return getWith().equals("before") && day("from").isEmpty() ? text.get("beside.noPeriod") : "";
    }

    /** The period in words. */
    public String getPeriod() {
        return spoken(ownPeriod());
    }

    /** Segments large enough to be shown, of the campaign in the address. */
    public List<String> getSegments() {
        if (segments == null) {
            segments = insights.segments(
                    visitor.getCaller(), place.getWorkspaceId(), InsightPages.campaign(place), past.moment());
        }
        return segments;
    }

    /** Periods to choose by one click. */
    public List<Period> getPeriods() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), workspace.getZone());
        List<Period> periods = new ArrayList<>();
        periods.add(new Period(
                text.get("insight.period.all"),
                address(Optional.empty()),
                day("from").isEmpty() && day("to").isEmpty()));
        for (int days : RECENT) {
            LocalDate first = today.minusDays(days - 1L);
            periods.add(new Period(
                    text.of("insight.period.recent", days),
                    address(Optional.of(first)),
                    day("from").equals(Optional.of(first)) && day("to").isEmpty()));
        }
        return periods;
    }

    private String address(Optional<LocalDate> from) {
        List<String> parts = new ArrayList<>();
        from.ifPresent(day -> parts.add("from=" + day));
        segment().ifPresent(name -> parts.add("segment=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
        other().ifPresent(side -> parts.add("with=" + URLEncoder.encode(side, StandardCharsets.UTF_8)));
        past.query().ifPresent(parts::add);
        return place.getHere() + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    /** The selection as a query, with its question mark; empty for everything. */
    public String getQuery() {
        List<String> parts = new ArrayList<>(parts());
        past.query().ifPresent(parts::add);
        return query(parts);
    }

    /** The same selection of this page as of today. */
    public String getToday() {
        return place.getHere() + query(parts());
    }

    private static String query(List<String> parts) {
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        day("from").ifPresent(day -> parts.add("from=" + day));
        day("to").ifPresent(day -> parts.add("to=" + day));
        segment().ifPresent(name -> parts.add("segment=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
        parts.addAll(beside());
        return parts;
    }

    /** The other side of a comparison as parts of the address. */
    private List<String> beside() {
        List<String> parts = new ArrayList<>();
        other().ifPresent(side -> parts.add("with=" + URLEncoder.encode(side, StandardCharsets.UTF_8)));
        day("withFrom").ifPresent(day -> parts.add("withFrom=" + day));
        day("withTo").ifPresent(day -> parts.add("withTo=" + day));
        return parts;
    }

    /** What the selection is compared with: {@code before}, {@code everybody} or {@code segment:} and a name. */
    Optional<String> other() {
        return parameter("with").filter(side -> side.length() <= LONGEST_OTHER);
    }

    public String getWith() {
        return other().orElse("");
    }

    /** What the form shows as the first day of the other side. */
    public String getWithFrom() {
        return written("withFrom");
    }

    /** What the form shows as the last day of the other side. */
    public String getWithTo() {
        return written("withTo");
    }

    private String written(String name) {
        return day(name).map(day -> Days.write(day, visitor.getReckoning())).orElse("");
    }

    /** Whether the address asks for a comparison. */
    boolean isBeside() {
        return other().isPresent()
                || day("withFrom").isPresent()
                || day("withTo").isPresent();
    }

    /** The period of the other side; that of this side unless the address says another. */
    Days.Span otherPeriod() {
        Days.Span own = new Days.Span(day("from"), day("to"));
        if (day("withFrom").isPresent() || day("withTo").isPresent()) {
            return new Days.Span(day("withFrom"), day("withTo"));
        }
        return getWith().equals("before") ? own.before(LocalDate.ofInstant(clock.instant(), workspace.getZone())) : own;
    }

    /** The segment of the other side; that of this side unless the address says another. */
    Optional<String> otherSegment() {
        if (getWith().equals("everybody")) {
            return Optional.empty();
        }
        return other().filter(side -> side.startsWith(SEGMENT))
                .map(side -> side.substring(SEGMENT.length()))
                .or(this::segment);
    }

    /** The other side. */
    Selection otherSelection() {
        ZoneId zone = workspace.getZone();
        Days.Span period = otherPeriod();
        Optional<Instant> from =
                period.first().map(day -> day.atStartOfDay(zone).toInstant());
        Optional<Instant> to =
                period.last().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
        boolean crossed = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
        return new Selection(from, crossed ? Optional.empty() : to, otherSegment(), past.moment());
    }

    /** A period in words. */
    String spoken(Days.Span period) {
        if (period.first().isEmpty() && period.last().isEmpty()) {
            return text.get("insight.period.all");
        }
        return text.of(
                "insight.period.between",
                period.first().map(format::day).orElse("…"),
                period.last().map(format::day).orElse("…"));
    }

    Days.Span ownPeriod() {
        return new Days.Span(day("from"), day("to"));
    }
}
