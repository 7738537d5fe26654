package org.entezar.collection.internal.campaign;

import java.security.SecureRandom;

/**
 * Makes the last part of a public address: 20 characters of 5 random bits, 100 bits together, so that nobody finds a
 * campaign by trying. The letters are Crockford's, without those that are mistaken for others when read from paper.
 */
public final class Tokens {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        StringBuilder token = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return token.toString();
    }

    /** Whether the text could be a token at all; anything else is not worth a look into the database. */
    public static boolean plausible(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (LETTERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
