package org.entezar.platform.fairness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often something may happen in a period, for each key by itself: all of its turns at once, or spread. Keys that
 * rest are forgotten, which gives them nothing that a rest of two periods would not have given.
 *
 * @param <K> what is limited: an address, a link, a workspace
 */
public final class RateLimit<K> {

    private final Duration period;
    private final TimeMeter time;
    private final Cache<Rated<K>, Bucket> buckets;

    /** A key with its rate, so that a changed rate begins anew. */
    private record Rated<K>(K key, long turns) {}

    /** @param known most keys that are remembered */
    public RateLimit(int known, Duration period, Clock clock) {
        this.period = period;
        this.time = new Ticks(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(known)
                .expireAfterAccess(period.multipliedBy(2))
                .build();
    }

    /**
     * Takes a turn.
     *
     * @param turns at most so many in the period, at least 1
     * @return 0 when there was one, else the seconds until there is, at least 1
     */
    public long take(K key, long turns) {
        Bucket bucket = buckets.get(new Rated<>(key, turns), unknown -> Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(turns).refillGreedy(turns, period))
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
