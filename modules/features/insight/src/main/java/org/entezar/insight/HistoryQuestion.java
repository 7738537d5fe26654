package org.entezar.insight;

import java.time.Instant;
import java.util.Optional;

/**
 * What a satisfaction history is asked for.
 *
 * @param questionnaire key of the questionnaire; all campaigns that field a version of it count
 * @param grain how long a period is
 * @param calendar whose periods they are
 * @param from responses submitted at this time or later
 * @param to responses submitted before this time
 * @param segment of this segment only
 */
public record HistoryQuestion(
        String questionnaire,
        HistoryGrain grain,
        HistoryCalendar calendar,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> segment) {

    /** Refuses what a {@link Selection} refuses. */
    public HistoryQuestion {
        selection(from, to, segment);
    }

    Selection selection() {
        return selection(from, to, segment);
    }

    private static Selection selection(Optional<Instant> from, Optional<Instant> to, Optional<String> segment) {
        return new Selection(from, to, segment, Optional.empty());
    }
}
