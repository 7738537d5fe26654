package org.entezar.workspace;

import java.util.Optional;

/**
 * How a workspace looks to those whom it asks.
 *
 * @param accent colour of what is pressed and marked; the product's own when empty
 * @param logo at the head of respondents' pages and on printed sheets
 */
public record Brand(Optional<Accent> accent, Optional<Logo> logo) {

    /** The product's own look. */
    public static final Brand NONE = new Brand(Optional.empty(), Optional.empty());

    /**
     * The accent on light and on dark pages.
     *
     * @param light as {@code #0b5a8a}; white words can be read on it
     * @param dark as {@code #8cc8f2}; dark words can be read on it
     */
    public record Accent(String light, String dark) {}

    /**
     * What is kept of a logo: never the file that was sent, always a picture drawn anew from it.
     *
     * @param type {@code image/png} or {@code image/jpeg}
     * @param width in pixels
     * @param height in pixels
     * @param bytes its size
     * @param digest of its bytes, in addresses that browsers keep for good
     */
    public record Logo(String type, int width, int height, int bytes, String digest) {

        /** The ending of its name in addresses. */
        public String ending() {
            return type.equals("image/png") ? "png" : "jpg";
        }
    }
}
