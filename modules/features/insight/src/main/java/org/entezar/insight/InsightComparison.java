package org.entezar.insight;

import java.time.Instant;
import java.util.List;

/**
 * A figure as it was known at some time, and as it is known now.
 *
 * @param asOf the time
 * @param equal whether both say the same, to the last digit
 * @param then as it was known
 * @param now as it is known
 * @param causes what happened between that bears on the figure, even where it left the figure equal
 */
public record InsightComparison(Instant asOf, boolean equal, Insight then, Insight now, List<Cause> causes) {

    public InsightComparison {
        causes = List.copyOf(causes);
    }
}
