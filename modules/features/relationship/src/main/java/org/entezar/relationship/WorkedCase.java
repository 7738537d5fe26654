package org.entezar.relationship;

import java.util.List;

/**
 * A case with what happened to it, the oldest first.
 *
 * @param log at most {@value Cases#MOST_ENTRIES}
 */
public record WorkedCase(ServiceCase facts, List<CaseEntry> log) {

    public WorkedCase {
        log = List.copyOf(log);
    }
}
