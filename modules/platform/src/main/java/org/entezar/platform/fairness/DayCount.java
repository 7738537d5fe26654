package org.entezar.platform.fairness;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often something happened in the last 24 hours, by key, to the hour. Kept in memory, so it begins anew with the
 * server.
 *
 * @param <K> to whom it happened
 */
public final class DayCount<K> {

    private static final int HOURS = 24;
    private static final int MOST_KEYS = 10_000;
    private static final long HOUR_MILLIS = 3_600_000;

    private final Clock clock;
    private final Map<K, Ring> rings = new ConcurrentHashMap<>();

    /** Counts of the hours before {@code last}, the hour of the day in its place. */
    private static final class Ring {
        private final long[] counts = new long[HOURS];
        private long last;

        synchronized void turnTo(long hour) {
            for (long missed = Math.max(last + 1, hour - HOURS + 1); missed <= hour; missed++) {
                counts[(int) (missed % HOURS)] = 0;
            }
            last = Math.max(last, hour);
        }

        synchronized void add(long hour) {
            turnTo(hour);
            counts[(int) (hour % HOURS)]++;
        }

        synchronized long sum(long hour) {
            turnTo(hour);
            long sum = 0;
            for (long count : counts) {
                sum += count;
            }
            return sum;
        }
    }

    public DayCount(Clock clock) {
        this.clock = clock;
    }

    /** Counts one. */
    public void add(K key) {
        if (rings.size() >= MOST_KEYS) {
            rings.values().removeIf(ring -> ring.sum(hour()) == 0);
        }
        rings.computeIfAbsent(key, unknown -> new Ring()).add(hour());
    }

    /** How many there were. */
    public long of(K key) {
        Ring ring = rings.get(key);
        return ring == null ? 0 : ring.sum(hour());
    }

    private long hour() {
        return clock.millis() / HOUR_MILLIS;
    }
}
