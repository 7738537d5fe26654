package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Scale;
import org.jspecify.annotations.Nullable;

/** A rating: an object of facet and point. With a single facet the bare point is understood too. */
final class RatingRule extends ItemRule {

    private final Scale scale;
    private final String[] facets;
    private final int[] places;

    RatingRule(Item item, Codebook codebook) {
        super(item);
        this.scale = item.scale().orElseThrow();
        this.facets = item.facets().stream().map(Facet::key).toArray(String[]::new);
        this.places = item.facets().stream()
                .mapToInt(facet -> codebook.index(item.key(), facet).orElseThrow())
                .toArray();
    }

    @Override
    @Nullable
    JsonNode read(JsonNode answer, List<Violation> faults, byte[] codes) {
        if (answer.isIntegralNumber() && facets.length == 1) {
            return point(0, answer, pointer(), JsonNodeFactory.instance.objectNode(), faults, codes);
        }
        if (!answer.isObject()) {
            faults.add(Violation.at(pointer(), ErrorCode.WRONG_TYPE, "object"));
            return null;
        }
        int known = 0;
        ObjectNode kept = null;
        for (int i = 0; i < facets.length; i++) {
            JsonNode given = answer.get(facets[i]);
            if (given == null) {
                continue;
            }
            known++;
            if (!given.isNull()) {
                ObjectNode target = kept == null ? JsonNodeFactory.instance.objectNode() : kept;
                if (point(i, given, pointer() + "/" + facets[i], target, faults, codes) != null) {
                    kept = target;
                }
            }
        }
        if (known < answer.size()) {
            refuseUnknown(answer, faults);
        }
        return kept;
    }

    private @Nullable ObjectNode point(
            int facet, JsonNode given, String at, ObjectNode kept, List<Violation> faults, byte[] codes) {
        Violation fault = pointFault(given, at, scale);
        if (fault != null) {
            faults.add(fault);
            return null;
        }
        int point = given.intValue();
        kept.set(facets[facet], IntNode.valueOf(point));
        codes[places[facet]] = (byte) point;
        return kept;
    }

    private void refuseUnknown(JsonNode answer, List<Violation> faults) {
        List<String> known = List.of(facets);
        for (Iterator<String> names = answer.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                faults.add(Violation.at(
                        pointer() + "/" + Pointers.escape(name), ErrorCode.UNKNOWN_KEY, Pointers.shown(name)));
            }
        }
    }

    @Override
    void requireIn(@Nullable JsonNode read, List<Violation> faults) {
        if (!item().required()) {
            return;
        }
        for (String facet : facets) {
            String at = pointer() + "/" + facet;
            if ((read == null || !read.has(facet)) && faults.stream().noneMatch(fault -> covers(fault, at))) {
                faults.add(Violation.at(at, ErrorCode.REQUIRED));
            }
        }
    }

    private boolean covers(Violation fault, String at) {
        return fault.pointer().equals(at) || fault.pointer().equals(pointer());
    }
}
