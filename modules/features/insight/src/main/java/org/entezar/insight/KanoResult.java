package org.entezar.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.entezar.kernel.LocalizedText;

/**
 * Classes of expectation (Kano et al. 1984; better and worse after Berger et al. 1993).
 *
 * @param items in the order asked
 */
public record KanoResult(List<ItemClass> items) implements InsightResult {

    public KanoResult {
        items = List.copyOf(items);
    }

    /**
     * One attribute.
     *
     * @param key of the item
     * @param text of the item
     * @param itemCategory the category of the workspace that the item stands under
     * @param n respondents who gave both answers; empty when the group is too small to be shown
     * @param counts respondents by class: {@code M}, {@code O}, {@code A}, {@code I}, {@code R}, {@code Q}
     * @param category the most frequent class
     * @param second the second most frequent class
     * @param blended Berger's second opinion
     * @param tier {@code basic}, {@code expected}, {@code exciting} or {@code none}
     * @param clear whether the class stands by Fong's test; otherwise it is mixed with the second
     * @param better how much satisfaction rises when it is there, 0..1
     * @param worse how much satisfaction falls when it is missing, -1..0
     * @param place where it stands in the plane of continuous scores
     * @param totalStrength share of M, O and A
     * @param categoryStrength lead of the first class over the second, as a share
     * @param reason why there is no class
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ItemClass(
            String key,
            LocalizedText text,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> itemCategory,
            OptionalLong n,
            Optional<Map<String, Long>> counts,
            Optional<String> category,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> second,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> blended,
            Optional<String> tier,
            Optional<Boolean> clear,
            Proportion better,
            Proportion worse,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Place> place,
            OptionalDouble totalStrength,
            OptionalDouble categoryStrength,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Absence> reason) {}

    /**
     * Means of the continuous scores, -2..4 (DuMouchel, in Berger et al. 1993); centre lines at 2.
     *
     * @param functional vertical
     * @param dysfunctional horizontal
     */
    public record Place(Estimate functional, Estimate dysfunctional) {}
}
