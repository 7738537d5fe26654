package org.entezar.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who is asked what: the conditions of a document, parsed once. An item that is not shown was not asked, so whatever
 * came in under its key does not count, for later conditions either.
 */
public final class Routing {

    private final Questionnaire document;
    private final Map<String, Condition> conditions;

    private Routing(Questionnaire document, Map<String, Condition> conditions) {
        this.document = document;
        this.conditions = Map.copyOf(conditions);
    }

    /** The routing of a valid document. */
    public static Routing of(Questionnaire document) {
        Map<String, Condition> conditions = new HashMap<>();
        document.items()
                .forEach(item -> item.showIf().ifPresent(text -> conditions.put(item.key(), Condition.parse(text))));
        return new Routing(document, conditions);
    }

    /** Whether everybody is asked everything. */
    public boolean isStraight() {
        return conditions.isEmpty();
    }

    /** Whether the item is asked whatever was answered. */
    public boolean isAlwaysShown(Item item) {
        return !conditions.containsKey(item.key());
    }

    /** Whether the item is shown to somebody who gave these answers, all of which were asked. */
    public boolean isShown(Item item, Map<String, JsonNode> asked) {
        Condition condition = conditions.get(item.key());
        return condition == null || condition.holds(asked);
    }

    /** The answers to items that were shown, in the order asked; keys that no item has are left out. */
    public Map<String, JsonNode> asked(Map<String, JsonNode> answers) {
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        document.items().forEach(item -> {
            JsonNode answer = answers.get(item.key());
            if (answer != null && isShown(item, asked)) {
                asked.put(item.key(), answer);
            }
        });
        return asked;
    }
}
