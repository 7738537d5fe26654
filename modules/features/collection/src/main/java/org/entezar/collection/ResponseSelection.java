package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;

/**
 * Which responses of a campaign are meant.
 *
 * @param from submitted at or after
 * @param to submitted before
 * @param segment context {@code segment} equal to
 * @param asOf as the campaign stood then: received by that time and not withdrawn by it; empty for now
 */
public record ResponseSelection(
        Optional<Instant> from, Optional<Instant> to, Optional<String> segment, Optional<Instant> asOf) {

    /** All that count today. */
    public static final ResponseSelection ALL =
            new ResponseSelection(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
