package org.entezar.console.home;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of what to do or of what is new.
 *
 * @param icon a symbol of {@code icons.svg}
 * @param label what there is to do, or what happened
 * @param at when; absent where that says nothing
 * @param address where
 * @param list the address of the list where it and those like it are
 * @param count how many lines said the same
 */
public record HomeLine(String icon, String label, @Nullable Instant at, String address, String list, int count) {

    HomeLine(String icon, String label, @Nullable Instant at, String address, String list) {
        this(icon, label, at, address, list, 1);
    }

    private HomeLine again() {
        return new HomeLine(icon, label, at, list, list, count + 1);
    }

    /** Lines that say the same as one, at the place of the first and leading to the list where all of them are. */
    static List<HomeLine> grouped(List<HomeLine> lines) {
        Map<String, HomeLine> each = new LinkedHashMap<>();
        lines.forEach(line -> each.merge(line.icon() + line.label(), line, (first, next) -> first.again()));
        return List.copyOf(each.values());
    }
}
