package org.entezar.workspace.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.workspace.Brand;
import org.entezar.workspace.Colour;

/**
 * Holds accents to what can be read. On light pages white words stand on the accent and the accent stands on the light
 * ground; on dark pages the other way round.
 */
public final class AccentRules {

    /** Ground of light pages and of dark ones: those of the respondents' style sheet, whichever is nearer. */
    static final Colour LIGHT_GROUND = new Colour(0xf3, 0xf5, 0xf8);

    static final Colour DARK_GROUND = new Colour(0x1c, 0x23, 0x2c);

    private AccentRules() {}

    /**
     * The accent that was asked for; where none is given for dark pages, the nearest one that can be read there.
     *
     * @throws Problem {@link ErrorCode#INVALID} with {@code /accent/light} or {@code /accent/dark}; the arguments of a
     *     low contrast are the ratio there is, the one that is wanted and the nearest colour that has it
     */
    public static Brand.Accent check(String light, Optional<String> dark) {
        List<Violation> faults = new ArrayList<>();
        Colour onLight = read("/accent/light", light, LIGHT_GROUND, Colour.BLACK, faults);
        Colour onDark = dark.map(text -> read("/accent/dark", text, DARK_GROUND, Colour.WHITE, faults))
                .orElseGet(() -> onLight.readableOn(DARK_GROUND, Colour.WHITE));
        Problem.throwIfAny(faults);
        return new Brand.Accent(onLight.css(), onDark.css());
    }

    private static Colour read(String pointer, String text, Colour ground, Colour towards, List<Violation> faults) {
        Optional<Colour> colour = Colour.of(text);
        if (colour.isEmpty()) {
            faults.add(Violation.at(pointer, ErrorCode.NOT_A_COLOUR, text));
            return towards;
        }
        double contrast = colour.get().contrast(ground);
        if (contrast < Colour.READABLE) {
            faults.add(Violation.at(
                    pointer,
                    ErrorCode.LOW_CONTRAST,
                    String.format(Locale.ROOT, "%.1f", contrast),
                    String.format(Locale.ROOT, "%.1f", Colour.READABLE),
                    colour.get().readableOn(ground, towards).css()));
        }
        return colour.get();
    }
}
