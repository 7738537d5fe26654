package org.entezar.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened to a case, for those who work it. History has an entry for each as well.
 *
 * @param at when
 * @param by name of whoever did it
 * @param words a note, or what was done; empty where there are none and once they were erased
 * @param differences what changed of its facts
 */
public record CaseEntry(Instant at, String by, Kind kind, Optional<String> words, List<Difference> differences) {

    public CaseEntry {
        differences = List.copyOf(differences);
    }

    /** What happened. */
    public enum Kind {
        OPENED,
        CHANGED,
        NOTED,
        RESOLVED,
        CLOSED,
        REOPENED,
        ERASED;

        /** Whether it came with somebody's own words. */
        public boolean hasWords() {
            return this == NOTED || this == RESOLVED;
        }
    }

    /** Which fact of a case differs. */
    public enum Fact {
        SEVERITY,
        CATEGORY,
        ASSIGNEE,
        DUE,
        STATE
    }

    /**
     * A fact that differs.
     *
     * @param before an enum's name, a key, a person's name or a day; empty where there was nothing
     * @param after the same
     */
    public record Difference(Fact fact, Optional<String> before, Optional<String> after) {}
}
