package org.entezar.questionnaire.internal;

import java.util.regex.Pattern;

/** How much there is to read, in the unit in which the writing system is measured. */
final class WordCount {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u200c]+");

    private WordCount() {}

    /** Whether the language is written without spaces, so that characters are counted. */
    static boolean byCharacter(String language) {
        String primary = language.split("-", 2)[0];
        return primary.equals("zh") || primary.equals("ja") || primary.equals("th");
    }

    /** Words, or letters and ideographs where there are no spaces. */
    static int of(String text, String language) {
        if (byCharacter(language)) {
            return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : SPACES.split(stripped).length;
    }
}
