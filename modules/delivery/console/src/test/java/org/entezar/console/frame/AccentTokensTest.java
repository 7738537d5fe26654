package org.entezar.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.entezar.workspace.Brand;
import org.entezar.workspace.Colour;
import org.junit.jupiter.api.Test;

/** Whatever accent is chosen, what stands on what keeps the contrasts that TokensTest wants of the product's own. */
class AccentTokensTest {

    private static final Colour MUTED_LIGHT = new Colour(0x53, 0x60, 0x6d);
    private static final Colour MUTED_DARK = new Colour(0xa5, 0xb1, 0xbd);

    /** Pale, dark, loud and grey ones: all of a coarse grid over the colours that there are. */
    static List<Colour> accents() {
        List<Colour> all = new ArrayList<>();
        for (int red = 0; red <= 255; red += 51) {
            for (int green = 0; green <= 255; green += 51) {
                for (int blue = 0; blue <= 255; blue += 51) {
                    all.add(new Colour(red, green, blue));
                }
            }
        }
        return all;
    }

    @Test
    void everyAccentCanBeReadInLightAndInDark() {
        assertThat(accents()).allSatisfy(chosen -> {
            holds(AccentTokens.light(chosen), AccentTokens.LIGHT_GROUNDS, MUTED_LIGHT);
            holds(AccentTokens.dark(chosen), AccentTokens.DARK_GROUNDS, MUTED_DARK);
        });
    }

    private static void holds(AccentTokens.Shades shades, List<Colour> grounds, Colour muted) {
        for (Colour ground : grounds) {
            readable(shades.brand(), ground);
            readable(shades.strong(), ground);
        }
        readable(shades.onBrand(), shades.brand());
        readable(shades.onBrand(), shades.strong());
        readable(shades.brand(), shades.soft());
        readable(shades.strong(), shades.soft());
        readable(muted, shades.soft());
    }

    private static void readable(Colour ink, Colour ground) {
        assertThat(ink.contrast(ground)).as("%s on %s", ink.css(), ground.css()).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void anAccentThatCanBeReadStaysAsItWasChosen() {
        assertThat(AccentTokens.light(new Colour(0x7a, 0x1f, 0xa2)).brand().css())
                .isEqualTo("#7a1fa2");
        assertThat(AccentTokens.dark(new Colour(0x8c, 0xc8, 0xf2)).brand().css())
                .isEqualTo("#8cc8f2");
    }

    @Test
    void whatIsNoColourPaintsNothing() {
        assertThat(AccentTokens.rule(":root", new Brand.Accent("}body{display:none", "#ffffff")))
                .isEmpty();
        assertThat(AccentTokens.rule(":root", new Brand.Accent("#ffe680", "#ffe680")))
                .get()
                .asString()
                .startsWith(":root{--brand:light-dark(#")
                .doesNotContain("(#ffe680");
    }
}
