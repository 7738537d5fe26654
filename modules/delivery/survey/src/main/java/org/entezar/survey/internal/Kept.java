package org.entezar.survey.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Things that are dear to make and never change, the most recently used of them.
 *
 * @param <K> names a thing
 * @param <V> the thing
 */
final class Kept<K, V> {

    private final Map<K, V> things;

    Kept(int most) {
        this.things = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The thing, made outside of the lock when it is not there; two who ask at once may both make it. */
    V get(K key, Function<K, V> make) {
        synchronized (things) {
            V kept = things.get(key);
            if (kept != null) {
                return kept;
            }
        }
        V made = make.apply(key);
        synchronized (things) {
            things.put(key, made);
        }
        return made;
    }
}
