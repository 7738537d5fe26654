package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Option;
import org.jspecify.annotations.Nullable;

/** Any number of options, each once; an empty array says nothing. */
final class ChoicesRule extends ItemRule {

    private final Set<String> options;

    ChoicesRule(Item item) {
        super(item);
        this.options = item.options().stream().map(Option::key).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Nullable
    JsonNode read(JsonNode answer, List<Violation> faults, byte[] codes) {
        if (!answer.isArray()) {
            faults.add(Violation.at(pointer(), ErrorCode.WRONG_TYPE, "array"));
            return null;
        }
        if (answer.size() > options.size()) {
            faults.add(Violation.at(pointer(), ErrorCode.TOO_MANY, options.size()));
            return null;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode(answer.size());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < answer.size(); i++) {
            String at = pointer() + "/" + i;
            JsonNode one = answer.get(i);
            if (!one.isTextual()) {
                faults.add(Violation.at(at, ErrorCode.WRONG_TYPE, "string"));
            } else if (!options.contains(one.textValue())) {
                faults.add(Violation.at(at, ErrorCode.NOT_AN_OPTION, Pointers.shown(one.textValue())));
            } else if (!seen.add(one.textValue())) {
                faults.add(Violation.at(at, ErrorCode.DUPLICATE_KEY, one.textValue()));
            } else {
                kept.add(one);
            }
        }
        return kept.isEmpty() ? null : kept;
    }
}
