package org.entezar.relationship.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.relationship.Assignee;
import org.entezar.relationship.CaseEntry.Difference;
import org.entezar.relationship.CaseEntry.Fact;
import org.entezar.relationship.ServiceCase;

/** What of a case is no word of anybody's: as history tells it, and what differs of it. */
public final class CaseFacts {

    private CaseFacts() {}

    /** As history tells them. */
    public static Map<String, Object> told(ServiceCase one) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", one.kind());
        told.put("severity", one.severity());
        told.put("state", one.state());
        one.category().ifPresent(category -> told.put("category", category));
        one.response().ifPresent(response -> told.put("response", response));
        one.assignee().ifPresent(who -> told.put("assignee", Map.of("subject", who.subject(), "name", who.name())));
        one.due().ifPresent(due -> told.put("due", due.toString()));
        return told;
    }

    /** What differs of two states of a case. */
    public static List<Difference> between(ServiceCase before, ServiceCase after) {
        List<Difference> all = new ArrayList<>();
        compare(
                all,
                Fact.STATE,
                Optional.of(before.state().name()),
                Optional.of(after.state().name()));
        compare(
                all,
                Fact.SEVERITY,
                Optional.of(before.severity().name()),
                Optional.of(after.severity().name()));
        compare(all, Fact.CATEGORY, before.category(), after.category());
        if (!before.assignee().equals(after.assignee())) {
            all.add(new Difference(
                    Fact.ASSIGNEE,
                    before.assignee().map(Assignee::name),
                    after.assignee().map(Assignee::name)));
        }
        compare(
                all,
                Fact.DUE,
                before.due().map(LocalDate::toString),
                after.due().map(LocalDate::toString));
        return all;
    }

    private static void compare(List<Difference> all, Fact fact, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            all.add(new Difference(fact, before, after));
        }
    }
}
