package org.entezar.insight.internal.history;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.entezar.insight.HistoryCalendar;
import org.entezar.insight.HistoryGrain;
import org.entezar.insight.SatisfactionHistory.Period;

/** Periods of a calendar, numbered through: year times periods of a year, plus those before it in the year. */
final class Periods {

    private static final long DAY = 86_400_000L;
    private static final int MONTHS = 12;

    private final HistoryGrain grain;
    private final HistoryCalendar calendar;
    private final ZoneId zone;
    private final Calendar persian =
            Calendar.getInstance(TimeZone.getTimeZone("UTC"), ULocale.forLanguageTag("fa-IR-u-ca-persian"));

    /** The period that was looked up last; responses come nearly in order of time. */
    private long from;

    private long to;
    private int last;

    Periods(HistoryGrain grain, HistoryCalendar calendar, ZoneId zone) {
        this.grain = grain;
        this.calendar = calendar;
        this.zone = zone;
    }

    /** The number of the period that the time is in. */
    int of(long epochMillis) {
        if (epochMillis < from || epochMillis >= to) {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(epochMillis), zone);
            last = of(day);
            from = start(last).toEpochMilli();
            to = start(last + 1).toEpochMilli();
        }
        return last;
    }

    private int of(LocalDate day) {
        int year = day.getYear();
        int month = day.getMonthValue();
        if (calendar == HistoryCalendar.PERSIAN) {
            persian.clear();
            persian.setTimeInMillis(day.toEpochDay() * DAY);
            year = persian.get(Calendar.EXTENDED_YEAR);
            month = persian.get(Calendar.MONTH) + 1;
        }
        return year * grain.perYear() + (month - 1) * grain.perYear() / MONTHS;
    }

    private Instant start(int number) {
        int year = Math.floorDiv(number, grain.perYear());
        int month = Math.floorMod(number, grain.perYear()) * MONTHS / grain.perYear() + 1;
        return day(year, month).atStartOfDay(zone).toInstant();
    }

    private LocalDate day(int year, int month) {
        if (calendar == HistoryCalendar.GREGORIAN) {
            return LocalDate.of(year, month, 1);
        }
        persian.clear();
        persian.set(Calendar.EXTENDED_YEAR, year);
        persian.set(Calendar.MONTH, month - 1);
        persian.set(Calendar.DAY_OF_MONTH, 1);
        return LocalDate.ofEpochDay(Math.floorDiv(persian.getTimeInMillis(), DAY));
    }

    Period period(int number, Instant now) {
        Instant end = start(number + 1);
        return new Period(
                start(number),
                end,
                Math.floorDiv(number, grain.perYear()),
                Math.floorMod(number, grain.perYear()) + 1,
                end.isAfter(now));
    }
}
