package org.entezar.audit;

import java.util.List;
import java.util.Optional;

/**
 * A page of entries.
 *
 * @param entries at most as many as asked for
 * @param next the sequence after which the next page goes on; empty on the last
 */
public record HistoryPage(List<HistoryEntry> entries, Optional<Long> next) {

    public HistoryPage {
        entries = List.copyOf(entries);
    }
}
