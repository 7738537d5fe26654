package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Condition;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Scale;
import org.jspecify.annotations.Nullable;

/** What one item takes as an answer. */
abstract class ItemRule {

    /** Lowest and highest point of the question types whose scale is fixed by their method. */
    private static final Scale NPS = new Scale(0, 10, Map.of(), Optional.empty());

    private static final Scale CSAT = new Scale(1, 5, Map.of(), Optional.empty());
    private static final Scale CES = new Scale(1, 7, Map.of(), Optional.empty());

    private final Item item;
    private final Optional<Condition> condition;
    private final String pointer;

    ItemRule(Item item) {
        this.item = item;
        this.condition = item.showIf().map(Condition::parse);
        this.pointer = "/answers/" + item.key();
    }

    static ItemRule of(Item item, Codebook codebook) {
        return switch (item.type()) {
            case RATING -> new RatingRule(item, codebook);
            case CHOICE -> new ChoiceRule(item, codebook);
            case CHOICES -> new ChoicesRule(item);
            case NUMBER -> new NumberRule(item);
            case TEXT -> new TextRule(item);
            case NPS, CSAT, CES -> new PointRule(item, scaleOf(item.type()), codebook);
            case CONSENT -> new ConsentRule(item, codebook);
        };
    }

    private static Scale scaleOf(ItemType type) {
        return switch (type) {
            case NPS -> NPS;
            case CSAT -> CSAT;
            default -> CES;
        };
    }

    String key() {
        return item.key();
    }

    Item item() {
        return item;
    }

    String pointer() {
        return pointer;
    }

    boolean shown(Map<String, JsonNode> earlier) {
        return condition.isEmpty() || condition.get().holds(earlier);
    }

    /** Reads an answer that is there: what to keep, or null for an answer that says nothing, such as a blank text. */
    abstract @Nullable JsonNode read(JsonNode answer, List<Violation> faults, byte[] codes);

    /** Adds a fault when the item is required and the answer is not complete. */
    void requireIn(@Nullable JsonNode read, List<Violation> faults) {
        if (item.required() && read == null && faults.stream().noneMatch(this::isOurs)) {
            faults.add(Violation.at(pointer, ErrorCode.REQUIRED));
        }
    }

    boolean isOurs(Violation fault) {
        return fault.pointer().equals(pointer) || fault.pointer().startsWith(pointer + "/");
    }

    static @Nullable Violation pointFault(JsonNode answer, String at, Scale scale) {
        if (!answer.isIntegralNumber()) {
            return Violation.at(at, ErrorCode.WRONG_TYPE, "integer");
        }
        if (!answer.canConvertToInt() || !scale.contains(answer.intValue())) {
            return Violation.at(at, ErrorCode.OUT_OF_RANGE, scale.min(), scale.max());
        }
        return null;
    }
}
