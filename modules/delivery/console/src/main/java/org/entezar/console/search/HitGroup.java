package org.entezar.console.search;

import java.util.List;

/**
 * What was found of one kind.
 *
 * @param key of the kind, names its title {@code search.group.key}
 * @param title in the visitor's language
 * @param hits the best first
 */
public record HitGroup(String key, String title, List<Hit> hits) {

    public HitGroup {
        hits = List.copyOf(hits);
    }
}
