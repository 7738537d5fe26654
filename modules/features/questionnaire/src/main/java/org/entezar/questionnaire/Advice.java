package org.entezar.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * Something about a questionnaire that is worth a look before it is published, though it does not keep it from being
 * published: {@link Questionnaires#obstacles} does that.
 *
 * @param kind what was seen
 * @param pointer where in the document
 * @param language BCP 47 tag of the text that was looked at; empty where no text was
 * @param arguments what the sentence about it names, in the order that {@link Kind} gives
 */
public record Advice(Kind kind, String pointer, Optional<String> language, List<Object> arguments) {

    public Advice {
        arguments = List.copyOf(arguments);
    }

    /** What can be seen. */
    public enum Kind {
        /** Texts are missing in a language; how many. The pointer is the first of them. */
        UNTRANSLATED,
        /** A statement seems to ask two things at once, so that an answer does not tell which was meant; the word that joins them. */
        DOUBLE_BARRELLED,
        /** A rating stands on another scale than most of its category; lowest and highest point of its own and of theirs. */
        MIXED_SCALES,
        /** No answers lead to the item: its condition can never hold. */
        UNREACHABLE,
        /** A statement is long; its words, or characters in Chinese, and how many are easily read. */
        LONG_STATEMENT,
        /** The whole takes long; minutes, and from how many on people leave. */
        LONG_QUESTIONNAIRE
    }
}
