package org.entezar.workspace;

import java.util.Locale;
import java.util.Optional;

/**
 * A colour of sRGB, and how well words in one can be read on another: the contrast ratio of WCAG 2.2, from 1 to 21.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {

    /** What WCAG 2.2 AA wants of words (success criterion 1.4.3). */
    public static final double READABLE = 4.5;

    public static final Colour WHITE = new Colour(255, 255, 255);

    public static final Colour BLACK = new Colour(0, 0, 0);

    private static final int STEPS = 100;

    /** Reads {@code #rrggbb}; empty when the text is no such colour. */
    public static Optional<Colour> of(String text) {
        String digits = text.strip();
        if (!digits.matches("#[0-9a-fA-F]{6}")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(digits.substring(1), 16);
        return Optional.of(new Colour(value >> 16, value >> 8 & 0xff, value & 0xff));
    }

    /** As style sheets write it: {@code #0b5a8a}. */
    public String css() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** The contrast ratio to another colour, the same from both sides. */
    public double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** The colour nearest to this one, on the way to the other, that can be read on the ground. */
    public Colour readableOn(Colour ground, Colour towards) {
        for (int step = 0; step < STEPS; step++) {
            Colour mixed = mixed(towards, step / (double) STEPS);
            if (mixed.contrast(ground) >= READABLE) {
                return mixed;
            }
        }
        return towards;
    }

    /** This colour with a share, from 0 to 1, of the other. */
    public Colour mixed(Colour other, double share) {
        return new Colour(
                (int) Math.round(red + (other.red - red) * share),
                (int) Math.round(green + (other.green - green) * share),
                (int) Math.round(blue + (other.blue - blue) * share));
    }
}
