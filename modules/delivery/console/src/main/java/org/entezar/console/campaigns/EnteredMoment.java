package org.entezar.console.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.entezar.console.Days;
import org.entezar.console.Reckoning;

/**
 * A moment as two fields of a form hold it: a day by the reader's calendar and a time of day, as clocks show it where
 * the workspace is.
 *
 * @param day as typed; empty for no moment
 * @param time as typed; empty for the moment that goes without saying
 */
public record EnteredMoment(String day, String time) {

    /** No moment. */
    public static final EnteredMoment NONE = new EnteredMoment("", "");

    /** The fields that hold the moment. */
    public static EnteredMoment of(Optional<Instant> moment, Reckoning reckoning, ZoneId zone) {
        return moment.map(at -> ZonedDateTime.ofInstant(at, zone))
                .map(at -> new EnteredMoment(
                        Days.write(at.toLocalDate(), reckoning), Days.writeTime(at.toLocalTime(), reckoning)))
                .orElse(NONE);
    }

    public boolean isEmpty() {
        return day.isEmpty() && time.isEmpty();
    }

    /**
     * The moment that was meant. A time of day that the clocks skip in spring is the one an hour later.
     *
     * @param otherwise the time of day when none was typed
     * @return empty when the fields hold none, or what they hold is no day or no time
     */
    public Optional<Instant> in(ZoneId zone, LocalTime otherwise) {
        Optional<LocalDate> date = Days.read(day);
        Optional<LocalTime> clock = time.isEmpty() ? Optional.of(otherwise) : Days.readTime(time);
        return date.flatMap(on -> clock.map(at -> ZonedDateTime.of(on, at, zone).toInstant()));
    }
}
