package org.entezar.api.operator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.entezar.collection.Usages;
import org.entezar.platform.tenancy.Quota;
import org.entezar.workspace.Standing;

/**
 * A workspace in the operators' directory.
 *
 * @param state {@code ACTIVE} or {@code SUSPENDED}
 * @param ownQuotas those that were set for it alone
 * @param responsesThisMonth by UTC
 * @param megabytes that it keeps, as of an hour ago at most
 */
record WorkspaceLine(
        String id,
        String alias,
        Instant createdAt,
        String state,
        Optional<Instant> suspendedAt,
        Optional<String> reason,
        Map<Quota, Long> ownQuotas,
        long campaigns,
        long responsesThisMonth,
        long megabytes) {

    static WorkspaceLine of(Standing standing, Usages.Sizes sizes) {
        return new WorkspaceLine(
                standing.id().toString(),
                standing.alias(),
                standing.createdAt(),
                standing.isSuspended() ? "SUSPENDED" : "ACTIVE",
                standing.suspendedAt(),
                standing.reason(),
                standing.own(),
                sizes.campaigns(),
                sizes.responsesThisMonth(),
                sizes.megabytes());
    }
}
