package org.entezar.workspace.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** Lets so many through in an hour from one address, and some times as many from all together. */
public final class Turnstile {

    private static final int KNOWN_ADDRESSES = 10_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final int perHour;
    private final Bucket together;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KNOWN_ADDRESSES)
            .expireAfterAccess(HOUR)
            .build();

    /** @param times how many times as many all addresses together have */
    public Turnstile(int perHour, int times) {
        this.perHour = perHour;
        this.together = bucket(Math.multiplyExact(perHour, (long) times));
    }

    /**
     * Lets one through.
     *
     * @throws Problem {@link ErrorCode#TOO_MANY_REQUESTS} with the seconds to wait
     */
    public void pass(String address) {
        take(buckets.get(address, unknown -> bucket(perHour)));
        take(together);
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new Problem(
                    ErrorCode.TOO_MANY_REQUESTS,
                    Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
        }
    }

    private static Bucket bucket(long perHour) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, HOUR))
                .build();
    }
}
