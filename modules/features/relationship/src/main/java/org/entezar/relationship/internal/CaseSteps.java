package org.entezar.relationship.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.platform.history.Change;
import org.entezar.platform.tenancy.Tx;
import org.entezar.relationship.CaseEntry;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.CaseStep;
import org.entezar.relationship.ServiceCase;

/** The steps of a case from one state to another, each written to its row, its log and to history. */
public final class CaseSteps {

    private final CaseRows rows;
    private final CaseLog log;

    public CaseSteps(CaseRows rows, CaseLog log) {
        this.rows = rows;
        this.log = log;
    }

    /** Takes a step that is allowed. */
    public ServiceCase take(Tx tx, KeptCase kept, CaseStep step) {
        ServiceCase now = kept.facts();
        return switch (step.to()) {
            case IN_PROGRESS -> {
                ServiceCase after = Revisions.moved(now, step.to(), Optional.empty(), Optional.empty());
                rows.update(tx, after);
                log.add(tx, now.id(), CaseEntry.Kind.CHANGED, CaseFacts.between(now, after));
                record(tx, "case.changed", now, CaseFacts.told(after));
                yield after;
            }
            case RESOLVED -> resolve(tx, kept, step.outcome().orElseThrow().strip());
            case CLOSED -> {
                ServiceCase after = Revisions.moved(now, step.to(), now.resolvedAt(), now.outcome());
                rows.update(tx, after);
                log.add(tx, now.id(), CaseEntry.Kind.CLOSED, List.of());
                record(tx, "case.closed", now, CaseFacts.told(after));
                yield after;
            }
            case OPEN -> {
                ServiceCase after = Revisions.moved(now, step.to(), Optional.empty(), Optional.empty());
                rows.update(tx, after);
                // What was done before stays in the log.
                rows.outcome(tx, now.id(), Optional.empty());
                log.add(tx, now.id(), CaseEntry.Kind.REOPENED, List.of());
                record(tx, "case.reopened", now, CaseFacts.told(after));
                yield after;
            }
        };
    }

    private ServiceCase resolve(Tx tx, KeptCase kept, String outcome) {
        ServiceCase now = kept.facts();
        ServiceCase after = Revisions.moved(now, CaseState.RESOLVED, Optional.of(tx.now()), Optional.of(outcome));
        String sealed = kept.words().sealOutcome(outcome);
        rows.update(tx, after);
        rows.outcome(tx, now.id(), Optional.of(sealed));
        log.add(tx, kept, CaseEntry.Kind.RESOLVED, outcome, List.of());
        Map<String, Object> told = new LinkedHashMap<>(CaseFacts.told(after));
        told.put("outcome", CaseWords.told(sealed));
        record(tx, "case.resolved", now, told);
        return after;
    }

    /** Destroys the key and closes the case for good. */
    public ServiceCase erase(Tx tx, KeptCase kept, String reason) {
        ServiceCase now = kept.facts();
        ServiceCase after = Revisions.erased(now, tx.now());
        rows.update(tx, after);
        rows.destroyKey(tx, now.id());
        log.add(tx, now.id(), CaseEntry.Kind.ERASED, List.of());
        Map<String, Object> told = new LinkedHashMap<>(CaseFacts.told(after));
        told.put("erased", true);
        tx.record(Change.changed("case.erased", "case/" + now.id(), CaseFacts.told(now), told), reason);
        return after;
    }

    private static void record(Tx tx, String action, ServiceCase before, Map<String, Object> after) {
        tx.record(Change.changed(action, "case/" + before.id(), CaseFacts.told(before), after));
    }
}
