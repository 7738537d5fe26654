package org.entezar.console.guide;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.console.frame.AccentTokens;
import org.entezar.console.lists.ShownList;
import org.entezar.kernel.Language;
import org.entezar.workspace.Brand;

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

    /** Accents that workspaces might choose: pale, loud, nearly black. */
    private static final List<String> ACCENTS = List.of("#ffe680", "#ff5c00", "#1a1033");

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

    public List<String> getAccents() {
        return ACCENTS;
    }

    /** What each accent makes of the tokens, below a class that bears its number. */
    public String getAccentRules() {
        return IntStream.range(0, ACCENTS.size())
                .mapToObj(i -> AccentTokens.rule(".accent-" + i, new Brand.Accent(ACCENTS.get(i), ACCENTS.get(i)))
                        .orElseThrow())
                .collect(Collectors.joining());
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

    /** A long list with everything it can have; nothing of it leads anywhere. */
    public ShownList list(Panel panel) {
        Text words = panel.text();
        String here = "#panel-" + panel.suffix();
        List<String> names = List.of(
                words.get("home.campaign"),
                words.get("home.state"),
                words.get("home.responses"),
                words.get("guide.words"));
        List<ShownList.Row> rows = Stream.of(2_200, 600, 48)
                .map(count -> new ShownList.Row(
                        panel.format().getExampleDay(),
                        here,
                        List.of(
                                new ShownList.Cell(names.get(1), words.get("home.state.OPEN"), false),
                                new ShownList.Cell(names.get(2), panel.format().number(count), true),
                                new ShownList.Cell(names.get(3), count > 100 ? words.get("guide.sample") : "", false))))
                .toList();
        return new ShownList(
                "list-" + panel.suffix(),
                words.get("guide.list") + " " + panel.suffix(),
                "style-guide",
                "",
                List.of(
                        new ShownList.Head(names.get(0), "", false, "descending", here),
                        new ShownList.Head(names.get(1), "", false, "none", here),
                        new ShownList.Head(names.get(2), words.get("guide.hint"), true, "none", here),
                        new ShownList.Head(names.get(3), "", false, "", "")),
                rows,
                List.of(),
                names.stream()
                        .skip(1)
                        .map(name -> new ShownList.Choice(name, name, "", !name.equals(names.get(2))))
                        .toList(),
                List.of(),
                here,
                List.of(new ShownList.Condition(
                        words.of("responses.since", panel.format().getExampleDay()), here)),
                here,
                words.of("responses.counted", 100_000),
                here,
                here,
                List.of(new ShownList.View("0", words.get("guide.sample"), here, true)),
                List.of(new ShownList.File("CSV", here), new ShownList.File("XLSX", here)));
    }

    /** The same list when nothing fits. */
    public ShownList emptyList(Panel panel) {
        ShownList full = list(panel);
        return new ShownList(
                "empty-" + full.id(),
                words(panel, full.label()),
                full.path(),
                "",
                full.heads(),
                List.of(),
                List.of(),
                full.columns(),
                List.of(),
                "",
                List.of(),
                full.everything(),
                panel.text().of("responses.counted", 0),
                "",
                "",
                List.of(),
                List.of());
    }

    private static String words(Panel panel, String label) {
        return label + " · " + panel.text().get("responses.noneFit");
    }
}
