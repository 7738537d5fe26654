package org.entezar.collection.internal.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Codebook;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;

/**
 * The rules of one published version that answers are held to. Made once for a version and shared by all threads.
 *
 * <p>Items are looked at in the order asked, so a condition sees what is kept of the answers before it. An answer to an
 * item that its condition hides is dropped and named, not refused: a page without scripts shows every item, and a person
 * who answers one too many has done nothing wrong.
 */
public final class AnswerRules {

    /** Most answers that one response can name before it is refused as a whole. */
    private static final int MOST_ANSWERS = 2_000;

    private final Questionnaire questionnaire;
    private final Codebook codebook;
    private final List<ItemRule> rules;
    private final Map<String, ItemRule> byKey;
    private final Set<String> languages;
    private final Set<String> personal;

    /** The rules of a published document. */
    public AnswerRules(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        this.codebook = Codebook.of(questionnaire);
        this.rules =
                questionnaire.items().map(item -> ItemRule.of(item, codebook)).toList();
        this.byKey = rules.stream().collect(Collectors.toUnmodifiableMap(ItemRule::key, Function.identity()));
        this.languages = Set.copyOf(questionnaire.languages());
        this.personal = questionnaire
                .items()
                .filter(item -> item.type() == ItemType.TEXT)
                .map(Item::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    public Codebook codebook() {
        return codebook;
    }

    /** Keys of the items that are answered in own words, which may tell who somebody is. */
    public Set<String> personal() {
        return personal;
    }

    public boolean speaks(String language) {
        return languages.contains(language);
    }

    /**
     * Holds answers to the rules.
     *
     * @param given item's key to answer
     * @param complete whether a required item without an answer is a fault; files of past surveys are read without
     */
    public CheckedAnswers check(Map<String, JsonNode> given, boolean complete) {
        List<Violation> faults = new ArrayList<>(0);
        List<String> dropped = new ArrayList<>(0);
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        byte[] codes = new byte[codebook.size()];
        Arrays.fill(codes, (byte) Codebook.MISSING);
        if (given.size() > MOST_ANSWERS) {
            faults.add(Violation.at("/answers", ErrorCode.TOO_MANY, MOST_ANSWERS));
            return new CheckedAnswers(kept, codes, dropped, faults);
        }
        refuseUnknown(given, faults);
        Map<String, JsonNode> effective = new LinkedHashMap<>();
        for (ItemRule rule : rules) {
            JsonNode answer = given.get(rule.key());
            if (!rule.shown(effective)) {
                if (answer != null && !answer.isNull()) {
                    dropped.add(rule.key());
                }
                continue;
            }
            JsonNode read = answer == null || answer.isNull() ? null : rule.read(answer, faults, codes);
            if (read != null) {
                kept.set(rule.key(), read);
                effective.put(rule.key(), read);
            }
            if (complete) {
                rule.requireIn(read, faults);
            }
        }
        return new CheckedAnswers(kept, codes, dropped, faults);
    }

    /** Codes answers that were checked when they were stored; what has no code any more is missing. */
    public byte[] codesOf(Map<String, JsonNode> stored) {
        return check(stored, false).codes();
    }

    private void refuseUnknown(Map<String, JsonNode> given, List<Violation> faults) {
        for (String key : given.keySet()) {
            if (!byKey.containsKey(key)) {
                faults.add(
                        Violation.at("/answers/" + Pointers.escape(key), ErrorCode.UNKNOWN_KEY, Pointers.shown(key)));
            }
        }
    }
}
