package org.entezar.collection;

import java.util.List;
import java.util.OptionalLong;
import org.entezar.platform.tenancy.Quota;

/**
 * What a workspace uses of the installation.
 *
 * @param quotas every quota, in the order of {@link Quota}
 * @param refusedToday requests and responses that were asked to come again later, in the last 24 hours, since this server
 *     started
 */
public record Usage(List<Line> quotas, long refusedToday) {

    /** Share from which a quota is worth a warning. */
    private static final double NEAR = 0.8;

    /**
     * One quota.
     *
     * @param used how much of it is used; empty for rates, which refill by themselves
     * @param limit how much may be used
     */
    public record Line(Quota quota, OptionalLong used, long limit) {

        public boolean isNear() {
            return used.isPresent() && used.getAsLong() >= NEAR * limit;
        }

        public boolean isReached() {
            return used.isPresent() && used.getAsLong() >= limit;
        }
    }

    public Usage {
        quotas = List.copyOf(quotas);
    }
}
