package org.entezar.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The calendar in which a workspace reads days. */
public enum WorkspaceCalendar {
    /** As the reader's language has it: Jalali in Persian, Gregorian in others. */
    READER,
    GREGORIAN,
    /** Jalali, for readers of all languages. */
    PERSIAN;

    /** The name in settings and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WorkspaceCalendar> of(String key) {
        return Arrays.stream(values())
                .filter(calendar -> calendar.key().equals(key))
                .findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(WorkspaceCalendar::key).toList();
    }
}
