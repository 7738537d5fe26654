package org.entezar.console.commitments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.console.CurrentWorkspace;
import org.entezar.console.Days;
import org.entezar.console.Text;
import org.entezar.console.TypedNumber;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/** What was typed into a form about a commitment, and what is wrong with it, by field. */
@RequestScoped
class TypedTerms {

    /** Field that is there whenever the form was sent. */
    static final String SENT = "commitment-form";

    @Inject
    HttpServletRequest request;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    Text text;

    private final Map<String, String> errors = new HashMap<>();

    boolean isSent() {
        return request.getParameter(SENT) != null;
    }

    /** What a field holds; empty when there is none. */
    String given(String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("").strip();
    }

    /** A text in the workspace's languages; what stands in others is kept. */
    LocalizedText text(String field, LocalizedText before) {
        Map<String, String> texts = new HashMap<>(before.texts());
        workspace.getLanguages().forEach(tag -> texts.put(tag, given(field + "-" + tag)));
        return new LocalizedText(texts);
    }

    /** A day that must be there. */
    Optional<LocalDate> neededDay(String field) {
        Optional<LocalDate> day = day(field);
        if (given(field).isEmpty()) {
            fault(Violation.at("/" + field, ErrorCode.REQUIRED));
        }
        return day;
    }

    Optional<LocalDate> day(String field) {
        Optional<LocalDate> day = Days.read(given(field));
        if (day.isEmpty() && !given(field).isEmpty()) {
            errors.put(field, text.of("insight.badDay", given(field)));
        }
        return day;
    }

    /** A number that must be there. */
    Optional<BigDecimal> number(String field) {
        Optional<BigDecimal> number = TypedNumber.read(given(field));
        if (given(field).isEmpty()) {
            fault(Violation.at("/" + field, ErrorCode.REQUIRED));
        } else if (number.isEmpty()) {
            errors.put(field, text.of("commitments.badNumber", given(field)));
        }
        return number;
    }

    /** Notes that the last day lies before the first. */
    void order(Optional<LocalDate> first, Optional<LocalDate> last) {
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            errors.put("validUntil", text.get("commitments.endsBefore"));
        }
    }

    /** The fault of a field; the empty name is what belongs to none. */
    String error(String field) {
        return errors.getOrDefault(field, "");
    }

    boolean isFaulty() {
        return !errors.isEmpty();
    }

    void refuse(Problem problem) {
        if (problem.violations().isEmpty()) {
            errors.put("", text.problem(problem));
        }
        problem.violations().forEach(this::fault);
    }

    private void fault(Violation violation) {
        String[] parts = violation.pointer().split("/", -1);
        errors.putIfAbsent(parts.length > 1 ? parts[1] : "", text.violation(violation));
    }
}
