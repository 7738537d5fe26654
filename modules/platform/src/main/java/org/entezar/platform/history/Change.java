package org.entezar.platform.history;

import java.util.Optional;

/**
 * What one entry of history tells.
 *
 * @param action stable code in the past tense, {@code questionnaire.published}
 * @param subject what it was done to, {@code questionnaire/stay}
 * @param before the state before, any value that becomes JSON; empty for a birth
 * @param after the state after; empty for an end
 */
public record Change(String action, String subject, Optional<Object> before, Optional<Object> after) {

    public static Change created(String action, String subject, Object after) {
        return new Change(action, subject, Optional.empty(), Optional.of(after));
    }

    public static Change changed(String action, String subject, Object before, Object after) {
        return new Change(action, subject, Optional.of(before), Optional.of(after));
    }

    public static Change ended(String action, String subject, Object before) {
        return new Change(action, subject, Optional.of(before), Optional.empty());
    }

    /** Something that happened without changing a state, such as an export. */
    public static Change noted(String action, String subject) {
        return new Change(action, subject, Optional.empty(), Optional.empty());
    }
}
