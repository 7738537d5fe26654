package org.entezar.console;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people type and read them in forms: {@code 2026-03-21}, or in Persian {@code ۱۴۰۵/۰۱/۰۱} by the Jalali
 * calendar, and times of day. A Gregorian day is understood in every language, so that an address can be handed on.
 */
public final class Days {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?");
    private static final int FIRST_GREGORIAN = 1700;

    private Days() {}

    /**
     * Whole days from one to another, the last one included; open where one is missing.
     *
     * @param first the first day
     * @param last the last day
     */
    public record Span(Optional<LocalDate> first, Optional<LocalDate> last) {

        /** Whether it ends before it begins. */
        public boolean isCrossed() {
            return first.isPresent() && last.isPresent() && last.get().isBefore(first.get());
        }

        /**
         * The days just before it, as many as it has.
         *
         * @param today where it ends when it has no last day
         * @return itself when it has no first day
         */
        public Span before(LocalDate today) {
            if (first.isEmpty() || isCrossed()) {
                return this;
            }
            LocalDate end = last.orElseGet(() -> today.isBefore(first.get()) ? first.get() : today);
            LocalDate dayBefore = first.get().minusDays(1);
            return new Span(
                    Optional.of(dayBefore.minusDays(ChronoUnit.DAYS.between(first.get(), end))),
                    Optional.of(dayBefore));
        }
    }

    /** The day that was meant; empty when the text is none. */
    public static Optional<LocalDate> read(String text) {
        Matcher parts = DAY.matcher(latin(text.strip()));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        int day = Integer.parseInt(parts.group(3));
        try {
            return year >= FIRST_GREGORIAN ? Optional.of(LocalDate.of(year, month, day)) : jalali(year, month, day);
        } catch (DateTimeException | IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A time of day as {@code 9:30} in any script's digits; empty when the text is none. */
    public static Optional<LocalTime> readTime(String text) {
        Matcher parts = TIME.matcher(latin(text.strip()));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** The time of day as a form holds it for that reader: {@code 09:30}. */
    public static String writeTime(LocalTime time, Reckoning reckoning) {
        String latin = String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
        return reckoning.persianDigits() ? persian(latin) : latin;
    }

    private static Optional<LocalDate> jalali(int year, int month, int day) {
        Calendar calendar = calendar();
        calendar.setLenient(false);
        calendar.set(year, month - 1, day);
        return Optional.of(LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), 86_400_000L)));
    }

    /** The day as a form holds it for that reader. */
    public static String write(LocalDate day, Reckoning reckoning) {
        if (!reckoning.jalali()) {
            return day.toString();
        }
        Calendar calendar = calendar();
        calendar.setTimeInMillis(day.toEpochDay() * 86_400_000L);
        String latin = String.format(
                Locale.ROOT,
                "%04d/%02d/%02d",
                calendar.get(Calendar.YEAR),
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.DAY_OF_MONTH));
        return reckoning.persianDigits() ? persian(latin) : latin;
    }

    private static String persian(String latin) {
        StringBuilder persian = new StringBuilder();
        latin.chars().forEach(c -> persian.append(c >= '0' && c <= '9' ? (char) ('۰' + c - '0') : (char) c));
        return persian.toString();
    }

    private static Calendar calendar() {
        Calendar calendar =
                Calendar.getInstance(TimeZone.getTimeZone("UTC"), ULocale.forLanguageTag("fa-IR-u-ca-persian"));
        calendar.clear();
        return calendar;
    }

    /** Digits of any script as Latin ones. */
    private static String latin(String text) {
        StringBuilder latin = new StringBuilder();
        text.chars()
                .forEach(c -> latin.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        return latin.toString();
    }
}
