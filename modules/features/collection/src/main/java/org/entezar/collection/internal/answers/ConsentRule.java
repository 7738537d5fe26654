package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/** A consent: true or false. Required means that it must be given, not merely answered. */
final class ConsentRule extends ItemRule {

    private final int place;

    ConsentRule(Item item, Codebook codebook) {
        super(item);
        this.place = codebook.index(item.key()).orElseThrow();
    }

    @Override
    @Nullable
    JsonNode read(JsonNode answer, List<Violation> faults, byte[] codes) {
        if (!answer.isBoolean()) {
            faults.add(Violation.at(pointer(), ErrorCode.WRONG_TYPE, "boolean"));
            return null;
        }
        codes[place] = (byte) (answer.booleanValue() ? 1 : 0);
        return answer;
    }

    @Override
    void requireIn(@Nullable JsonNode read, List<Violation> faults) {
        super.requireIn(read != null && read.booleanValue() ? read : null, faults);
    }
}
