package org.entezar.console.questionnaires;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entezar.kernel.WorkspaceId;

/**
 * Who has a questionnaire open in the editor just now. Known in memory only and forgotten half a minute after the last
 * sign: it is a courtesy among colleagues, while what keeps their work apart is the state named with each save.
 */
@ApplicationScoped
class EditorsPresent {

    private static final Duration FORGOTTEN = Duration.ofSeconds(30);
    private static final int MOST = 30;
    private static final int MOST_DOCUMENTS = 10_000;

    /**
     * Somebody at the editor.
     *
     * @param tab tells two windows of the same person apart
     * @param name as history shows it
     * @param item what they have selected; empty for nothing
     * @param at the last sign
     */
    record Present(String tab, String name, String item, Instant at) {}

    private record Document(WorkspaceId workspace, String key) {}

    @Inject
    Clock clock;

    private final Map<Document, Map<String, Present>> documents = new ConcurrentHashMap<>();

    /** Notes a sign and answers who else is there, the longest known first. */
    List<Present> note(WorkspaceId workspace, String key, String tab, String name, String item) {
        Instant now = clock.instant();
        if (documents.size() >= MOST_DOCUMENTS) {
            documents.values().removeIf(present -> present.values().stream().allMatch(each -> isGone(each, now)));
        }
        Map<String, Present> there = documents.compute(new Document(workspace, key), (document, present) -> {
            Map<String, Present> kept = present == null ? new LinkedHashMap<>() : new LinkedHashMap<>(present);
            kept.values().removeIf(each -> isGone(each, now));
            if (kept.containsKey(tab) || kept.size() < MOST) {
                kept.put(tab, new Present(tab, name, item, now));
            }
            return kept;
        });
        return there.values().stream()
                .filter(each -> !each.tab().equals(tab))
                .sorted(Comparator.comparing(Present::name))
                .toList();
    }

    /** Forgets a window that was closed. */
    void leave(WorkspaceId workspace, String key, String tab) {
        documents.computeIfPresent(new Document(workspace, key), (document, present) -> {
            Map<String, Present> kept = new LinkedHashMap<>(present);
            kept.remove(tab);
            return kept;
        });
    }

    private static boolean isGone(Present present, Instant now) {
        return present.at().plus(FORGOTTEN).isBefore(now);
    }
}
