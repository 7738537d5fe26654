package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.kernel.LocalizedText;

/**
 * How satisfaction went over time.
 *
 * @param questionnaire key of the questionnaire
 * @param periods in their order, without gaps, from the first with a response to the last
 * @param series what was measured in them
 * @param breaks where another version of the questionnaire was answered for the first time
 * @param simulated whether a simulator gave any of the answers
 * @param cut whether older periods were left out because there were too many
 */
public record SatisfactionHistory(
        String questionnaire,
        HistoryGrain grain,
        HistoryCalendar calendar,
        List<Period> periods,
        List<Series> series,
        List<Break> breaks,
        boolean simulated,
        boolean cut) {

    public SatisfactionHistory {
        periods = List.copyOf(periods);
        series = List.copyOf(series);
        breaks = List.copyOf(breaks);
    }

    /**
     * A month, quarter or year.
     *
     * @param from when it begins in the workspace's time zone
     * @param to when the next one begins
     * @param year of the calendar
     * @param number of the month or quarter, from 1; 1 for a year
     * @param open whether it has not ended, so that its figures still move
     */
    public record Period(Instant from, Instant to, int year, int number, boolean open) {}

    /**
     * Another version of the questionnaire.
     *
     * @param period index of the period in which it was answered first
     * @param version its number
     * @param comparable whether it measures with the same items, facets and scales as the one before
     */
    public record Break(int period, int version, boolean comparable) {}

    /** What a series measures. */
    public enum Measure {
        /** Perception minus expectation; {@code expected} and {@code perceived} beside it. */
        GAP,
        /** Perception minus minimum, the adequacy; {@code minimum}, {@code desired} and {@code perceived} beside it. */
        ZONE,
        /** Net promoter score, -100 to 100. */
        NPS
    }

    /**
     * One line through time.
     *
     * @param measure what it measures
     * @param key of the category, of the item for NPS; empty for all categories together
     * @param name of the category or item; empty when it has none
     * @param points at most one for each period and run of comparable versions
     * @param trend over the latest run; empty below two points
     * @param control of the latest run; empty where its earlier half cannot serve as a reference
     */
    public record Series(
            Measure measure,
            String key,
            LocalizedText name,
            List<Point> points,
            Optional<Trend> trend,
            Optional<Control> control) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * One figure of one period.
     *
     * @param period index of the period
     * @param run of comparable versions, from 0; figures of different runs are not to be compared
     * @param value with interval, or the reason why there is none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Point(
            int period,
            int run,
            Estimate value,
            OptionalDouble expected,
            OptionalDouble perceived,
            OptionalDouble minimum,
            OptionalDouble desired,
            Optional<Estimate> superiority) {

        /** A point with nothing beside its value. */
        public static Point of(int period, int run, Estimate value) {
            return new Point(
                    period,
                    run,
                    value,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty());
        }

        /** Respondents behind it; empty when the group is too small to be shown. */
        public OptionalLong n() {
            return value.n();
        }
    }

    /**
     * Mann-Kendall test for a monotone trend, and Sen's slope a period.
     *
     * @param n periods with a value
     * @param pValue two-sided
     * @param slope median change from one period to the next
     * @param low lower end of its 95 % interval
     * @param high upper end
     * @param verdict {@code RISING}, {@code FALLING}, {@code NO_TREND} at 5 %; empty below eight values
     * @param autocorrelated whether neighbours hang together, so that the test finds too much
     */
    public record Trend(
            int n,
            double pValue,
            OptionalDouble slope,
            OptionalDouble low,
            OptionalDouble high,
            Optional<String> verdict,
            boolean autocorrelated) {}

    /**
     * An exponentially weighted average of the later half of a run against limits from its earlier half.
     *
     * @param target mean of the reference
     * @param from first period of the reference
     * @param until last period of the reference
     * @param steps what was tested, in order
     * @param first period that lies outside first; empty while none does
     */
    public record Control(double target, int from, int until, List<Step> steps, Optional<Integer> first) {
        public Control {
            steps = List.copyOf(steps);
        }
    }

    /** One tested period with the average after it and its limits. */
    public record Step(int period, double average, double low, double high) {}
}
