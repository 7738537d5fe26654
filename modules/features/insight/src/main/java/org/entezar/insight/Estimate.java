package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A mean with its 95 % interval, or the reason why there is none.
 *
 * @param n respondents behind it; empty when the group is too small to be shown
 * @param mean in points of the scale
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param reason present when the mean or its interval is missing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Estimate(
        OptionalLong n,
        OptionalDouble mean,
        OptionalDouble low,
        OptionalDouble high,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Absence> reason) {

    /** No mean, and why. */
    public static Estimate absent(Absence reason) {
        return new Estimate(
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(reason));
    }

    /** Whether the whole interval lies on one side of zero. */
    public boolean isBeyondDoubt() {
        return low.isPresent() && high.isPresent() && (low.getAsDouble() > 0 || high.getAsDouble() < 0);
    }
}
