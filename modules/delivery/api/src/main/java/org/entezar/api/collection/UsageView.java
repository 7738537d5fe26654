package org.entezar.api.collection;

import java.util.List;
import java.util.Optional;
import org.entezar.collection.Usage;
import org.entezar.platform.tenancy.Quota;

/**
 * What a workspace uses, as it is told.
 *
 * @param quotas every quota
 * @param refusedToday requests and responses that were asked to come again later, in the last 24 hours
 */
public record UsageView(List<Line> quotas, long refusedToday) {

    /**
     * One quota.
     *
     * @param used how much of it is used; missing for rates
     * @param limit how much may be used
     */
    public record Line(Quota quota, Optional<Long> used, long limit) {}

    /** What is told of it. */
    public static UsageView of(Usage usage) {
        return new UsageView(
                usage.quotas().stream()
                        .map(line -> new Line(
                                line.quota(),
                                line.used().isPresent()
                                        ? Optional.of(line.used().getAsLong())
                                        : Optional.empty(),
                                line.limit()))
                        .toList(),
                usage.refusedToday());
    }
}
