package org.entezar.platform.fairness;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits to be done, a queue for each key, served in rotation: the key that was served last waits longest, and no key
 * has more under way than its share. A thousand things of one key put off one of another by one thing at most, and by
 * none while the share leaves somebody free.
 *
 * @param <K> whose work it is
 * @param <T> a piece of work
 */
public final class FairQueue<K, T> {

    private final int share;
    private final Map<K, Deque<T>> waiting = new LinkedHashMap<>();
    private final Map<K, Integer> running = new HashMap<>();

    /** Work of a key that may be done now; to be handed to {@link FairQueue#done} afterwards. */
    public record Turn<K, T>(K key, T work) {}

    /** @param share how much of one key may be under way at once; at least 1 */
    public FairQueue(int share) {
        this.share = share;
    }

    /** Adds work at the end of its key's queue. */
    public synchronized void add(K key, T work) {
        waiting.computeIfAbsent(key, unknown -> new ArrayDeque<>()).addLast(work);
    }

    /** The work whose turn it is; empty when nothing waits or all that waits has its share under way. */
    public synchronized Optional<Turn<K, T>> next() {
        Iterator<Map.Entry<K, Deque<T>>> keys = waiting.entrySet().iterator();
        while (keys.hasNext()) {
            Map.Entry<K, Deque<T>> entry = keys.next();
            K key = entry.getKey();
            if (running.getOrDefault(key, 0) < share) {
                Deque<T> queue = entry.getValue();
                T work = queue.removeFirst();
                keys.remove();
                if (!queue.isEmpty()) {
                    waiting.put(key, queue);
                }
                running.merge(key, 1, Integer::sum);
                return Optional.of(new Turn<>(key, work));
            }
        }
        return Optional.empty();
    }

    /** Says that a piece of the key's work is no longer under way. */
    public synchronized void done(K key) {
        running.computeIfPresent(key, (ignored, count) -> count == 1 ? null : count - 1);
    }
}
