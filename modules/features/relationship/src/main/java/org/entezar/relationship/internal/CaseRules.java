package org.entezar.relationship.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.relationship.CaseState;
import org.entezar.relationship.CaseStep;
import org.entezar.relationship.Cases;
import org.entezar.relationship.NewCase;
import org.entezar.relationship.ServiceCase;

/** What may be written of a case, and when. */
public final class CaseRules {

    private static final String ERASED = "ERASED";
    private static final int SHOWN = 50;

    private CaseRules() {}

    /** Faults of a text at its place. */
    public static List<Violation> text(String pointer, String text, int longest) {
        List<Violation> faults = new ArrayList<>();
        if (text.isBlank()) {
            faults.add(Violation.at(pointer, ErrorCode.REQUIRED));
        } else if (text.length() > longest) {
            faults.add(Violation.at(pointer, ErrorCode.TOO_LONG, longest));
        }
        return faults;
    }

    public static List<Violation> title(String title) {
        return text("/title", title, NewCase.LONGEST_TITLE);
    }

    /** The fault of something that is named but not there. */
    public static Violation unknown(String pointer, Object name) {
        String text = name.toString();
        return Violation.at(pointer, ErrorCode.UNKNOWN_KEY, text.length() > SHOWN ? text.substring(0, SHOWN) : text);
    }

    /** Throws unless the words that come with the step are those that it wants. */
    public static void requireWords(CaseStep step) {
        Optional<String> outcome = step.outcome().filter(words -> !words.isBlank());
        if (step.to() == CaseState.RESOLVED) {
            Problem.throwIfAny(text("/outcome", outcome.orElse(""), Cases.LONGEST_TEXT));
        } else if (outcome.isPresent()) {
            Problem.throwIfAny(List.of(Violation.at("/outcome", ErrorCode.NOT_TOGETHER, "outcome, " + step.to())));
        }
    }

    /** Throws when nothing can be written to the case in its state. */
    public static void requireWritable(ServiceCase now) {
        requireReadable(now);
        if (now.state() == CaseState.CLOSED) {
            throw new Problem(ErrorCode.STATE, now.state().name());
        }
    }

    /** Throws when the words of the case were erased, which ends it. */
    public static void requireReadable(ServiceCase now) {
        if (now.isErased()) {
            throw new Problem(ErrorCode.STATE, ERASED);
        }
    }

    /** Throws unless the case may go there from where it stands. */
    public static void requireWay(ServiceCase now, CaseState to) {
        requireReadable(now);
        if (!now.state().leadsTo(to)) {
            throw new Problem(ErrorCode.STATE, now.state().name());
        }
    }
}
