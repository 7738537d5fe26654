package org.entezar.insight.internal.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/**
 * Versions of a questionnaire in runs of comparable ones: a version that measures with the same items, senses, scales and
 * categories goes on the run, another begins a new one.
 */
final class Runs {

    /**
     * Where a version stands.
     *
     * @param run its run, from 0
     * @param first the first version of the run, by whose codebook the run's vectors are laid out
     * @param places for each place of the first version's vector, the place in this version's; empty when they are equal
     * @param comparable whether it goes on the run of the version before it
     */
    record Stand(int run, Questionnaire first, Optional<int[]> places, boolean comparable) {}

    private final Map<Integer, Stand> stands = new HashMap<>();

    /** @param versions by number */
    Runs(TreeMap<Integer, Questionnaire> versions) {
        List<String> before = List.of();
        Questionnaire first = null;
        int run = -1;
        for (Map.Entry<Integer, Questionnaire> version : versions.entrySet()) {
            List<String> measures = measures(version.getValue());
            boolean comparable = first != null && measures.equals(before);
            if (first == null || !comparable) {
                first = version.getValue();
                run++;
            }
            before = measures;
            stands.put(version.getKey(), new Stand(run, first, places(first, version.getValue()), comparable));
        }
    }

    Stand of(int version) {
        Stand stand = stands.get(version);
        if (stand == null) {
            throw new IllegalArgumentException("version " + version);
        }
        return stand;
    }

    /** What a version measures by, sorted, so that the order in which it asks does not matter. */
    private static List<String> measures(Questionnaire version) {
        List<String> measures = new ArrayList<>();
        version.items()
                .filter(item -> item.type() == ItemType.RATING || item.type() == ItemType.NPS)
                .forEach(item -> measures.add(item.key()
                        + '|'
                        + item.type()
                        + '|'
                        + item.category()
                        + '|'
                        + item.facets().stream().map(Enum::name).sorted().toList()
                        + '|'
                        + item.scale().map(scale -> scale.min() + ".." + scale.max())
                        + '|'
                        + item.reverse()));
        measures.sort(null);
        return measures;
    }

    private static Optional<int[]> places(Questionnaire first, Questionnaire version) {
        List<Codebook.Slot> wanted = Codebook.of(first).slots();
        Map<String, Integer> there = new LinkedHashMap<>();
        Codebook.of(version).slots().forEach(slot -> there.put(name(slot), slot.index()));
        int[] places = new int[wanted.size()];
        Arrays.fill(places, -1);
        boolean equal = there.size() == wanted.size();
        for (int i = 0; i < places.length; i++) {
            places[i] = there.getOrDefault(name(wanted.get(i)), -1);
            equal &= places[i] == i;
        }
        return equal ? Optional.empty() : Optional.of(places);
    }

    private static String name(Codebook.Slot slot) {
        return slot.item().key() + ' ' + slot.facet();
    }
}
