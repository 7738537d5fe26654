package org.entezar.api.relationship;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.ResponseId;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.relationship.Assignee;
import org.entezar.relationship.CaseChange;
import org.entezar.relationship.CaseKind;
import org.entezar.relationship.NewCase;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;

/**
 * What a client wants of a case: all of it to open one; severity, category, assignee and due day to change one, where what
 * is left out stays and an empty text takes away.
 *
 * @param response that it comes from
 * @param assignee {@code subject} of one of the workers
 * @param due a day, {@code 2026-04-02}
 */
record CaseRequest(
        Optional<CaseKind> kind,
        Optional<Severity> severity,
        Optional<String> category,
        Optional<ResponseId> response,
        Optional<String> title,
        Optional<String> assignee,
        Optional<String> due) {

    NewCase opened() {
        List<Violation> faults = new ArrayList<>();
        if (kind.isEmpty()) {
            faults.add(Violation.at("/kind", ErrorCode.REQUIRED));
        }
        Problem.throwIfAny(faults);
        return new NewCase(
                kind.orElseThrow(),
                severity.orElse(Severity.MEDIUM),
                given(category),
                response,
                title.orElse(""),
                given(assignee),
                given(due).map(CaseRequest::day));
    }

    CaseChange changed(ServiceCase now) {
        List<Violation> faults = new ArrayList<>();
        kind.ifPresent(given -> faults.add(fixed("kind")));
        response.ifPresent(given -> faults.add(fixed("response")));
        title.ifPresent(given -> faults.add(fixed("title")));
        Problem.throwIfAny(faults);
        return new CaseChange(
                severity.orElse(now.severity()),
                category.isPresent() ? given(category) : now.category(),
                assignee.isPresent() ? given(assignee) : now.assignee().map(Assignee::subject),
                due.isPresent() ? given(due).map(CaseRequest::day) : now.due());
    }

    private static Optional<String> given(Optional<String> text) {
        return text.filter(words -> !words.isBlank());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Problem(List.of(Violation.at("/due", ErrorCode.WRONG_TYPE, "date")));
        }
    }

    private static Violation fixed(String field) {
        return Violation.at("/" + field, ErrorCode.UNKNOWN_FIELD, field);
    }
}
