package org.entezar.collection.internal.answers;

/** What a text from outside must be before the database can keep it. */
public final class Texts {

    private Texts() {}

    /**
     * Whether PostgreSQL can keep the text: it has no place for U+0000, and half a surrogate pair is not a character.
     */
    public static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isHighSurrogate(unit)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
