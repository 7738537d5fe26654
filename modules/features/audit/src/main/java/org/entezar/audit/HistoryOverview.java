package org.entezar.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.evidence.Entry;
import org.entezar.evidence.SignedCheckpoint;

/**
 * A history at a glance, and what it can be filtered by.
 *
 * @param entries how many entries there are
 * @param first when the first was written
 * @param last when the last was written
 * @param sealed how many responses are sealed
 * @param unsealed how many responses wait to be sealed; a few seconds' worth
 * @param checkpoint the latest signed state
 * @param actors who acted, each under the latest name, by name; at most 500
 * @param actions what was done, sorted
 */
public record HistoryOverview(
        long entries,
        Optional<Instant> first,
        Optional<Instant> last,
        long sealed,
        long unsealed,
        Optional<SignedCheckpoint> checkpoint,
        List<Entry.Actor> actors,
        List<String> actions) {

    public HistoryOverview {
        actors = List.copyOf(actors);
        actions = List.copyOf(actions);
    }
}
