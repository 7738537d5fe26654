package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.kernel.LocalizedText;

/**
 * Perception against expectation (Parasuraman, Zeithaml &amp; Berry 1988), with the raw perception beside every gap.
 *
 * @param items in the order asked
 * @param categories in the order of the workspace's tree
 * @param overall over all categories
 */
public record ServqualResult(List<ItemGap> items, List<CategoryGap> categories, Overall overall)
        implements InsightResult {

    public ServqualResult {
        items = List.copyOf(items);
        categories = List.copyOf(categories);
    }

    /**
     * One item, over the respondents who gave both answers; a reverse-keyed one is recoded.
     *
     * @param key of the item
     * @param text of the item
     * @param category the item stands under
     * @param n respondents who gave both answers; empty when the group is too small to be shown
     * @param expected raw expectation
     * @param perceived raw perception
     * @param gap perception minus expectation
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ItemGap(
            String key,
            LocalizedText text,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> category,
            OptionalLong n,
            Spread expected,
            Spread perceived,
            Estimate gap) {}

    /**
     * One category.
     *
     * @param key of the category
     * @param name of the category; empty when the workspace no longer has it
     * @param parent the wider category
     * @param n respondents with a score: both answers to at least half of its items
     * @param expected raw expectation over its answered pairs
     * @param perceived raw perception over its answered pairs
     * @param gap mean of the respondents' mean gaps
     * @param performance mean of the respondents' mean perceptions (SERVPERF)
     * @param weight points as configured
     * @param share of the overall weighted gap, 0..1; absent for a category that is scored through its parts
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CategoryGap(
            String key,
            LocalizedText name,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> parent,
            OptionalLong n,
            Spread expected,
            Spread perceived,
            Estimate gap,
            Estimate performance,
            OptionalDouble weight,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble share) {}

    /**
     * Over all categories, of the respondents who have a score in every one.
     *
     * @param unweighted mean of the categories' gaps
     * @param weighted the same with the categories' weights
     * @param performance mean of the categories' perceptions (SERVPERF)
     * @param weightedPerformance the same with the categories' weights
     * @param cells answered pairs over all items; empty when the group is too small to be shown
     * @param expected raw expectation over those pairs
     * @param perceived raw perception over those pairs
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Overall(
            Estimate unweighted,
            Estimate weighted,
            Estimate performance,
            Estimate weightedPerformance,
            OptionalLong cells,
            Spread expected,
            Spread perceived) {}
}
