package org.entezar.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;

/**
 * A case: a complaint or a recovery being worked. Born open, it ends closed, and may be reopened; its words may be erased,
 * which closes it for good.
 *
 * @param kind what it is about
 * @param severity how much it weighs
 * @param state where it stands
 * @param category key of what the customer had expectations about; as it was when it was written
 * @param response that it came from
 * @param campaign that the response was given to
 * @param title what it is about, in somebody's own words; empty once they were erased
 * @param assignee who works it
 * @param due by what day it should be resolved
 * @param openedBy name of whoever opened it
 * @param resolvedAt since when it is resolved; empty again after it was reopened
 * @param outcome what was done, in somebody's own words; with {@code resolvedAt}, and empty once they were erased
 * @param erasedAt when its words were erased
 * @param revision counts its changes, from 1
 */
public record ServiceCase(
        CaseId id,
        CaseKind kind,
        Severity severity,
        CaseState state,
        Optional<String> category,
        Optional<ResponseId> response,
        Optional<CampaignId> campaign,
        Optional<String> title,
        Optional<Assignee> assignee,
        Optional<LocalDate> due,
        Instant openedAt,
        String openedBy,
        Optional<Instant> resolvedAt,
        Optional<String> outcome,
        Optional<Instant> erasedAt,
        int revision) {

    /** The name of its state: a change that was based on another is refused. Notes leave it as it is. */
    public String etag() {
        return Integer.toString(revision);
    }

    public boolean isErased() {
        return erasedAt.isPresent();
    }

    /** Whether it waits for work beyond its day. */
    public boolean isOverdue(LocalDate today) {
        return CaseState.WORKED.contains(state)
                && due.filter(day -> day.isBefore(today)).isPresent();
    }
}
