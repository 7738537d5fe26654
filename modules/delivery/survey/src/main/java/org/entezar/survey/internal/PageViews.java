package org.entezar.survey.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entezar.kernel.Violation;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.survey.internal.view.FaultView;
import org.entezar.survey.internal.view.LanguageView;
import org.entezar.survey.internal.view.LookView;
import org.entezar.survey.internal.view.PageView;
import org.entezar.survey.internal.view.SectionView;

/** Composes what a page shows. */
final class PageViews {

    /**
     * What there is to show.
     *
     * @param page index of the page
     * @param asked answers of items that are shown, of all pages
     * @param entered answers of this page as they were entered, right or wrong
     * @param violations of the rules
     * @param note key of a word for the reader; empty for none
     */
    record Content(
            int page,
            Map<String, JsonNode> asked,
            Map<String, JsonNode> entered,
            List<Violation> violations,
            String note) {}

    PageView view(Survey survey, Wording wording, LookView look, Content content, boolean simulated, String state) {
        Questionnaire document = survey.document();
        List<Item> shown = survey.shown(content.page(), content.asked());
        List<FaultView> faults = Faults.list(shown, content.violations(), wording);
        String heading = wording.text(document.title());
        boolean first = survey.neighbour(content.page(), -1, content.asked()).isEmpty();
        return new PageView(
                wording.tag(),
                wording.direction(),
                faults.isEmpty() ? heading : wording.word("errorPrefix") + ": " + heading,
                heading,
                first ? wording.paragraphs(document.introduction()) : List.of(),
                simulated ? wording.word("simulated") : "",
                languages(document, wording.tag()),
                content.page() + 1,
                survey.pages(),
                wording.word("progress", wording.number(content.page() + 1L), wording.number(survey.pages())),
                content.note().isEmpty() ? "" : wording.word(content.note()),
                faults,
                sections(survey, wording, content, shown),
                !first,
                // A later page may still open or fall away by what is answered here; the word is for the usual case.
                content.page() == survey.pages() - 1,
                state,
                look,
                wording.words());
    }

    private static List<LanguageView> languages(Questionnaire document, String current) {
        return document.languages().stream()
                .map(tag -> new LanguageView(tag, name(tag), tag.equals(current) ? "true" : null))
                .toList();
    }

    private static String name(String tag) {
        return switch (tag) {
            case "zh-Hans" -> "简体中文";
            case "zh-Hant" -> "繁體中文";
            default -> {
                Locale locale = Locale.forLanguageTag(tag);
                yield locale.getDisplayName(locale);
            }
        };
    }

    private static List<SectionView> sections(Survey survey, Wording wording, Content content, List<Item> shown) {
        Set<String> keys = shown.stream().map(Item::key).collect(Collectors.toSet());
        ItemViews items =
                new ItemViews(wording, content.entered(), Faults.byElement(shown, content.violations(), wording));
        return survey.sections(content.page()).stream()
                .filter(section -> section.items().isEmpty()
                        || section.items().stream().anyMatch(item -> keys.contains(item.key())))
                .map(section -> new SectionView(
                        wording.text(section.title()),
                        wording.paragraphs(section.text()),
                        section.items().stream()
                                .filter(item -> keys.contains(item.key()))
                                .map(items::view)
                                .toList()))
                .toList();
    }
}
