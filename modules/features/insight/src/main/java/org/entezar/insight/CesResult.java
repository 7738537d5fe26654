package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entezar.kernel.LocalizedText;

/**
 * Customer effort score: agreement that it was easy (Dixon, Freeman &amp; Toman 2010).
 *
 * @param items in the order asked
 */
public record CesResult(List<ItemEase> items) implements InsightResult {

    public CesResult {
        items = List.copyOf(items);
    }

    /**
     * One question.
     *
     * @param key of the item
     * @param text of the item
     * @param n answers; empty when the group is too small to be shown
     * @param distribution answers by step, 1 to 7
     * @param mean mean answer with t interval
     * @param agree share of 5 to 7 with Wilson interval
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ItemEase(
            String key,
            LocalizedText text,
            OptionalLong n,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Long>> distribution,
            Estimate mean,
            Proportion agree) {}
}
