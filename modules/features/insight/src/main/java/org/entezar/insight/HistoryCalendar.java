package org.entezar.insight;

import java.util.Arrays;
import java.util.Locale;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** The calendar whose months, quarters and years are the periods of a satisfaction history. */
public enum HistoryCalendar {
    GREGORIAN,
    /** The solar Hijri calendar: years begin at the spring equinox, six months of 31 days come first. */
    PERSIAN;

    /** The name in addresses: {@code persian}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By its name in addresses.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER}
     */
    public static HistoryCalendar of(String key) {
        return Arrays.stream(values())
                .filter(calendar -> calendar.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.MALFORMED_PARAMETER, "calendar", key));
    }
}
