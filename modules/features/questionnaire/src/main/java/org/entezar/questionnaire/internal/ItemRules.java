package org.entezar.questionnaire.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Scale;

/** What one item must satisfy, apart from its texts and its place among the others. */
final class ItemRules {

    private static final Set<Integer> POINTS = Set.of(5, 7, 9, 10, 11);
    private static final int MOST_OPTIONS = 100;
    private static final long LARGEST_NUMBER = 1_000_000_000_000L;
    private static final int LONGEST_TEXT_ANSWER = 5_000;
    private static final Set<Facet> KANO = EnumSet.of(Facet.FUNCTIONAL, Facet.DYSFUNCTIONAL);
    private static final Set<Facet> WILL_OR_SHOULD = EnumSet.of(Facet.WILL, Facet.SHOULD);

    private final Item item;
    private final String pointer;
    private final List<Violation> faults = new ArrayList<>();

    private ItemRules(Item item, String pointer) {
        this.item = item;
        this.pointer = pointer;
    }

    static List<Violation> faults(Item item, String pointer) {
        ItemRules rules = new ItemRules(item, pointer);
        rules.checkFacets();
        rules.checkScale();
        rules.checkOptions();
        rules.checkRange();
        if (item.reverse() && (item.type() != ItemType.RATING || rules.isKano())) {
            rules.fault("/reverse", ErrorCode.UNKNOWN_FIELD, "reverse");
        }
        return rules.faults;
    }

    private boolean isKano() {
        return item.facets().stream().anyMatch(KANO::contains);
    }

    private void checkFacets() {
        if (item.type() != ItemType.RATING) {
            if (!item.facets().isEmpty()) {
                fault("/facets", ErrorCode.UNKNOWN_FIELD, "facets");
            }
            return;
        }
        if (item.facets().isEmpty()) {
            fault("/facets", ErrorCode.REQUIRED);
            return;
        }
        Set<Facet> asked = EnumSet.copyOf(item.facets());
        if (asked.size() < item.facets().size()) {
            fault("/facets", ErrorCode.DUPLICATE_KEY, item.facets().get(0).key());
        }
        if (isKano() && !asked.equals(KANO)) {
            fault("/facets", ErrorCode.NOT_TOGETHER, named(asked));
        } else if (asked.contains(Facet.EXPECTED) && asked.stream().anyMatch(WILL_OR_SHOULD::contains)) {
            fault("/facets", ErrorCode.NOT_TOGETHER, named(asked));
        }
    }

    private static String named(Set<Facet> facets) {
        return String.join(", ", facets.stream().map(Facet::key).toList());
    }

    private void checkScale() {
        if (item.type() != ItemType.RATING) {
            if (item.scale().isPresent()) {
                fault("/scale", ErrorCode.UNKNOWN_FIELD, "scale");
            }
            return;
        }
        if (item.scale().isEmpty()) {
            fault("/scale", ErrorCode.REQUIRED);
            return;
        }
        Scale scale = item.scale().get();
        if (scale.preset().filter(preset -> !preset.equals(Scale.KANO)).isPresent()) {
            fault(
                    "/scale/preset",
                    ErrorCode.NOT_AN_OPTION,
                    Keys.shown(scale.preset().get()));
        } else if (scale.isKano() != isKano()) {
            fault("/scale/preset", ErrorCode.NOT_TOGETHER, named(EnumSet.copyOf(item.facets())) + ", kano");
        }
        if (scale.min() < 0 || scale.min() > 1) {
            fault("/scale/min", ErrorCode.OUT_OF_RANGE, 0, 1);
        } else if (scale.isKano() ? scale.min() != 1 || scale.max() != 5 : !POINTS.contains(scale.points())) {
            fault("/scale/max", ErrorCode.NOT_AN_OPTION, scale.max());
        }
        scale.labels().keySet().stream()
                .filter(point -> !scale.contains(point))
                .forEach(point -> fault("/scale/labels/" + point, ErrorCode.OUT_OF_RANGE, scale.min(), scale.max()));
    }

    private void checkOptions() {
        boolean choice = item.type() == ItemType.CHOICE || item.type() == ItemType.CHOICES;
        if (!choice) {
            if (!item.options().isEmpty()) {
                fault("/options", ErrorCode.UNKNOWN_FIELD, "options");
            }
            return;
        }
        if (item.options().size() < 2) {
            fault("/options", ErrorCode.REQUIRED);
        }
        if (item.options().size() > MOST_OPTIONS) {
            fault("/options", ErrorCode.TOO_MANY, MOST_OPTIONS);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < item.options().size(); place++) {
            Keys.check(
                    pointer + "/options/" + place + "/key",
                    item.options().get(place).key(),
                    seen,
                    faults);
        }
    }

    private void checkRange() {
        switch (item.type()) {
            case NUMBER -> {
                checkBound("/min", item.min().orElse(0L), -LARGEST_NUMBER, LARGEST_NUMBER);
                checkBound(
                        "/max",
                        item.max().orElse(LARGEST_NUMBER),
                        Math.max(item.min().orElse(-LARGEST_NUMBER), -LARGEST_NUMBER),
                        LARGEST_NUMBER);
            }
            case TEXT -> {
                item.min().ifPresent(ignored -> fault("/min", ErrorCode.UNKNOWN_FIELD, "min"));
                checkBound("/max", item.max().orElse(1L), 1, LONGEST_TEXT_ANSWER);
            }
            default -> {
                item.min().ifPresent(ignored -> fault("/min", ErrorCode.UNKNOWN_FIELD, "min"));
                item.max().ifPresent(ignored -> fault("/max", ErrorCode.UNKNOWN_FIELD, "max"));
            }
        }
    }

    private void checkBound(String field, long value, long low, long high) {
        if (value < low || value > high) {
            fault(field, ErrorCode.OUT_OF_RANGE, low, high);
        }
    }

    private void fault(String field, ErrorCode code, Object... arguments) {
        faults.add(Violation.at(pointer + field, code, arguments));
    }
}
