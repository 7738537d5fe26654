package org.entezar.relationship;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. */
public enum CaseState {
    OPEN,
    /** Somebody is at it. */
    IN_PROGRESS,
    /** Something was done about it, which its outcome tells. */
    RESOLVED,
    /** Over; nothing is written to it any more unless it is reopened. */
    CLOSED;

    /** Those in which a case waits for somebody's work. */
    public static final Set<CaseState> WORKED = Collections.unmodifiableSet(EnumSet.of(OPEN, IN_PROGRESS));

    /** Whether a case may go on from here to there. Going to {@link #OPEN} is to reopen it. */
    public boolean leadsTo(CaseState next) {
        return switch (next) {
            case OPEN -> this == RESOLVED || this == CLOSED;
            case IN_PROGRESS -> this == OPEN;
            // What is settled on the spot was never in progress.
            case RESOLVED -> this == OPEN || this == IN_PROGRESS;
            case CLOSED -> this == RESOLVED;
        };
    }
}
