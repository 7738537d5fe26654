package org.entezar.questionnaire.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;

/**
 * About how long a questionnaire takes: reading at the usual pace of the writing system (230 words a minute in
 * alphabets, 255 characters a minute in Chinese: the means of the International Reading Speed Texts,
 * Trauzettel-Klosinski and Dietz 2012, for English and Chinese) and a few seconds for each answer. Everything is taken
 * as asked, conditions or not, so it is the longest way through.
 */
final class AnsweringTime {

    private static final double WORDS_A_SECOND = 230 / 60.0;
    private static final double CHARACTERS_A_SECOND = 255 / 60.0;
    private static final double RATING = 3;
    private static final double CHOICE = 3;
    private static final double CHOICES = 6;
    private static final double NUMBER = 5;
    private static final double TEXT = 20;

    private AnsweringTime() {}

    /** Seconds by language, in the document's order. */
    static Map<String, Integer> of(Questionnaire document) {
        Map<String, Integer> seconds = new LinkedHashMap<>();
        document.languages().forEach(tag -> seconds.put(tag, (int) Math.round(seconds(document, tag))));
        return seconds;
    }

    private static double seconds(Questionnaire document, String tag) {
        String fallback = document.languages().get(0);
        double sum = reading(document.title(), tag, fallback) + reading(document.introduction(), tag, fallback);
        for (var section : document.sections()) {
            sum += reading(section.title(), tag, fallback) + reading(section.text(), tag, fallback);
            for (Item item : section.items()) {
                sum += reading(item.text(), tag, fallback) + reading(item.help(), tag, fallback) + answering(item);
                sum += item.options().stream()
                        .mapToDouble(option -> reading(option.text(), tag, fallback))
                        .sum();
            }
        }
        return sum;
    }

    private static double reading(LocalizedText text, String tag, String fallback) {
        String read = text.best(tag, fallback);
        // Where the translation is missing, the words of another language are read.
        String language = text.in(tag).isPresent() ? tag : fallback;
        return WordCount.of(read, language) / (WordCount.byCharacter(language) ? CHARACTERS_A_SECOND : WORDS_A_SECOND);
    }

    private static double answering(Item item) {
        return switch (item.type()) {
            case RATING -> RATING * item.facets().size();
            case CHOICE, NPS, CSAT, CES, CONSENT -> CHOICE;
            case CHOICES -> CHOICES;
            case NUMBER -> NUMBER;
            case TEXT -> TEXT;
        };
    }
}
