package org.entezar.methods;

import java.util.Optional;

/** The lower and upper end of an interval, or the reason why there is none. */
public record Bounds(Figure lower, Figure upper) {

    /** The ends of a known interval. */
    public static Bounds of(Interval interval) {
        return new Bounds(Figure.of(interval.low()), Figure.of(interval.high()));
    }

    /** Ends at centre - halfWidth and centre + halfWidth. */
    public static Bounds around(double centre, double halfWidth) {
        return new Bounds(Figure.of(centre - halfWidth), Figure.of(centre + halfWidth));
    }

    /** No interval, and why. */
    public static Bounds undefined(Reason reason) {
        return new Bounds(Figure.undefined(reason), Figure.undefined(reason));
    }

    /** The interval, where both ends are known. */
    public Optional<Interval> interval() {
        return lower.isDefined() && upper.isDefined()
                ? Optional.of(new Interval(lower.value(), upper.value()))
                : Optional.empty();
    }
}
