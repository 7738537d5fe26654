package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entezar.kernel.LocalizedText;

/**
 * Customer satisfaction as the share of the two highest steps.
 *
 * @param items in the order asked
 */
public record CsatResult(List<ItemSatisfaction> items) implements InsightResult {

    public CsatResult {
        items = List.copyOf(items);
    }

    /**
     * One question.
     *
     * @param key of the item
     * @param text of the item
     * @param n answers; empty when the group is too small to be shown
     * @param distribution answers by step, 1 to 5
     * @param satisfied share of 4 and 5 with Wilson interval
     * @param mean mean answer
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ItemSatisfaction(
            String key,
            LocalizedText text,
            OptionalLong n,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Long>> distribution,
            Proportion satisfied,
            Estimate mean) {}
}
