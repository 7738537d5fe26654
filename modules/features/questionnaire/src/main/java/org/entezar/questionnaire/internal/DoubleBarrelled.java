package org.entezar.questionnaire.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that seem to ask two things at once: "fast and friendly" gets one answer, and nobody knows to which half.
 * What gives it away is the word that joins; whether it joins two questions is for a person to judge.
 */
final class DoubleBarrelled {

    private static final Map<String, Pattern> JOINING = Map.of(
            "en", Pattern.compile("(?i)\\b(and|or|as well as)\\b|(?<=\\s)[&/](?=\\s)"),
            "fa", Pattern.compile("(?<=\\s)(و|یا|همچنین)(?=\\s)"),
            // Not where the character is part of another word: 温和, 和蔼, 和谐, 参与, 与否.
            "zh", Pattern.compile("以及|并且|而且|或者|(?<![温柔暖平谦随])和(?![蔼谐睦气善])|(?<![参给])与(?![否会])|、"));

    private DoubleBarrelled() {}

    /** The word that joins two things, where there is one and the language is known. */
    static Optional<String> joint(String text, String language) {
        Pattern joining = JOINING.get(language.split("-", 2)[0]);
        if (joining == null) {
            return Optional.empty();
        }
        Matcher found = joining.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
