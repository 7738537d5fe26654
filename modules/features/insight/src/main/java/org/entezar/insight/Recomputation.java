package org.entezar.insight;

import java.util.List;

/**
 * A kept insight computed again of the same responses with what it was computed with then.
 *
 * @param kept the insight as it was kept
 * @param equal whether every figure and the root over the responses are the same
 * @param insight the figures as they come out now
 * @param source the responses as they are found now
 * @param software version of the product that computed them now
 * @param causes why they are not equal; empty when they are
 */
public record Recomputation(
        KeptInsight kept,
        boolean equal,
        Insight insight,
        KeptInsight.Source source,
        String software,
        List<Cause> causes) {

    public Recomputation {
        causes = List.copyOf(causes);
    }
}
