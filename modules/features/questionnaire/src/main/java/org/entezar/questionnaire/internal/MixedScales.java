package org.entezar.questionnaire.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Scale;

/**
 * Ratings of one category on different scales: their mean would mix points that do not mean the same. Ratings without a
 * category are held against their section. Kano's pairs have a scale of their own and do not count.
 */
final class MixedScales {

    /**
     * The points of a scale.
     *
     * @param min lowest
     * @param max highest
     */
    record Points(int min, int max) {}

    private final Map<String, Points> usual = new HashMap<>();

    MixedScales(Questionnaire document) {
        Map<String, Map<Points, Integer>> counts = new LinkedHashMap<>();
        document.sections().forEach(section -> section.items().forEach(item -> points(item)
                .ifPresent(points -> counts.computeIfAbsent(group(section.key(), item), none -> new LinkedHashMap<>())
                        .merge(points, 1, Integer::sum))));
        counts.forEach((group, found) -> found.entrySet().stream()
                // The first of equals, so that the same document always gets the same advice.
                .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
                .ifPresent(most -> usual.put(group, most.getKey())));
    }

    /** The scale of most of its category, where the item has another. */
    Optional<Points> other(String section, Item item) {
        return points(item).flatMap(own -> Optional.ofNullable(usual.get(group(section, item)))
                .filter(most -> !most.equals(own)));
    }

    private static String group(String section, Item item) {
        return item.category().map(category -> "category " + category).orElse("section " + section);
    }

    private static Optional<Points> points(Item item) {
        return item.scale().filter(scale -> !scale.isKano()).map(MixedScales::of);
    }

    private static Points of(Scale scale) {
        return new Points(scale.min(), scale.max());
    }
}
