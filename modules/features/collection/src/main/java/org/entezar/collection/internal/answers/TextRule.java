package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/** Words. A blank text says nothing and is not kept. */
final class TextRule extends ItemRule {

    private static final long LONGEST = 5_000;

    private final long max;

    TextRule(Item item) {
        super(item);
        this.max = Math.min(LONGEST, item.max().orElse(LONGEST));
    }

    @Override
    @Nullable
    JsonNode read(JsonNode answer, List<Violation> faults, byte[] codes) {
        if (!answer.isTextual()) {
            faults.add(Violation.at(pointer(), ErrorCode.WRONG_TYPE, "string"));
            return null;
        }
        String text = answer.textValue().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > max) {
            faults.add(Violation.at(pointer(), ErrorCode.TOO_LONG, max));
            return null;
        }
        if (!Texts.storable(text)) {
            faults.add(Violation.at(pointer(), ErrorCode.WRONG_TYPE, "Unicode text"));
            return null;
        }
        return TextNode.valueOf(text);
    }
}
