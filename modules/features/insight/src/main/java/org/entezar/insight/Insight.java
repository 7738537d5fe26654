package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A method applied to a selection of responses.
 *
 * @param method what was applied
 * @param methodVersion changes whenever the same answers would give other figures
 * @param n responses in the selection; empty when the group is too small to be shown
 * @param selection which responses
 * @param result the figures; empty when there are none to show
 * @param reason why there are no figures
 * @param warnings what to know besides
 * @param fingerprint names exactly the answers, the questions, the weights and the method that the figures were made
 *     of: equal fingerprints, equal figures; empty when the group is too small to be shown
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Insight(
        InsightMethod method,
        String methodVersion,
        OptionalLong n,
        Selection selection,
        Optional<InsightResult> result,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Absence> reason,
        List<Notice> warnings,
        Optional<String> fingerprint) {

    public Insight {
        warnings = List.copyOf(warnings);
    }

    /** Whether both say the same, to the last digit: figures, their number and what is to be known besides. */
    public boolean saysTheSame(Insight other) {
        return method == other.method
                && n.equals(other.n)
                && result.equals(other.result)
                && reason.equals(other.reason)
                && warnings.equals(other.warnings);
    }
}
