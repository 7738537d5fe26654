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
import java.util.Optional;
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

    private final List<Item> items;
    private final Map<String, Condition> conditions = new HashMap<>();

    /** Takes a document whose conditions parse and look back. */
    Reachability(Questionnaire document) {
        items = document.items().toList();
        items.forEach(item -> item.showIf().ifPresent(text -> {
            try {
                conditions.put(item.key(), Condition.parse(text));
            } catch (Problem unreadable) {
                // A fault of its own, which is told where faults are.
            }
        }));
    }

    /** Whether no answers at all lead to the item. */
    boolean isUnreachable(Item item) {
        if (!conditions.containsKey(item.key())) {
            return false;
        }
        Set<String> concerned = new HashSet<>();
        collect(item.key(), concerned);
        List<Item> asked =
                items.stream().filter(each -> concerned.contains(each.key())).toList();
        List<List<JsonNode>> answers = new ArrayList<>();
        long cases = 1;
        for (Item each : asked) {
            boolean goal = each.equals(item);
            List<JsonNode> possible = goal ? List.of() : possible(each, asked);
            cases *= possible.size() + 1L;
            if (!goal && possible.isEmpty() || cases > MOST_CASES) {
                return false;
            }
            answers.add(possible);
        }
        return !leads(asked, answers, 0, new HashMap<>(), item);
    }

    /** The item and whatever its condition looks at, and theirs. */
    private void collect(String key, Set<String> concerned) {
        Condition condition = conditions.get(key);
        if (concerned.add(key) && condition != null) {
            condition.references().forEach(reference -> collect(reference.item(), concerned));
        }
    }

    private boolean leads(
            List<Item> asked, List<List<JsonNode>> answers, int at, Map<String, JsonNode> given, Item goal) {
        Item item = asked.get(at);
        Condition condition = conditions.get(item.key());
        boolean shown = condition == null || condition.holds(given);
        if (item.equals(goal)) {
            return shown;
        }
        if (shown) {
            for (JsonNode answer : answers.get(at)) {
                given.put(item.key(), answer);
                if (leads(asked, answers, at + 1, given, goal)) {
                    return true;
                }
            }
            given.remove(item.key());
        }
        return !(shown && item.required()) && leads(asked, answers, at + 1, given, goal);
    }

    /** The answers that tell cases apart; none when they cannot be listed. */
    private List<JsonNode> possible(Item item, List<Item> asked) {
        return switch (item.type()) {
            case NPS -> points(0, 10);
            case CSAT -> points(1, 5);
            case CES -> points(1, 7);
            case CONSENT -> List.of(BooleanNode.TRUE, BooleanNode.FALSE);
            case CHOICE ->
                item.options().stream()
                        .<JsonNode>map(option -> TextNode.valueOf(option.key()))
                        .toList();
            case RATING -> ratings(item, conditionsOf(asked));
            case NUMBER -> numbers(item, conditionsOf(asked));
            case TEXT, CHOICES -> List.of();
        };
    }

    private List<Condition> conditionsOf(List<Item> asked) {
        return asked.stream()
                .flatMap(item -> Optional.ofNullable(conditions.get(item.key())).stream())
                .toList();
    }

    private static List<JsonNode> points(int low, int high) {
        return IntStream.rangeClosed(low, high)
                .<JsonNode>mapToObj(IntNode::valueOf)
                .toList();
    }

    /** All combinations over the facets that conditions look at. */
    private static List<JsonNode> ratings(Item item, List<Condition> conditions) {
        Set<String> facets = new TreeSet<>();
        conditions.stream()
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
    private static List<JsonNode> numbers(Item item, List<Condition> conditions) {
        TreeSet<BigDecimal> numbers = new TreeSet<>();
        numbers.add(BigDecimal.valueOf(item.min().orElse(0L)));
        item.max().map(BigDecimal::valueOf).ifPresent(numbers::add);
        for (Condition condition : conditions) {
            if (ARITHMETIC.matcher(condition.toString()).find()) {
                return List.of();
            }
            Matcher named = NUMBER.matcher(condition.toString());
            while (named.find()) {
                BigDecimal number = new BigDecimal(named.group());
                numbers.addAll(List.of(number, number.subtract(BigDecimal.ONE), number.add(BigDecimal.ONE)));
            }
        }
        return numbers.stream()
                .filter(number -> item.min().isEmpty()
                        || number.compareTo(BigDecimal.valueOf(item.min().get())) >= 0)
                .filter(number -> item.max().isEmpty()
                        || number.compareTo(BigDecimal.valueOf(item.max().get())) <= 0)
                .<JsonNode>map(DecimalNode::valueOf)
                .toList();
    }
}
