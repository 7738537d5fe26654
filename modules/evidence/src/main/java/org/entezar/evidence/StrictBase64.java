package org.entezar.evidence;

import java.util.Base64;

/** Base64 with one spelling for each value, so that no bit of it can be changed unseen. */
final class StrictBase64 {

    private StrictBase64() {}

    /**
     * The bytes that the text stands for.
     *
     * @throws Malformed for any text but the one that encoding these bytes gives
     */
    static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Malformed("not Base64");
        }
        throw new Malformed("not Base64 in its one spelling");
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
