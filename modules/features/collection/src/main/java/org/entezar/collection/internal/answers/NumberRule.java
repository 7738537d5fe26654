package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/** A number within the item's bounds. */
final class NumberRule extends ItemRule {

    private static final long WIDEST = 1_000_000_000_000L;

    private final long min;
    private final long max;

    NumberRule(Item item) {
        super(item);
        this.min = item.min().orElse(-WIDEST);
        this.max = item.max().orElse(WIDEST);
    }

    @Override
    @Nullable
    JsonNode read(JsonNode answer, List<Violation> faults, byte[] codes) {
        if (!answer.isNumber()) {
            faults.add(Violation.at(pointer(), ErrorCode.WRONG_TYPE, "number"));
            return null;
        }
        // Digits are compared, not values expanded: 1e999999999 must not become a number of that length.
        double rough = answer.doubleValue();
        if (!Double.isFinite(rough) || rough < min - 1.0 || rough > max + 1.0 || !within(answer.decimalValue())) {
            faults.add(Violation.at(pointer(), ErrorCode.OUT_OF_RANGE, min, max));
            return null;
        }
        return answer;
    }

    private boolean within(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }
}
