package org.entezar.questionnaire.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Condition;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;

/** What conditions must satisfy: they can be parsed, and they look back at items that were asked before. */
final class ConditionRules {

    private final Map<String, Item> earlier = new HashMap<>();

    /** Adds the faults of the item's condition, then counts the item among the earlier ones. */
    void check(Item item, String pointer, List<Violation> faults) {
        item.showIf().ifPresent(text -> {
            try {
                Condition.parse(text).references().stream()
                        .filter(reference -> !isAsked(reference))
                        .map(reference ->
                                Violation.at(pointer + "/showIf", ErrorCode.UNKNOWN_KEY, Keys.shown(named(reference))))
                        .forEach(faults::add);
            } catch (Problem problem) {
                faults.add(new Violation(pointer + "/showIf", problem.code(), problem.arguments()));
            }
        });
        earlier.put(item.key(), item);
    }

    private boolean isAsked(Condition.Reference reference) {
        Item item = earlier.get(reference.item());
        if (item == null) {
            return false;
        }
        Optional<String> facet = reference.facet();
        return item.facets().isEmpty()
                ? facet.isEmpty()
                : facet.isPresent() && item.facets().stream().map(Facet::key).anyMatch(facet.get()::equals);
    }

    private static String named(Condition.Reference reference) {
        return reference.facet().map(facet -> reference.item() + "." + facet).orElse(reference.item());
    }
}
