package org.entezar.console.past;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Format;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.console.campaigns.EnteredMoment;
import org.jspecify.annotations.Nullable;

/**
 * The time as of which the page shows what it shows, kept in its address: {@code ?asOf=2026-03-21T08:00:00Z}, or as two
 * fields of a form hold it, {@code ?asOfDay=&asOfTime=}, a time of day in the workspace's zone. A day without a time is
 * meant to its end. In views: {@code past}.
 */
@Named("past")
@RequestScoped
public class PastSwitch {

    private static final int LONGEST = 40;
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

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
    Clock clock;

    private @Nullable Optional<Instant> moment;
    private String trouble = "";

    /** The time that is asked for; empty for today, and where what was typed is no time that has been. */
    public Optional<Instant> moment() {
        if (moment == null) {
            moment = isOffered() ? read() : Optional.empty();
        }
        return moment;
    }

    private Optional<Instant> read() {
        Optional<Instant> asked = parameter("asOf").map(PastSwitch::parsed).orElseGet(this::entered);
        boolean said = !parameter("asOf").or(() -> parameter("asOfDay")).isEmpty();
        if (asked.isEmpty() && said) {
            trouble = text.of(
                    "past.bad",
                    parameter("asOf")
                            .orElseGet(() -> parameter("asOfDay").orElse("") + " "
                                    + parameter("asOfTime").orElse("")));
        } else if (asked.filter(time -> time.isAfter(clock.instant())).isPresent()) {
            trouble = text.get("past.future");
            return Optional.empty();
        }
        return asked;
    }

    private static Optional<Instant> parsed(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time.replace(' ', '+')).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Instant> entered() {
        return new EnteredMoment(
                        parameter("asOfDay").orElse(""), parameter("asOfTime").orElse(""))
                .in(workspace.getZone(), END_OF_DAY);
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    /** Whether the visitor may look back: whoever may read single responses may. */
    public boolean isOffered() {
        return visitor.may("RESPONSE_READ");
    }

    public boolean isActive() {
        return moment().isPresent();
    }

    /** The time in the reader's words and calendar. */
    public String getSpoken() {
        return moment().map(format::dateTime).orElse("");
    }

    /** What is wrong with the time that was typed; empty when nothing is. */
    public String getTrouble() {
        moment();
        return trouble;
    }

    /** What the field of the day holds. */
    public String getDay() {
        return shown().day();
    }

    /** What the field of the time holds. */
    public String getTime() {
        return shown().time();
    }

    private EnteredMoment shown() {
        return moment().isPresent()
                ? EnteredMoment.of(moment(), visitor.getReckoning(), workspace.getZone())
                : new EnteredMoment(
                        parameter("asOfDay").orElse(""), parameter("asOfTime").orElse(""));
    }

    /** A day as it is to be typed, for an example: a month ago. */
    public String getExampleDay() {
        return EnteredMoment.of(
                        Optional.of(clock.instant().minus(Duration.ofDays(30))),
                        visitor.getReckoning(),
                        workspace.getZone())
                .day();
    }

    /** A time as it is to be typed, for an example. */
    public String getExampleTime() {
        return Days.writeTime(LocalTime.NOON, visitor.getReckoning());
    }

    /** The time as a part of a query, {@code asOf=…}; empty for today. */
    public Optional<String> query() {
        return moment().map(time -> "asOf=" + time.truncatedTo(ChronoUnit.MICROS));
    }

    /** This page as of today, for pages that have no other query. */
    public String getToday() {
        return place.getHere();
    }
}
