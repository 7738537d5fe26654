package org.entezar.api.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import org.entezar.insight.InsightMethod;
import org.entezar.insight.Selection;

/**
 * Which insight is to be kept.
 *
 * @param method to apply
 * @param from submitted at this time or later
 * @param to submitted before this time
 * @param segment of this segment only
 * @param asOf as it was known then; now when it is left out
 */
public record KeepRequest(
        @JsonProperty(required = true) String method,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> segment,
        Optional<Instant> asOf) {

    InsightMethod wanted() {
        return InsightMethod.of(method);
    }

    Selection selection() {
        return new Selection(from, to, segment, asOf);
    }
}
