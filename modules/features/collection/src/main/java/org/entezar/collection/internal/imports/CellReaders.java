package org.entezar.collection.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Option;
import org.entezar.questionnaire.Scale;

/** Reads a cell as an answer to its item: a number, a word of a scale or option in any language, or a text. */
final class CellReaders {

    /** Words for Kano's five answers, shortest forms; a questionnaire's own labels come first. */
    private static final Map<String, Integer> KANO = Map.ofEntries(
            Map.entry("like", 1),
            Map.entry("i like it", 1),
            Map.entry("must be", 2),
            Map.entry("must-be", 2),
            Map.entry("i expect it", 2),
            Map.entry("neutral", 3),
            Map.entry("i am neutral", 3),
            Map.entry("live with", 4),
            Map.entry("i can live with it", 4),
            Map.entry("i can tolerate it", 4),
            Map.entry("dislike", 5),
            Map.entry("i dislike it", 5));

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "بله", "آری", "是", "同意", "x", "✓");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "خیر", "نه", "否", "不同意");

    /** What may stand between several options in one cell, the surest first: options' texts may hold commas. */
    private static final List<String> BETWEEN = List.of(";", "|", "\n", "、", "؛", "،", "，", ",");

    private CellReaders() {}

    /** How cells are read as answers to the item; empty from the reader when a cell means nothing to it. */
    static Function<String, Optional<JsonNode>> of(Item item) {
        return switch (item.type()) {
            case RATING -> points(labels(item.scale().orElseThrow()));
            case NPS, CSAT, CES -> points(Map.of());
            case NUMBER -> cell -> CellText.number(cell).map(text -> DecimalNode.valueOf(new BigDecimal(text)));
            case TEXT -> cell -> Optional.of(TextNode.valueOf(cell));
            case CONSENT -> CellReaders::consent;
            case CHOICE -> choice(options(item));
            case CHOICES -> choices(options(item));
        };
    }

    private static Map<String, Integer> labels(Scale scale) {
        Map<String, Integer> labels = new HashMap<>(scale.isKano() ? KANO : Map.of());
        scale.labels()
                .forEach((point, text) ->
                        text.texts().values().forEach(label -> labels.put(CellText.fold(label), point)));
        return labels;
    }

    private static Function<String, Optional<JsonNode>> points(Map<String, Integer> labels) {
        return cell -> CellText.integer(cell)
                .or(() -> Optional.ofNullable(labels.get(CellText.fold(cell))))
                .map(IntNode::valueOf);
    }

    private static Map<String, String> options(Item item) {
        Map<String, String> options = new HashMap<>();
        for (Option option : item.options()) {
            option.text().texts().values().forEach(text -> options.put(CellText.fold(text), option.key()));
        }
        item.options().forEach(option -> options.put(CellText.fold(option.key()), option.key()));
        return options;
    }

    private static Function<String, Optional<JsonNode>> choice(Map<String, String> options) {
        return cell -> Optional.ofNullable(options.get(CellText.fold(cell))).map(TextNode::valueOf);
    }

    private static Function<String, Optional<JsonNode>> choices(Map<String, String> options) {
        return cell -> {
            Optional<JsonNode> single = array(List.of(cell), options);
            if (single.isPresent()) {
                return single;
            }
            for (String between : BETWEEN) {
                if (cell.contains(between)) {
                    List<String> parts = new ArrayList<>();
                    for (String part : cell.split(java.util.regex.Pattern.quote(between), -1)) {
                        if (!part.isBlank()) {
                            parts.add(part);
                        }
                    }
                    Optional<JsonNode> several = array(parts, options);
                    if (several.isPresent()) {
                        return several;
                    }
                }
            }
            return Optional.empty();
        };
    }

    private static Optional<JsonNode> array(List<String> parts, Map<String, String> options) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(parts.size());
        for (String part : parts) {
            String key = options.get(CellText.fold(part));
            if (key == null) {
                return Optional.empty();
            }
            array.add(key);
        }
        return Optional.of(array);
    }

    private static Optional<JsonNode> consent(String cell) {
        String word = CellText.fold(cell);
        if (YES.contains(word)) {
            return Optional.of(BooleanNode.TRUE);
        }
        return NO.contains(word) ? Optional.of(BooleanNode.FALSE) : Optional.empty();
    }
}
