package org.entezar.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words that somebody looks for. A text has them when each stands somewhere in it, whatever the case, the accents, the
 * digits' script, and whichever of the Arabic and Persian forms of a letter was typed; joiners do not count.
 *
 * @param words folded, at most {@value #MOST_WORDS}
 */
public record SearchWords(List<String> words) {

    /** Longest search that is read, in characters. */
    public static final int LONGEST = 100;

    private static final int MOST_WORDS = 8;

    public SearchWords {
        words = List.copyOf(words);
    }

    /** The words of what was typed; what is beyond {@value #LONGEST} characters is not read. */
    public static SearchWords of(String typed) {
        String read = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        return new SearchWords(Arrays.stream(fold(read).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether the text has all words. */
    public boolean in(String text) {
        String folded = fold(text);
        return words.stream().allMatch(folded::contains);
    }

    /** Whether the text has all words in one of its languages. */
    public boolean in(LocalizedText text) {
        return text.texts().values().stream().anyMatch(this::in);
    }

    /** Whether the text begins with the first word: such a one is meant more often. */
    public boolean begin(String text) {
        return !words.isEmpty() && fold(text).startsWith(words.get(0));
    }

    /** The text as texts are compared. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK
                        && Character.getType(point) != Character.FORMAT
                        && point != 'ـ')
                .map(SearchWords::letter)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int letter(int point) {
        if (Character.isDigit(point)) {
            return '0' + Character.digit(point, 10);
        }
        return switch (point) {
            case 'ي', 'ى' -> 'ی';
            case 'ك' -> 'ک';
            case 'ة', 'ۀ', 'ە' -> 'ه';
            default -> point;
        };
    }
}
