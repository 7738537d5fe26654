package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Scale;
import org.jspecify.annotations.Nullable;

/** A question whose method fixes its points: NPS, CSAT, CES. */
final class PointRule extends ItemRule {

    private final Scale scale;
    private final int place;

    PointRule(Item item, Scale scale, Codebook codebook) {
        super(item);
        this.scale = scale;
        this.place = codebook.index(item.key()).orElseThrow();
    }

    @Override
    @Nullable
    JsonNode read(JsonNode answer, List<Violation> faults, byte[] codes) {
        Violation fault = pointFault(answer, pointer(), scale);
        if (fault != null) {
            faults.add(fault);
            return null;
        }
        codes[place] = (byte) answer.intValue();
        return answer;
    }
}
