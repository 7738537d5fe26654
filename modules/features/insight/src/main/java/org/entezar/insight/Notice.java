package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * What a reader of an insight must know besides its figures.
 *
 * @param code what it is
 * @param subject key of the item or category that it is about; empty when it is about the whole
 */
public record Notice(
        Code code,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> subject) {

    /** What can be noticed; texts stand in the console's bundles. */
    public enum Code {
        /** Below thirty answers (Kano: twenty): indicative only. */
        INDICATIVE,
        /** Below five answers: no interval, no ranking. */
        TOO_FEW_TO_SHOW,
        /** More than a tenth desired less than their minimum: the question was misunderstood. */
        QUESTION_MISUNDERSTOOD,
        /** More than a tenth of the Kano pairs contradict themselves: look at the wording. */
        QUESTIONABLE_ANSWERS,
        /** Items have different scales; they are not averaged together. */
        MIXED_SCALES,
        /** An item names a category that the workspace no longer has. */
        UNKNOWN_CATEGORY,
        /** The responses were simulated. */
        SIMULATED
    }

    /** About the whole. */
    public static Notice of(Code code) {
        return new Notice(code, Optional.empty());
    }

    /** About one item or category. */
    public static Notice of(Code code, String subject) {
        return new Notice(code, Optional.of(subject));
    }
}
