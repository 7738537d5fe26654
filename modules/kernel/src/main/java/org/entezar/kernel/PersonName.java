package org.entezar.kernel;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * A person's name as one writes it: the given name first, but the family's name first and without a blank in the
 * scripts of Chinese, Japanese and Korean.
 */
public final class PersonName {

    private static final Set<UnicodeScript> FAMILY_FIRST =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private PersonName() {}

    /** The whole name; either part may be empty. */
    public static String of(String given, String family) {
        String first = given.strip();
        String last = family.strip();
        if (first.isEmpty() || last.isEmpty()) {
            return first + last;
        }
        return isFamilyFirst(first) && isFamilyFirst(last) ? last + first : first + " " + last;
    }

    private static boolean isFamilyFirst(String part) {
        return part.codePoints().allMatch(letter -> FAMILY_FIRST.contains(UnicodeScript.of(letter)));
    }
}
