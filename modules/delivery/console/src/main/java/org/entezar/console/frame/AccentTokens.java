package org.entezar.console.frame;

import java.util.List;
import java.util.Optional;
import org.entezar.workspace.Brand;
import org.entezar.workspace.Colour;

/**
 * What a workspace's accent makes of the design tokens that lead: fills, links, what is selected, the focus. The accent is
 * never taken as it was chosen. In each theme it is darkened or lightened until it can be read on all grounds on which it
 * stands there, so that the contrasts that the product's own tokens keep are kept by every accent.
 */
public final class AccentTokens {

    /** Grounds of {@code tokens.css}: surface, raised and sunken. */
    static final List<Colour> LIGHT_GROUNDS =
            List.of(new Colour(0xf5, 0xf7, 0xf8), Colour.WHITE, new Colour(0xeb, 0xef, 0xf2));

    static final List<Colour> DARK_GROUNDS =
            List.of(new Colour(0x10, 0x16, 0x1b), new Colour(0x19, 0x21, 0x2a), new Colour(0x0b, 0x10, 0x14));

    private static final Colour ON_DARK_FILL = new Colour(0x0c, 0x1a, 0x26);
    private static final Theme LIGHT =
            new Theme(LIGHT_GROUNDS, LIGHT_GROUNDS.get(1), Colour.BLACK, Colour.WHITE, 0.1, 0.25);
    private static final Theme DARK =
            new Theme(DARK_GROUNDS, DARK_GROUNDS.get(1), Colour.WHITE, ON_DARK_FILL, 0.14, 0.3);

    /**
     * The tokens in one theme.
     *
     * @param brand of fills, links and what is current
     * @param strong of the same under the pointer
     * @param onBrand of words on either
     * @param soft behind what is selected
     */
    record Shades(Colour brand, Colour strong, Colour onBrand, Colour soft) {}

    /**
     * How a theme makes shades.
     *
     * @param grounds on which the accent stands
     * @param raised the ground that what is selected is a tint of
     * @param towards where the accent goes until it can be read
     * @param onBrand of words on the accent
     * @param tint how much of the accent is in what is selected
     * @param further how much further the accent under the pointer goes
     */
    private record Theme(
            List<Colour> grounds, Colour raised, Colour towards, Colour onBrand, double tint, double further) {

        Shades shades(Colour chosen) {
            Colour onGrounds = readable(chosen, grounds);
            Colour soft = raised.mixed(onGrounds, tint);
            Colour brand = readable(onGrounds, List.of(soft, onBrand));
            return new Shades(brand, brand.mixed(towards, further), onBrand, soft);
        }

        private Colour readable(Colour colour, List<Colour> all) {
            Colour found = colour;
            for (Colour ground : all) {
                found = found.readableOn(ground, towards);
            }
            return found;
        }
    }

    private AccentTokens() {}

    static Shades light(Colour chosen) {
        return LIGHT.shades(chosen);
    }

    static Shades dark(Colour chosen) {
        return DARK.shades(chosen);
    }

    /**
     * The tokens as a rule of a style sheet.
     *
     * @param selector where they hold
     * @param accent what was chosen
     * @return nothing where that is no pair of colours
     */
    public static Optional<String> rule(String selector, Brand.Accent accent) {
        return Colour.of(accent.light()).flatMap(onLight -> Colour.of(accent.dark())
                .map(onDark -> rule(selector, LIGHT.shades(onLight), DARK.shades(onDark))));
    }

    private static String rule(String selector, Shades light, Shades dark) {
        return selector + "{"
                + token("brand", light.brand(), dark.brand())
                + token("brand-strong", light.strong(), dark.strong())
                + token("on-brand", light.onBrand(), dark.onBrand())
                + token("brand-soft", light.soft(), dark.soft())
                + token("on-brand-soft", light.strong(), dark.strong())
                + token("focus", light.brand(), dark.brand())
                + "}";
    }

    private static String token(String name, Colour light, Colour dark) {
        return "--" + name + ":light-dark(" + light.css() + "," + dark.css() + ");";
    }
}
