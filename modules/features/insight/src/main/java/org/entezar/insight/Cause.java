package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entezar.platform.history.Recorded;

/**
 * One reason why a figure is not what it was.
 *
 * @param kind what happened
 * @param count of responses, where it is about responses
 * @param subject what it was done to, such as {@code import/0195…}, where it is one thing
 * @param entries of history that tell of it
 * @param changes values that became others
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Cause(
        Kind kind, OptionalLong count, Optional<String> subject, List<Reference> entries, List<ValueChange> changes) {

    public Cause {
        entries = List.copyOf(entries);
        changes = List.copyOf(changes);
    }

    /** What can make a figure differ. */
    public enum Kind {
        /** Responses that had been submitted by then and were received after. */
        LATE_RESPONSES,
        /** Responses that were submitted after. */
        NEW_RESPONSES,
        /** Responses whose import was taken back. */
        UNDONE_RESPONSES,
        /** Responses that were corrected: others count in their place. */
        CORRECTED_RESPONSES,
        /** Responses of which the figure was made are not found any more, or are not what was sealed. */
        RESPONSES_ALTERED,
        /** Points of categories were changed. */
        WEIGHTS_CHANGED,
        /** Categories were added, removed, moved or renamed. */
        CATEGORIES_CHANGED,
        /** The smallest group that is shown was changed. */
        MINIMUM_GROUP_CHANGED,
        /** The method is computed in another version. */
        METHOD_VERSION,
        /** The campaign asks another version of its questionnaire. */
        QUESTIONNAIRE_VERSION,
        /** Nothing that is known explains it: have the evidence verified. */
        UNEXPLAINED
    }

    /**
     * An entry of history.
     *
     * @param sequence by which it is found
     * @param at when
     * @param actor who, by name; empty for the product itself
     */
    public record Reference(long sequence, Instant at, String actor) {
        public static Reference to(Recorded entry) {
            return new Reference(entry.sequence(), entry.at(), entry.actor());
        }
    }

    /**
     * A value that became another.
     *
     * @param key of the category, or what the value is
     * @param before the value before; empty for something that is new
     * @param after the value after; empty for something that is no longer
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ValueChange(String key, Optional<String> before, Optional<String> after) {}

    static Cause of(Kind kind, String before, String after) {
        return new Cause(
                kind,
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                List.of(new ValueChange("version", Optional.of(before), Optional.of(after))));
    }

    static Cause of(Kind kind) {
        return new Cause(kind, OptionalLong.empty(), Optional.empty(), List.of(), List.of());
    }
}
