package org.entezar.platform.fairness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.entezar.platform.tenancy.Passage;

/**
 * How much one key may have under way at the same time. Who comes when its share is taken waits, in order, or is told
 * that there is no room; other keys never wait for it.
 *
 * @param <K> who has a share, such as a workspace
 */
public final class Share<K> {

    private final int size;
    private final ConcurrentHashMap<K, Used> inUse = new ConcurrentHashMap<>();

    /** The permits of a key while anybody holds or awaits one. */
    private static final class Used {
        private final Semaphore permits;
        private int interested;

        Used(int size) {
            this.permits = new Semaphore(size, true);
        }
    }

    /** @param size at most so many at once for each key; at least 1 */
    public Share(int size) {
        this.size = size;
    }

    /**
     * Enters, waiting for room if it must.
     *
     * @param patience how long to wait; zero asks once
     * @return what must be closed when done; empty when there was no room
     */
    public Optional<Passage> enter(K key, Duration patience) {
        Used used = inUse.compute(key, (ignored, known) -> {
            Used now = known == null ? new Used(size) : known;
            now.interested++;
            return now;
        });
        boolean entered = false;
        try {
            entered = patience.isZero()
                    ? used.permits.tryAcquire()
                    : used.permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            if (!entered) {
                leave(key);
            }
        }
        return entered
                ? Optional.of(() -> {
                    used.permits.release();
                    leave(key);
                })
                : Optional.empty();
    }

    /** How many keys are remembered. */
    int known() {
        return inUse.size();
    }

    private void leave(K key) {
        inUse.computeIfPresent(key, (ignored, known) -> --known.interested == 0 ? null : known);
    }
}
