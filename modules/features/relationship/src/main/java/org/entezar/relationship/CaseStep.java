package org.entezar.relationship;

import java.util.Optional;

/**
 * Where a case shall go.
 *
 * @param to the state; {@link CaseState#OPEN} reopens it
 * @param outcome what was done, at most {@value Cases#LONGEST_TEXT} characters; only when it is resolved, and then wanted
 */
public record CaseStep(CaseState to, Optional<String> outcome) {

    /** To a state that asks for no words. */
    public static CaseStep to(CaseState state) {
        return new CaseStep(state, Optional.empty());
    }

    /** To {@link CaseState#RESOLVED}. */
    public static CaseStep resolved(String outcome) {
        return new CaseStep(CaseState.RESOLVED, Optional.of(outcome));
    }
}
