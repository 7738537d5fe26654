package org.entezar.api.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.Difference;
import org.entezar.audit.HistoryEntry;
import org.entezar.evidence.Entry;

/**
 * An entry of history as the API answers it.
 *
 * @param differences what the change changed
 * @param hash the entry's hash, which the next one names as {@code previous}
 * @param intact whether the text is still what was hashed
 */
public record EntryView(
        long sequence,
        Instant at,
        Entry.Actor actor,
        String action,
        String subject,
        Optional<JsonNode> before,
        Optional<JsonNode> after,
        List<DifferenceView> differences,
        Optional<String> reason,
        String hash,
        String previous,
        boolean intact) {

    /** One place at which before and after differ. */
    public record DifferenceView(
            String path, Difference.Kind kind, Optional<JsonNode> before, Optional<JsonNode> after) {}

    static EntryView of(HistoryEntry entry) {
        Entry said = entry.entry();
        return new EntryView(
                said.sequence(),
                said.at(),
                said.actor(),
                said.action(),
                said.subject(),
                said.before(),
                said.after(),
                entry.differences().stream()
                        .map(one -> new DifferenceView(one.path(), one.kind(), one.before(), one.after()))
                        .toList(),
                said.reason(),
                entry.hash().hex(),
                said.previous().hex(),
                entry.isIntact());
    }
}
