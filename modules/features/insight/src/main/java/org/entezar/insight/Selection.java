package org.entezar.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entezar.collection.ResponseSelection;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/**
 * Which responses of a campaign an insight is computed from.
 *
 * @param from submitted at this time or later
 * @param to submitted before this time
 * @param segment of this segment only, as the response's context names it
 * @param asOf as the responses stood at this time
 */
public record Selection(
        Optional<Instant> from, Optional<Instant> to, Optional<String> segment, Optional<Instant> asOf) {

    private static final int LONGEST_SEGMENT = 200;

    /** Every response, as of now. */
    public static final Selection ALL =
            new Selection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses a period that ends before it begins and a segment that is too long to be one. */
    public Selection {
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new Problem(ErrorCode.MALFORMED_PARAMETER, "to", to.get().toString());
        }
        if (segment.isPresent() && segment.get().length() > LONGEST_SEGMENT) {
            throw new Problem(List.of(Violation.at("/segment", ErrorCode.TOO_LONG, LONGEST_SEGMENT)));
        }
    }

    /** The same responses as of another time. */
    public Selection asOf(Optional<Instant> time) {
        return new Selection(from, to, segment, time);
    }

    ResponseSelection responses() {
        return new ResponseSelection(from, to, segment, asOf);
    }
}
