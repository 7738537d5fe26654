package org.entezar.console.guide;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.kernel.Language;

/** The panels of the style guide: one for each language and theme. In views: {@code styleGuide}. */
@Named("styleGuide")
@RequestScoped
public class StyleGuide {

    /**
     * One language in one theme.
     *
     * @param language BCP 47 tag
     * @param direction {@code ltr} or {@code rtl}
     * @param theme {@code light} or {@code dark}
     * @param name of the language in itself
     * @param text words of that language
     * @param format numbers and days of that language
     */
    public record Panel(String language, String direction, String theme, String name, Text text, Format format) {

        /** Tells ids of one panel from those of another. */
        public String suffix() {
            return language + "-" + theme;
        }
    }

    /** Tokens of colour, by the names that they have in {@code tokens.css}. */
    private static final List<String> COLOURS = List.of(
            "surface",
            "raised",
            "sunken",
            "text",
            "muted",
            "line",
            "line-strong",
            "brand",
            "brand-strong",
            "brand-soft",
            "focus",
            "good",
            "good-soft",
            "warn",
            "warn-soft",
            "bad",
            "bad-soft",
            "expected",
            "perceived",
            "minimum",
            "desired",
            "importance");

    @Inject
    Clock clock;

    public List<Panel> getPanels() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Stream.of("light", "dark").map(theme -> panel(language, theme)))
                .toList();
    }

    private Panel panel(Language language, String theme) {
        Format format = Format.in(language, clock);
        return new Panel(
                language.tag(),
                language.direction().html(),
                theme,
                format.ownName(language.tag()),
                Text.in(language),
                format);
    }

    public List<String> getColours() {
        return COLOURS;
    }

    public List<String> getSpaces() {
        return List.of("1", "2", "3", "4", "5", "6", "7", "8");
    }

    public List<String> getSizes() {
        return List.of("small", "base", "large", "title");
    }
}
