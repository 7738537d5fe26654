package org.entezar.relationship.internal;

import java.time.Instant;
import java.util.Optional;
import org.entezar.relationship.Assignee;
import org.entezar.relationship.CaseChange;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.ServiceCase;

/** The next state of a case, each one revision on. */
public final class Revisions {

    private Revisions() {}

    /** With other facts. */
    public static ServiceCase changed(ServiceCase now, CaseChange change, Optional<Assignee> assignee) {
        return new ServiceCase(
                now.id(),
                now.kind(),
                change.severity(),
                now.state(),
                change.category(),
                now.response(),
                now.campaign(),
                now.title(),
                assignee,
                change.due(),
                now.openedAt(),
                now.openedBy(),
                now.resolvedAt(),
                now.outcome(),
                now.erasedAt(),
                now.revision() + 1);
    }

    /** In another state. */
    static ServiceCase moved(ServiceCase now, CaseState state, Optional<Instant> resolvedAt, Optional<String> outcome) {
        return new ServiceCase(
                now.id(),
                now.kind(),
                now.severity(),
                state,
                now.category(),
                now.response(),
                now.campaign(),
                now.title(),
                now.assignee(),
                now.due(),
                now.openedAt(),
                now.openedBy(),
                resolvedAt,
                outcome,
                now.erasedAt(),
                now.revision() + 1);
    }

    /** Without its words, and closed. */
    static ServiceCase erased(ServiceCase now, Instant at) {
        return new ServiceCase(
                now.id(),
                now.kind(),
                now.severity(),
                CaseState.CLOSED,
                now.category(),
                now.response(),
                now.campaign(),
                Optional.empty(),
                now.assignee(),
                now.due(),
                now.openedAt(),
                now.openedBy(),
                now.resolvedAt(),
                Optional.empty(),
                Optional.of(at),
                now.revision() + 1);
    }
}
