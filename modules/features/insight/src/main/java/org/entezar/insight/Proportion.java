package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share or score with its 95 % interval, or the reason why there is none.
 *
 * @param value the share, 0..1 (Kano's "worse": -1..0; net promoter score: -100..100)
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param reason present when the value or its interval is missing
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Proportion(
        OptionalDouble value,
        OptionalDouble low,
        OptionalDouble high,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Absence> reason) {

    /** No value, and why. */
    public static Proportion absent(Absence reason) {
        return new Proportion(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.of(reason));
    }
}
