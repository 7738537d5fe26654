package org.entezar.workspace.internal;

import java.time.Clock;
import java.time.Duration;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.platform.fairness.RateLimit;

/** Lets so many through in an hour from one address, and some times as many from all together. */
public final class AddressLimit {

    private static final int KNOWN_ADDRESSES = 10_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String EVERYBODY = "";

    private final long perHour;
    private final long together;
    private final RateLimit<String> addresses;

    /** @param times how many times as many all addresses together have */
    public AddressLimit(int perHour, int times, Clock clock) {
        this.perHour = perHour;
        this.together = Math.multiplyExact(perHour, (long) times);
        this.addresses = new RateLimit<>(KNOWN_ADDRESSES, HOUR, clock);
    }

    /**
     * Lets one through.
     *
     * @throws Problem {@link ErrorCode#TOO_MANY_REQUESTS} with the seconds to wait
     */
    public void pass(String address) {
        take(address, perHour);
        take(EVERYBODY, together);
    }

    private void take(String key, long turns) {
        long wait = addresses.take(key, turns);
        if (wait > 0) {
            throw new Problem(ErrorCode.TOO_MANY_REQUESTS, wait);
        }
    }
}
