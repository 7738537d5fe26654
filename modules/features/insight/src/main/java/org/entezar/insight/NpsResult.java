package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.entezar.kernel.LocalizedText;

/**
 * Net promoter score (Reichheld 2003).
 *
 * @param items in the order asked, usually one
 */
public record NpsResult(List<ItemScore> items) implements InsightResult {

    public NpsResult {
        items = List.copyOf(items);
    }

    /**
     * One question.
     *
     * @param key of the item
     * @param text of the item
     * @param n answers; empty when the group is too small to be shown
     * @param counts promoters (9, 10), passives (7, 8), detractors (0 to 6)
     * @param distribution answers by step, 0 to 10
     * @param score -100..100, with the adjusted Wald interval of Rocks (2016)
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ItemScore(
            String key,
            LocalizedText text,
            OptionalLong n,
            Optional<Counts> counts,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Long>> distribution,
            Proportion score) {}

    /** Answers by group. */
    public record Counts(long promoters, long passives, long detractors) {}
}
