package org.entezar.console.responses;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseConditions;
import org.entezar.collection.SlicePlace;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.lists.ListAddress;
import org.entezar.console.lists.ListFrame;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What single responses the address asks for; the lists and their files understand it alike. Days are whole days of the
 * workspace's time zone, the last one included. In views: {@code responseSearch}.
 */
@Named
@RequestScoped
public class ResponseSearch {

    private static final Set<String> CONDITIONS =
            new TreeSet<>(Set.of("from", "to", "campaign", "segment", "site", "language", "answer", "least", "most"));
    private static final int HIGHEST_POINT = 254;

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

    private @Nullable ListAddress address;

    ListAddress address() {
        if (address == null) {
            address = ListAddress.of(request, place.getHere(), CONDITIONS);
        }
        return address;
    }

    /** A condition as it was typed. */
    public String given(String name) {
        return address().condition(name).orElse("");
    }

    /** A day as the form shows it. */
    public String day(String name) {
        return dayOf(name).map(day -> Days.write(day, visitor.getReckoning())).orElse("");
    }

    private Optional<LocalDate> dayOf(String name) {
        return address().condition(name).flatMap(Days::read);
    }

    /** What is wrong with what was typed; empty when nothing is. */
    public String getTrouble() {
        for (String name : List.of("from", "to")) {
            if (address().condition(name).isPresent() && dayOf(name).isEmpty()) {
                return text.of("insight.badDay", given(name));
            }
        }
        for (String name : List.of("least", "most")) {
            if (address().condition(name).isPresent() && point(name).isEmpty()) {
                return text.of("responses.badPoint", given(name));
            }
        }
        return "";
    }

    private Optional<Integer> point(String name) {
        try {
            // Digits of any script are understood.
            return address()
                    .condition(name)
                    .map(Integer::parseInt)
                    .filter(point -> point >= 0 && point <= HIGHEST_POINT);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The campaign that a list over the workspace is narrowed to. */
    Optional<CampaignId> campaign() {
        try {
            return address().condition("campaign").map(CampaignId::parse);
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }

    SoughtAnswer answerOf(AnswerColumns columns) {
        return new SoughtAnswer(
                address().condition("answer").flatMap(columns::find),
                point("least").orElse(0),
                point("most").orElse(HIGHEST_POINT));
    }

    /** An answer that is sought within a range. */
    record SoughtAnswer(Optional<AnswerColumns.Column> column, int least, int most) {

        Optional<ResponseConditions.Range> range() {
            return column.flatMap(AnswerColumns.Column::coded)
                    .map(of -> new ResponseConditions.Range(of, Math.min(least, most), Math.max(least, most)));
        }
    }

    /** The filter over several campaigns. */
    ResponseConditions filter() {
        return filter(Optional.empty());
    }

    /** The filter over one campaign. */
    ResponseConditions filter(AnswerColumns columns) {
        return filter(answerOf(columns).range());
    }

    private ResponseConditions filter(Optional<ResponseConditions.Range> answer) {
        ZoneId zone = workspace.getZone();
        return new ResponseConditions(
                dayOf("from").map(day -> day.atStartOfDay(zone).toInstant()),
                dayOf("to").map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                address().condition("segment"),
                address().condition("site"),
                address().condition("language"),
                answer);
    }

    /** Where in the list the address stands. */
    Optional<SlicePlace> standing() {
        return address().after().map(at -> new SlicePlace(at, false)).or(() -> address()
                .before()
                .map(at -> new SlicePlace(at, true)));
    }

    /** What the list is narrowed to, in words. */
    List<ListFrame.Named> conditions(Optional<SoughtAnswer> answer) {
        List<ListFrame.Named> named = new ArrayList<>();
        dayOf("from").ifPresent(day -> add(named, "responses.since", format.day(day), "from"));
        dayOf("to").ifPresent(day -> add(named, "responses.until", format.day(day), "to"));
        address().condition("segment").ifPresent(name -> add(named, "responses.ofSegment", name, "segment"));
        address().condition("site").ifPresent(name -> add(named, "responses.ofSite", name, "site"));
        address()
                .condition("language")
                .ifPresent(tag -> add(named, "responses.inLanguage", format.language(tag), "language"));
        answer.filter(sought -> sought.range().isPresent())
                .ifPresent(sought -> named.add(new ListFrame.Named(
                        text.of(
                                "responses.answered",
                                sought.column().map(AnswerColumns.Column::label).orElse(""),
                                Math.min(sought.least(), sought.most()),
                                Math.max(sought.least(), sought.most())),
                        Set.of("answer", "least", "most"))));
        return named;
    }

    private void add(List<ListFrame.Named> named, String key, String value, String name) {
        named.add(new ListFrame.Named(text.of(key, value), Set.of(name)));
    }
}
