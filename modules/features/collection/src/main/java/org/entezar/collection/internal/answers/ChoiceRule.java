package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/** One of several options, named by its key. */
final class ChoiceRule extends ItemRule {

    private final Map<String, Integer> options = new HashMap<>();
    private final int place;

    ChoiceRule(Item item, Codebook codebook) {
        super(item);
        item.options().forEach(option -> options.put(option.key(), options.size()));
        this.place = codebook.index(item.key()).orElseThrow();
    }

    @Override
    @Nullable
    JsonNode read(JsonNode answer, List<Violation> faults, byte[] codes) {
        if (!answer.isTextual()) {
            faults.add(Violation.at(pointer(), ErrorCode.WRONG_TYPE, "string"));
            return null;
        }
        if (answer.textValue().isEmpty()) {
            return null;
        }
        Integer index = options.get(answer.textValue());
        if (index == null) {
            faults.add(Violation.at(pointer(), ErrorCode.NOT_AN_OPTION, Pointers.shown(answer.textValue())));
            return null;
        }
        codes[place] = index.byteValue();
        return answer;
    }
}
