package org.entezar.api.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ResponseId;
import org.entezar.relationship.Assignee;
import org.entezar.relationship.CaseEntry;
import org.entezar.relationship.CaseId;
import org.entezar.relationship.CaseKind;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;
import org.entezar.relationship.WorkedCase;

/**
 * A case as clients see it.
 *
 * @param title absent once the words were erased, as are those of the log
 * @param log what happened to it, the oldest first; of one case only
 */
record CaseView(
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
        Optional<List<CaseEntry>> log) {

    static CaseView of(ServiceCase one) {
        return of(one, Optional.empty());
    }

    static CaseView of(WorkedCase one) {
        return of(one.facts(), Optional.of(one.log()));
    }

    private static CaseView of(ServiceCase one, Optional<List<CaseEntry>> log) {
        return new CaseView(
                one.id(),
                one.kind(),
                one.severity(),
                one.state(),
                one.category(),
                one.response(),
                one.campaign(),
                one.title(),
                one.assignee(),
                one.due(),
                one.openedAt(),
                one.openedBy(),
                one.resolvedAt(),
                one.outcome(),
                one.erasedAt(),
                log);
    }
}
