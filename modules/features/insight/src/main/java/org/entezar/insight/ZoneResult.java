package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.kernel.LocalizedText;

/**
 * Perception against the zone of tolerance between minimum and desired (Zeithaml, Berry &amp; Parasuraman 1993).
 *
 * @param items in the order asked
 */
public record ZoneResult(List<ItemZone> items) implements InsightResult {

    public ZoneResult {
        items = List.copyOf(items);
    }

    /**
     * One item, over the respondents who gave all three answers in the right order.
     *
     * @param key of the item
     * @param text of the item
     * @param category the item stands under
     * @param n respondents used; empty when the group is too small to be shown
     * @param minimum mean minimum
     * @param desired mean desired level
     * @param perceived mean perception
     * @param adequacy perceived minus minimum
     * @param superiority perceived minus desired
     * @param position 0 at the minimum, 1 at the desired level; ratio of means
     * @param positionRange interval of the position
     * @param respondents where they stand, each by himself
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ItemZone(
            String key,
            LocalizedText text,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> category,
            OptionalLong n,
            OptionalDouble minimum,
            OptionalDouble desired,
            OptionalDouble perceived,
            Judged adequacy,
            Judged superiority,
            OptionalDouble position,
            Proportion positionRange,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Respondents> respondents) {}

    /**
     * A mean and what its interval allows to say.
     *
     * @param estimate the mean
     * @param judgement {@code ADEQUATE}, {@code INADEQUATE}; {@code SUPERIOR}, {@code NOT_SUPERIOR}; or {@code UNDECIDED}
     */
    public record Judged(@JsonUnwrapped Estimate estimate, String judgement) {

        @JsonCreator
        static Judged read(
                @JsonProperty("n") OptionalLong n,
                @JsonProperty("mean") OptionalDouble mean,
                @JsonProperty("low") OptionalDouble low,
                @JsonProperty("high") OptionalDouble high,
                @JsonProperty("reason") Optional<Absence> reason,
                @JsonProperty("judgement") String judgement) {
            return new Judged(new Estimate(n, mean, low, high, reason), judgement);
        }
    }

    /**
     * Respondents by where their own perception stands in their own zone, and those left out.
     *
     * @param below perceived less than their minimum
     * @param within the zone, ends included
     * @param above perceived more than they desired
     * @param incomplete left out, an answer is missing
     * @param inverted left out, desired less than their minimum
     */
    public record Respondents(long below, long within, long above, long incomplete, long inverted) {}
}
