package org.entezar.insight;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.kernel.LocalizedText;

/**
 * Two selections of one campaign under one method.
 *
 * @param first of the one selection
 * @param second of the other
 * @param apart whether no response is in both, so that differences have an interval
 * @param tooAlike whether the selections differ by fewer responses than the workspace shows, so that what is said of
 *     both would tell of those few; there are then no figures
 * @param figures the main figure of each item and category that either side shows, in the method's order
 */
public record SideBySide(Insight first, Insight second, boolean apart, boolean tooAlike, List<Figure> figures) {

    public SideBySide {
        figures = List.copyOf(figures);
    }

    /** What a figure is about. */
    public enum Level {
        ITEM,
        CATEGORY,
        OVERALL
    }

    /**
     * The main figure of the method on one side: gap, adequacy, better coefficient, score, share or mean.
     *
     * @param value empty when it is undefined or hidden
     * @param low lower end of its interval
     * @param high upper end
     * @param n respondents behind it
     */
    public record Side(OptionalDouble value, OptionalDouble low, OptionalDouble high, OptionalLong n) {

        /** Nothing that is shown. */
        public static final Side NONE =
                new Side(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());
    }

    /**
     * One figure on both sides.
     *
     * @param level what it is about
     * @param key of the item or category; empty over all
     * @param name in the workspace's words; empty over all
     * @param first the one side
     * @param second the other
     */
    public record Figure(Level level, String key, LocalizedText name, Side first, Side second) {

        /** Second minus first; empty when one of them is. */
        public OptionalDouble difference() {
            return first.value().isPresent() && second.value().isPresent()
                    ? OptionalDouble.of(
                            second.value().getAsDouble() - first.value().getAsDouble())
                    : OptionalDouble.empty();
        }

        /**
         * Ends of the interval of the difference for two sides that are apart: the distances of each side's ends from
         * its value, squared, added and rooted (MOVER: Zou &amp; Donner, "Construction of confidence limits about effect
         * measures", Statistics in Medicine 27, 2008). As sure as the intervals of the sides, 95 %.
         */
        public Optional<Interval> interval() {
            OptionalDouble difference = difference();
            if (difference.isEmpty()
                    || first.low().isEmpty()
                    || first.high().isEmpty()
                    || second.low().isEmpty()
                    || second.high().isEmpty()) {
                return Optional.empty();
            }
            double a = first.value().getAsDouble();
            double b = second.value().getAsDouble();
            double d = difference.getAsDouble();
            return Optional.of(new Interval(
                    d - Math.hypot(b - second.low().getAsDouble(), first.high().getAsDouble() - a),
                    d
                            + Math.hypot(
                                    second.high().getAsDouble() - b,
                                    a - first.low().getAsDouble())));
        }
    }

    /** Ends of an interval. */
    public record Interval(double low, double high) {

        /** Whether the whole interval lies on one side of zero. */
        public boolean isBeyondDoubt() {
            return low > 0 || high < 0;
        }
    }
}
