package org.entezar.console.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.Days;
import org.entezar.console.Place;
import org.entezar.console.Text;
import org.entezar.console.Visitor;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.relationship.Assignee;
import org.entezar.relationship.Cases;
import org.entezar.relationship.ServiceCase;
import org.entezar.relationship.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a case that have a choice of their own: severity, category, assignee and due day. Plain HTML, read here,
 * so that whatever was chosen stands there again beside its fault. Views reach them through the form.
 */
@RequestScoped
public class CaseFields {

    @Inject
    Cases cases;

    @Inject
    CaseWords words;

    @Inject
    Visitor visitor;

    @Inject
    Place place;

    @Inject
    Text text;

    @Inject
    HttpServletRequest request;

    private final Map<String, String> errors = new HashMap<>();
    private @Nullable ServiceCase now;

    /** Something to choose. */
    public record Choice(String key, String label, boolean chosen) {}

    /** Begins with what holds of a case. */
    void begin(ServiceCase one) {
        now = one;
    }

    private Optional<ServiceCase> now() {
        return Optional.ofNullable(now);
    }

    private Optional<String> sent(String name) {
        return Optional.ofNullable(request.getParameter(name)).map(String::strip);
    }

    private static Optional<String> given(Optional<String> text) {
        return text.filter(value -> !value.isEmpty());
    }

    public List<Choice> getSeverities() {
        Severity chosen = severity();
        return List.of(Severity.values()).stream()
                .map(one -> new Choice(one.name(), words.severity(one), one == chosen))
                .toList();
    }

    Severity severity() {
        String wanted = sent("severity")
                .orElseGet(() ->
                        now().map(ServiceCase::severity).orElse(Severity.MEDIUM).name());
        return List.of(Severity.values()).stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(Severity.MEDIUM);
    }

    /** The tree in its order; also what the case has and the tree has no more. */
    public List<Choice> getCategories() {
        Optional<String> chosen = category();
        List<Choice> all = new ArrayList<>();
        words.tree()
                .all()
                .forEach(one -> all.add(
                        new Choice(one.key(), words.category(one.key()), chosen.equals(Optional.of(one.key())))));
        chosen.filter(key -> all.stream().noneMatch(one -> one.key().equals(key)))
                .ifPresent(key -> all.add(new Choice(key, key, true)));
        return all;
    }

    Optional<String> category() {
        return sent("category").isPresent() ? given(sent("category")) : now().flatMap(ServiceCase::category);
    }

    /** Who can be given the case, the visitor first; also whoever has it. */
    public List<Choice> getAssignees() {
        Optional<String> chosen = assignee();
        String self = visitor.getCaller().subject();
        List<Choice> all = new ArrayList<>();
        for (Assignee one : workers()) {
            boolean me = one.subject().equals(self);
            Choice choice = new Choice(
                    one.subject(),
                    me ? text.of("cases.you", one.name()) : one.name(),
                    chosen.equals(Optional.of(one.subject())));
            all.add(me ? 0 : all.size(), choice);
        }
        now().flatMap(ServiceCase::assignee)
                .filter(has -> all.stream().noneMatch(one -> one.key().equals(has.subject())))
                .ifPresent(has ->
                        all.add(new Choice(has.subject(), has.name(), chosen.equals(Optional.of(has.subject())))));
        return all;
    }

    /** The page has other things to show while the identity provider is away. */
    private List<Assignee> workers() {
        try {
            return cases.workers(visitor.getCaller(), place.getWorkspaceId());
        } catch (Problem away) {
            return List.of();
        }
    }

    Optional<String> assignee() {
        return sent("assignee").isPresent()
                ? given(sent("assignee"))
                : now().flatMap(ServiceCase::assignee).map(Assignee::subject);
    }

    /** The due day as its field holds it. */
    public String getDue() {
        return sent("due").orElseGet(() -> now().flatMap(ServiceCase::due)
                .map(day -> Days.write(day, visitor.getReckoning()))
                .orElse(""));
    }

    /** The day that was typed; notes the fault when it is none. */
    Optional<LocalDate> due() {
        Optional<String> typed = given(sent("due"));
        Optional<LocalDate> day = typed.flatMap(Days::read);
        if (typed.isPresent() && day.isEmpty()) {
            errors.put("due", text.get("cases.badDay"));
        }
        return day;
    }

    /** The fault of a field, of the whole for the empty name; empty when there is none. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    boolean hasFaults() {
        return !errors.isEmpty();
    }

    /** Keeps what is wrong, each at its field. */
    void refuse(Problem problem) {
        if (problem.violations().isEmpty()) {
            errors.put("", text.problem(problem));
        }
        for (Violation violation : problem.violations()) {
            errors.putIfAbsent(violation.pointer().substring(1), text.violation(violation));
        }
    }
}
