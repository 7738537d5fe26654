package org.entezar.survey.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.entezar.collection.CampaignId;

/**
 * How many responses one public link takes in a minute. It bounds what somebody who got hold of a link can pour into
 * one campaign, and keeps one flooded campaign from taking the turns of all others. Links that rest are forgotten.
 */
public final class SubmitLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int KNOWN_LINKS = 20_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Cache<CampaignId, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KNOWN_LINKS)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    /** @param perMinute at most so many, also all at once; at least 1 */
    public SubmitLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.time = new Ticks(clock);
    }

    /** Takes a turn: 0 when there was one, else the seconds until there is, at least 1. */
    long take(CampaignId campaign) {
        Bucket bucket = buckets.get(campaign, unknown -> Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
    }

    private record Ticks(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
