package org.entezar.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where each coded answer of a published version stands in a response's byte vector: one byte per item and facet, in
 * the order asked. The byte is the answer itself (a point of the scale, the index of the chosen option, 1 for a given
 * consent); {@value #MISSING} means that there is none. Texts, numbers and multiple choices have no place here: they
 * live in the response's document. The vector is derived and can be built again from the document at any time.
 */
public final class Codebook {

    /** The byte for "no answer", as an unsigned value. */
    public static final int MISSING = 255;

    /**
     * One place of the vector.
     *
     * @param index offset in the vector
     * @param item the item
     * @param facet the facet of a rating; empty for other types
     */
    public record Slot(int index, Item item, Optional<Facet> facet) {}

    private final List<Slot> slots;
    private final Map<String, Integer> places;

    private Codebook(List<Slot> slots) {
        this.slots = List.copyOf(slots);
        this.places = new HashMap<>();
        slots.forEach(slot -> places.put(place(slot.item().key(), slot.facet()), slot.index()));
    }

    /** The codebook of a version; the same document always gives the same one. */
    public static Codebook of(Questionnaire version) {
        List<Slot> slots = new ArrayList<>();
        version.items().forEach(item -> {
            switch (item.type()) {
                case RATING ->
                    item.facets().forEach(facet -> slots.add(new Slot(slots.size(), item, Optional.of(facet))));
                case CHOICE, NPS, CSAT, CES, CONSENT -> slots.add(new Slot(slots.size(), item, Optional.empty()));
                case CHOICES, NUMBER, TEXT -> {}
            }
        });
        return new Codebook(slots);
    }

    public List<Slot> slots() {
        return slots;
    }

    /** Length of a vector in bytes. */
    public int size() {
        return slots.size();
    }

    /** Where the item's answer in that facet stands; empty when it has no place. */
    public OptionalInt index(String itemKey, Facet facet) {
        return at(place(itemKey, Optional.of(facet)));
    }

    /** Where the answer of an item without facets stands; empty when it has no place. */
    public OptionalInt index(String itemKey) {
        return at(place(itemKey, Optional.empty()));
    }

    private OptionalInt at(String place) {
        Integer index = places.get(place);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    private static String place(String itemKey, Optional<Facet> facet) {
        return facet.map(sense -> itemKey + ' ' + sense.key()).orElse(itemKey);
    }
}
