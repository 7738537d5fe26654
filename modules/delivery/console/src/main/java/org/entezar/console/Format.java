package org.entezar.console;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.entezar.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, dates and shares as the visitor's language writes them: Persian digits and the Jalali calendar in Persian.
 * Times stand in the workspace's time zone. In views: {@code format.date(campaign.opensAt)}. What is absent is an en
 * dash.
 */
@Named
@RequestScoped
public class Format {

    private static final String ABSENT = "–";

    @Inject
    Visitor visitor;

    @Inject
    Clock clock;

    @Inject
    Place place;

    @Inject
    CurrentWorkspace workspace;

    /** Formats of that language outside of workspaces, whoever looks. */
    public static Format in(Language language, Clock clock) {
        Format format = new Format();
        format.visitor = Visitor.reading(language);
        format.clock = clock;
        format.place = new Place();
        return format;
    }

    /** The time zone in which times are written: the workspace's, outside of workspaces UTC. */
    public ZoneId getZone() {
        return place.isInWorkspace() ? workspace.getZone() : ZoneOffset.UTC;
    }

    /** The name of that time zone in the visitor's language, with its own: {@code Iran Time (Asia/Tehran)}. */
    public String getZoneName() {
        return icuZone().getDisplayName(false, TimeZone.GENERIC_LOCATION, locale()) + " ("
                + getZone().getId() + ")";
    }

    /** A day: {@code 3 Nov 2026}, {@code ۱۲ آبان ۱۴۰۵}. */
    public String date(@Nullable Instant instant) {
        return instant == null ? ABSENT : dates(DateFormat.MEDIUM).format(Date.from(instant));
    }

    /** Today as a form holds a day, to show how days are typed. */
    public String getExampleDay() {
        return Days.write(LocalDate.ofInstant(clock.instant(), getZone()), visitor.getReckoning());
    }

    /** A day that stands in no time zone. */
    public String day(@Nullable LocalDate day) {
        return day == null ? ABSENT : date(day.atStartOfDay(getZone()).toInstant());
    }

    /** A day with the time in hours and minutes. */
    public String dateTime(@Nullable Instant instant) {
        if (instant == null) {
            return ABSENT;
        }
        DateFormat format = DateFormat.getDateTimeInstance(
                DateFormat.MEDIUM, DateFormat.SHORT, visitor.getReckoning().locale());
        format.setTimeZone(icuZone());
        return format.format(Date.from(instant));
    }

    /** The time of a day in hours and minutes. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return ABSENT;
        }
        DateFormat format = DateFormat.getTimeInstance(DateFormat.SHORT, locale());
        format.setTimeZone(icuZone());
        return format.format(Date.from(instant));
    }

    /** How long ago, in the largest unit that fits: {@code 3 days ago}. */
    public String ago(@Nullable Instant instant) {
        if (instant == null) {
            return ABSENT;
        }
        Duration past = Duration.between(instant, clock.instant());
        RelativeDateTimeFormatter format = RelativeDateTimeFormatter.getInstance(locale());
        if (past.toMinutes() < 1) {
            return format.format(RelativeDateTimeFormatter.Direction.PLAIN, RelativeDateTimeFormatter.AbsoluteUnit.NOW);
        }
        if (past.toHours() < 1) {
            return format.format(past.toMinutes(), Direction.LAST, RelativeUnit.MINUTES);
        }
        if (past.toDays() < 1) {
            return format.format(past.toHours(), Direction.LAST, RelativeUnit.HOURS);
        }
        if (past.toDays() < 31) {
            return format.format(past.toDays(), Direction.LAST, RelativeUnit.DAYS);
        }
        return date(instant);
    }

    /** A whole number with the language's grouping. */
    public String number(@Nullable Number number) {
        return number == null ? ABSENT : integers().format(number);
    }

    /** A whole number as it stands in a field, to be typed on: the language's digits, nothing between them. */
    public String typed(Number number) {
        NumberFormat format = integers();
        format.setGroupingUsed(false);
        return format.format(number);
    }

    /** A number with exactly so many decimals, as it stands in a field. */
    public String typed(Number number, int decimals) {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A number with exactly so many decimals. */
    public String number(@Nullable Number number, int decimals) {
        return number == null ? ABSENT : number(visitor.getLanguage(), number, decimals);
    }

    /** The same in a given language. */
    public static String number(Language language, Number number, int decimals) {
        NumberFormat format = NumberFormat.getInstance(Text.locale(language));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** So much of a unit, with exactly so many decimals: {@code 3 mins}, {@code ۳ دقیقه}, {@code 3分钟}. */
    public String measured(Number number, int decimals, MeasureUnit unit) {
        NumberFormat numbers = NumberFormat.getInstance(locale());
        numbers.setMinimumFractionDigits(decimals);
        numbers.setMaximumFractionDigits(decimals);
        return MeasureFormat.getInstance(locale(), MeasureFormat.FormatWidth.SHORT, numbers)
                .format(new Measure(number, unit));
    }

    /** A number with its sign, also when it is positive, as gaps are written. */
    public String signed(@Nullable Number number, int decimals) {
        if (number == null) {
            return ABSENT;
        }
        return plus(number) + number(number, decimals);
    }

    /** A share of one as percent with its sign, also when it is positive: how much more or less there is. */
    public String signedPercent(double share) {
        return plus(share) + percent(share);
    }

    /** The sign of what is more than nothing; in Persian it stands where the minus stands, left of the digits. */
    private String plus(Number number) {
        return number.doubleValue() > 0
                ? DecimalFormatSymbols.getInstance(locale()).getPlusSignString()
                : "";
    }

    /** The ends of an interval: {@code [−0.57, −0.26]}. */
    public String interval(@Nullable Number low, @Nullable Number high, int decimals) {
        return "[" + number(low, decimals) + (visitor.getLanguage() == Language.PERSIAN ? "، " : ", ")
                + number(high, decimals) + "]";
    }

    /** A share of one as percent: 0.31 is {@code 31%}, {@code ۳۱٪}. */
    public String percent(@Nullable Number share, int decimals) {
        if (share == null) {
            return ABSENT;
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(share);
    }

    public String percent(@Nullable Number share) {
        return percent(share, 0);
    }

    /** The name of a BCP 47 language in the visitor's language: {@code Persian}, {@code فارسی}. */
    public String language(String tag) {
        return ULocale.forLanguageTag(tag).getDisplayName(locale());
    }

    /** The name of a BCP 47 language in that language itself: {@code فارسی}, {@code 简体中文}. */
    public String ownName(String tag) {
        ULocale named = ULocale.forLanguageTag(tag);
        return named.getDisplayNameWithDialect(named);
    }

    /** The value of HTML's {@code dir} for a text in that language. */
    public String direction(String tag) {
        return Language.directionOf(tag).html();
    }

    private NumberFormat integers() {
        NumberFormat format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(0);
        return format;
    }

    private DateFormat dates(int style) {
        DateFormat format =
                DateFormat.getDateInstance(style, visitor.getReckoning().locale());
        format.setTimeZone(icuZone());
        return format;
    }

    private TimeZone icuZone() {
        return TimeZone.getTimeZone(
                getZone() instanceof ZoneOffset ? "UTC" : getZone().getId());
    }

    private ULocale locale() {
        return Text.locale(visitor.getLanguage());
    }
}
