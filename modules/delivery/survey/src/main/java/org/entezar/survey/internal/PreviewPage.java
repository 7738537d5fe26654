package org.entezar.survey.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;
import org.entezar.questionnaire.Item;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Section;
import org.entezar.survey.internal.PageViews.Content;
import org.entezar.survey.internal.view.LookView;

/** Draws a page of a questionnaire that nobody answers yet, with all its items, those under a condition as well. */
public final class PreviewPage {

    private final Templates templates = new Templates();
    private final PageViews views = new PageViews();
    private final LookView look = new LookView("/s/" + new StyleSheet().path(), Optional.empty());

    /** The page as HTML, in one of the document's languages; a page beyond the last is the last. */
    public String draw(Questionnaire document, String language, int page) {
        Survey survey = new Survey(unconditional(document));
        Wording wording = new Wording(language, document.languages().get(0));
        int shown = Math.max(0, Math.min(page, survey.pages() - 1));
        return templates.page(
                views.view(survey, wording, look, new Content(shown, Map.of(), Map.of(), List.of(), ""), false, ""));
    }

    private static Questionnaire unconditional(Questionnaire document) {
        List<Section> sections = document.sections().isEmpty()
                ? List.of(new Section("s", LocalizedText.EMPTY, LocalizedText.EMPTY, List.of()))
                : document.sections().stream()
                        .map(section -> new Section(
                                section.key(),
                                section.title(),
                                section.text(),
                                section.items().stream()
                                        .map(PreviewPage::always)
                                        .toList()))
                        .toList();
        return new Questionnaire(
                document.key(),
                document.title(),
                document.languages(),
                document.introduction(),
                document.thanks(),
                document.onePage(),
                sections);
    }

    private static Item always(Item item) {
        return new Item(
                item.key(),
                item.type(),
                item.category(),
                item.text(),
                item.help(),
                item.facets(),
                item.scale(),
                item.options(),
                item.reverse(),
                item.required(),
                Optional.empty(),
                item.min(),
                item.max());
    }
}
