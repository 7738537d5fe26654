package org.entezar.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours that meet keep the contrast of WCAG 2.2 AA, in light and in dark; styles know no left and right. */
class TokensTest {

    private static final Path STYLES = Path.of("src/main/resources/META-INF/resources/assets/css");
    private static final Pattern COLOUR =
            Pattern.compile("--([a-z-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\);");
    private static final Pattern PHYSICAL = Pattern.compile(
            "(?m)^[^/*]*\\b(margin|padding|border|inset)-(left|right|top|bottom)\\b|[{;]\\s*(left|right|top|bottom|width|height|min-width|max-width|float|text-align: (left|right))\\s*:");

    private record Shades(int light, int dark) {}

    @ParameterizedTest
    @CsvSource({
        "text, surface, 7",
        "text, raised, 7",
        "text, sunken, 7",
        "muted, surface, 4.5",
        "muted, raised, 4.5",
        "muted, sunken, 4.5",
        "brand, surface, 4.5",
        "brand, raised, 4.5",
        "brand-strong, sunken, 4.5",
        "on-brand, brand, 4.5",
        "on-brand, brand-strong, 4.5",
        "on-brand-soft, brand-soft, 4.5",
        "brand, brand-soft, 4.5",
        "good, good-soft, 4.5",
        "warn, warn-soft, 4.5",
        "bad, bad-soft, 4.5",
        "good, raised, 4.5",
        "warn, raised, 4.5",
        "bad, raised, 4.5",
        "bad, surface, 4.5",
        "on-bad, bad-strong, 4.5",
        "line-strong, raised, 3",
        "line-strong, surface, 3",
        "focus, surface, 3",
        "focus, raised, 3",
        "expected, raised, 3",
        "perceived, raised, 3",
        "minimum, raised, 3",
        "desired, raised, 3",
        "importance, raised, 3"
    })
    void coloursThatMeetCanBeTold(String ink, String ground, double least) throws IOException {
        Map<String, Shades> tokens = tokens();
        assertThat(contrast(tokens.get(ink).light(), tokens.get(ground).light()))
                .as("light")
                .isGreaterThanOrEqualTo(least);
        assertThat(contrast(tokens.get(ink).dark(), tokens.get(ground).dark()))
                .as("dark")
                .isGreaterThanOrEqualTo(least);
    }

    @Test
    void stylesKnowNoLeftAndRight() throws IOException {
        try (Stream<Path> files = Files.list(STYLES)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as("%s", file.getFileName()).doesNotContainPattern(PHYSICAL);
            }
        }
    }

    private static Map<String, Shades> tokens() throws IOException {
        Map<String, Shades> tokens = new HashMap<>();
        Matcher colour = COLOUR.matcher(Files.readString(STYLES.resolve("tokens.css")));
        while (colour.find()) {
            tokens.put(
                    colour.group(1),
                    new Shades(Integer.parseInt(colour.group(2), 16), Integer.parseInt(colour.group(3), 16)));
        }
        return tokens;
    }

    /** WCAG 2.2, contrast ratio of two sRGB colours. */
    private static double contrast(int first, int second) {
        double a = luminance(first);
        double b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
    }

    private static double channel(int value) {
        double share = (value & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
