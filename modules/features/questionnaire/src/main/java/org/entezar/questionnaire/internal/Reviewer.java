package org.entezar.questionnaire.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entezar.questionnaire.Advice;
import org.entezar.questionnaire.Advice.Kind;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.ItemType;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Review;
import org.entezar.questionnaire.Section;
import org.entezar.questionnaire.Untranslated;

/** Looks at a whole questionnaire before it is published, as a colleague who knows how questions go wrong would. */
public final class Reviewer {

    /** Words of a statement that are taken in at one reading. */
    static final int WORDS = 25;

    /** The same in characters, for writing without spaces. */
    static final int CHARACTERS = 50;

    /** Minutes after which people leave. */
    static final int MINUTES = 5;

    private static final Set<ItemType> ONE_ANSWER =
            EnumSet.of(ItemType.RATING, ItemType.NPS, ItemType.CSAT, ItemType.CES);

    private final Questionnaire document;
    private final List<Advice> advice = new ArrayList<>();

    private Reviewer(Questionnaire document) {
        this.document = document;
    }

    /** The review of a document without faults. */
    public static Review review(Questionnaire document) {
        return new Reviewer(document).review();
    }

    private Review review() {
        Map<String, Integer> seconds = AnsweringTime.of(document);
        int longest = seconds.isEmpty() ? 0 : Collections.max(seconds.values());
        if (longest > MINUTES * 60) {
            add(Kind.LONG_QUESTIONNAIRE, "", Optional.empty(), (longest + 30) / 60, MINUTES);
        }
        untranslated();
        MixedScales scales = new MixedScales(document);
        Reachability ways = new Reachability(document);
        for (int place = 0; place < document.sections().size(); place++) {
            Section section = document.sections().get(place);
            for (int at = 0; at < section.items().size(); at++) {
                Item item = section.items().get(at);
                String here = "/sections/" + place + "/items/" + at;
                wording(item, here + "/text");
                scales.other(section.key(), item).ifPresent(most -> {
                    var own = item.scale().orElseThrow();
                    add(
                            Kind.MIXED_SCALES,
                            here + "/scale",
                            Optional.empty(),
                            own.min(),
                            own.max(),
                            most.min(),
                            most.max());
                });
                if (ways.isUnreachable(item)) {
                    add(Kind.UNREACHABLE, here + "/showIf", Optional.empty());
                }
            }
        }
        return new Review(advice, seconds);
    }

    /** One advice a language; the first language is an obstacle and told as one. */
    private void untranslated() {
        Map<String, List<Untranslated>> missing = new LinkedHashMap<>();
        Texts.missing(document).stream()
                .filter(text -> !text.language().equals(document.languages().get(0)))
                .filter(text -> !text.reference().isEmpty())
                .forEach(text -> missing.computeIfAbsent(text.language(), none -> new ArrayList<>())
                        .add(text));
        missing.forEach((language, texts) ->
                add(Kind.UNTRANSLATED, texts.get(0).pointer(), Optional.of(language), texts.size()));
    }

    private void wording(Item item, String pointer) {
        for (String language : document.languages()) {
            String text = item.text().in(language).orElse("");
            int most = WordCount.byCharacter(language) ? CHARACTERS : WORDS;
            int length = WordCount.of(text, language);
            if (length > most) {
                add(Kind.LONG_STATEMENT, pointer, Optional.of(language), length, most);
            }
            if (ONE_ANSWER.contains(item.type())) {
                DoubleBarrelled.joint(text, language)
                        .ifPresent(joint -> add(Kind.DOUBLE_BARRELLED, pointer, Optional.of(language), joint));
            }
        }
    }

    private void add(Kind kind, String pointer, Optional<String> language, Object... arguments) {
        advice.add(new Advice(kind, pointer, language, List.of(arguments)));
    }
}
