package org.entezar.questionnaire.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as values of CEL: whole numbers, fractions, texts, truth, lists and maps. */
public final class AnswerValues {

    private AnswerValues() {}

    /** The value of one answer. */
    public static Object of(JsonNode answer) {
        if (answer.isIntegralNumber()) {
            return answer.longValue();
        }
        if (answer.isNumber()) {
            return answer.doubleValue();
        }
        if (answer.isBoolean()) {
            return answer.booleanValue();
        }
        if (answer.isArray()) {
            List<Object> values = new ArrayList<>(answer.size());
            answer.forEach(element -> values.add(of(element)));
            return values;
        }
        if (answer.isObject()) {
            Map<String, Object> values = new HashMap<>();
            answer.properties().stream()
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry -> values.put(entry.getKey(), of(entry.getValue())));
            return values;
        }
        return answer.asText();
    }
}
