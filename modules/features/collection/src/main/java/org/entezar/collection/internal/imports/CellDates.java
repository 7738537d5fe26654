package org.entezar.collection.internal.imports;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.collection.ImportMapping.DateOrder;

/**
 * Reads dates as spreadsheets and form services write them: RFC 3339, year first or last, with or without a time, a half
 * of the day in several languages, digits of any script. Years from 1200 to 1599 are of the Persian calendar.
 */
final class CellDates {

    private static final Pattern DATE = Pattern.compile("(\\d{1,4})[/.\\-年](\\d{1,2})[/.\\-月](\\d{1,4})日?"
            + "(?:[T,\\s]*(?<before>\\p{L}[\\p{L}.]*)?\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?"
            + "\\s*(?<after>\\p{L}[\\p{L}.]*)?\\s*(?<zone>(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?)?)?");

    private final DateOrder order;
    private final ZoneId zone;

    CellDates(DateOrder order, ZoneId zone) {
        this.order = order;
        this.zone = zone;
    }

    Optional<Instant> read(String cell) {
        String text = CellText.plain(cell);
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notRfc3339) {
            Matcher matcher = DATE.matcher(text);
            return text.length() <= 60 && matcher.matches() ? read(matcher) : Optional.empty();
        }
    }

    private Optional<Instant> read(Matcher parts) {
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        int third = Integer.parseInt(parts.group(3));
        boolean yearFirst = parts.group(1).length() == 4;
        if (!yearFirst && parts.group(3).length() != 4) {
            return Optional.empty();
        }
        int year = yearFirst ? first : third;
        boolean monthFirst = order == DateOrder.MONTH_FIRST;
        int month = yearFirst ? second : monthFirst ? first : second;
        int day = yearFirst ? third : monthFirst ? second : first;
        try {
            ZoneId at = parts.group("zone") == null ? zone : offset(parts.group("zone"));
            int hour = hour(parts);
            int minute = number(parts.group("minute"));
            int seconds = number(parts.group("second"));
            if (year >= 1200 && year < 1600) {
                return Optional.of(persian(year, month, day, at).plusSeconds(hour * 3600L + minute * 60L + seconds));
            }
            return Optional.of(LocalDateTime.of(year, month, day, hour, minute, seconds)
                    .atZone(at)
                    .toInstant());
        } catch (DateTimeException | IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static ZoneId offset(String text) {
        String sign = text.replaceAll("^(GMT|UTC)", "");
        return ZoneOffset.of(sign.matches("[+-]\\d") ? sign.charAt(0) + "0" + sign.charAt(1) : sign);
    }

    private static int hour(Matcher parts) {
        int hour = number(parts.group("hour"));
        String half = parts.group("before") != null ? parts.group("before") : parts.group("after");
        if (half == null || hour > 12) {
            return hour;
        }
        return switch (half.replace(".", "").toLowerCase(Locale.ROOT)) {
            case "am", "오전", "上午", "قظ", "صبح" -> hour % 12;
            case "pm", "오후", "下午", "بظ", "عصر" -> hour % 12 + 12;
            default -> throw new IllegalArgumentException(half);
        };
    }

    private static Instant persian(int year, int month, int day, ZoneId zone) {
        Calendar calendar = new PersianCalendar(TimeZone.getTimeZone(zone.getId()), ULocale.ENGLISH);
        calendar.setLenient(false);
        calendar.clear();
        calendar.set(year, month - 1, day);
        return Instant.ofEpochMilli(calendar.getTimeInMillis());
    }
}
