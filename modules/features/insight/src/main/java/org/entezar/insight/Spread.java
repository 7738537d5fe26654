package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.OptionalDouble;

/**
 * Mean and standard deviation of raw answers.
 *
 * @param mean in points of the scale
 * @param sd divisor n - 1; empty when n &lt; 2
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Spread(OptionalDouble mean, OptionalDouble sd) {

    /** Nothing to show. */
    public static final Spread ABSENT = new Spread(OptionalDouble.empty(), OptionalDouble.empty());
}
