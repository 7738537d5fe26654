package org.entezar.questionnaire.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.Condition;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;

/**
 * Whether any answers lead to an item. All answers to the questions that its condition looks at, and to those on which
 * they depend, are tried. Where that cannot be done (a free text, sums of numbers, more than {@value #MOST_CASES}
 * cases) the item is taken to be reachable: what is said to be unreachable is.
 */
final class Reachability {

    private static final int MOST_CASES = 20_000;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?");
    private static final Pattern ARITHMETIC = Pattern.compile("[-+*/%]\\s*(answers|\\(|\\d)|size\\(");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, Condition> conditions = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    /** Takes a document whose conditions parse and look back. */
    Reachability(Questionnaire document) {
        document.items().forEach(item -> {
            items.put(item.key(), item);
            order.add(item.key());
            item.showIf().ifPresent(text -> {
                try {
                    conditions.put(item.key(), Condition.parse(text));
                } catch (Problem unreadable) {
                    // A fault of its own, which is told where faults are.
                }
            });
        });
    }

    /** Whether no answers at all lead to the item. */
    boolean isUnreachable(Item item) {
        if (!conditions.containsKey(item.key())) {
            return false;
        }
        Set<String> concerned = new HashSet<>();
        collect(item.key(), concerned);
        List<String> asked = order.stream().filter(concerned::contains).toList();
        Map<String, List<JsonNode>> answers = new HashMap<>();
        long cases = 1;
        for (String key : asked) {
            List<JsonNode> possible = key.equals(item.key()) ? List.of() : possible(items.get(key), asked);
            if (!key.equals(item.key()) && possible.isEmpty()) {
                return false;
            }
            answers.put(key, possible);
            cases *= possible.size() + 1L;
            if (cases > MOST_CASES) {
                return false;
            }
        }
        return !leads(asked, 0, answers, new HashMap<>(), item.key());
    }

    /** The item and whatever its condition looks at, and theirs. */
    private void collect(String key, Set<String> concerned) {
        Condition condition = conditions.get(key);
        if (concerned.add(key) && condition != null) {
            condition.references().stream()
                    .map(Condition.Reference::item)
                    .filter(items::containsKey)
                    .forEach(reference -> collect(reference, concerned));
        }
    }

    private boolean leads(
            List<String> asked, int at, Map<String, List<JsonNode>> answers, Map<String, JsonNode> given, String goal) {
        String key = asked.get(at);
        Condition condition = conditions.get(key);
        boolean shown = condition == null || condition.holds(given);
        if (key.equals(goal)) {
            return shown;
        }
        if (!shown) {
            return leads(asked, at + 1, answers, given, goal);
        }
        for (JsonNode answer : answers.getOrDefault(key, List.of())) {
            given.put(key, answer);
            if (leads(asked, at + 1, answers, given, goal)) {
                return true;
            }
            given.remove(key);
        }
        return !items.get(key).required() && leads(asked, at + 1, answers, given, goal);
    }

    /** The answers that tell cases apart; none when they cannot be listed. */
    private List<JsonNode> possible(Item item, List<String> asked) {
        return switch (item.type()) {
            case NPS -> points(0, 10);
            case CSAT -> points(1, 5);
            case CES -> points(1, 7);
            case CONSENT -> List.of(BooleanNode.TRUE, BooleanNode.FALSE);
            case CHOICE ->
                item.options().stream()
                        .<JsonNode>map(option -> TextNode.valueOf(option.key()))
                        .toList();
            case RATING -> ratings(item, asked);
            case NUMBER -> numbers(item, asked);
            case TEXT, CHOICES -> List.of();
        };
    }

    private static List<JsonNode> points(int low, int high) {
        return IntStream.rangeClosed(low, high).<JsonNode>mapToObj(IntNode::valueOf).toList();
    }

    /** All combinations over the facets that conditions look at. */
    private List<JsonNode> ratings(Item item, List<String> asked) {
        Set<String> facets = new TreeSet<>();
        asked.stream()
                .map(conditions::get)
                .filter(condition -> condition != null)
                .flatMap(condition -> condition.references().stream())
                .filter(reference -> reference.item().equals(item.key()))
                .forEach(reference -> reference.facet().ifPresent(facets::add));
        facets.retainAll(item.facets().stream().map(Facet::key).toList());
        int low = item.scale().orElseThrow().min();
        int high = item.scale().orElseThrow().max();
        List<JsonNode> all = new ArrayList<>(List.of(NODES.objectNode()));
        for (String facet : facets) {
            List<JsonNode> longer = new ArrayList<>();
            for (JsonNode one : all) {
                for (int point = low; point <= high; point++) {
                    ObjectNode with = one.deepCopy();
                    longer.add(with.put(facet, point));
                }
            }
            all = longer;
            if (all.size() > MOST_CASES) {
                return all;
            }
        }
        return all;
    }

    /** The numbers that conditions name, and one on each side of them: comparisons see no other difference. */
    private List<JsonNode> numbers(Item item, List<String> asked) {
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        numbers.add(BigDecimal.valueOf(item.min().orElse(0L)));
        item.max().map(BigDecimal::valueOf).ifPresent(numbers::add);
        for (String key : asked) {
            Condition condition = conditions.get(key);
            if (condition != null) {
                if (ARITHMETIC.matcher(condition.toString()).find()) {
                    return List.of();
                }
                Matcher named = NUMBER.matcher(condition.toString());
                while (named.find()) {
                    BigDecimal number = new BigDecimal(named.group());
                    numbers.addAll(
                            List.of(number, number.subtract(BigDecimal.ONE), number.add(BigDecimal.ONE)));
                }
            }
        }
        return numbers.stream()
                .filter(number -> item.min().map(BigDecimal::valueOf).filter(low -> number.compareTo(low) < 0).isEmpty())
                .filter(number -> item.max().map(BigDecimal::valueOf).filter(high -> number.compareTo(high) > 0).isEmpty())
                .<JsonNode>map(DecimalNode::valueOf)
                .toList();
    }
}
