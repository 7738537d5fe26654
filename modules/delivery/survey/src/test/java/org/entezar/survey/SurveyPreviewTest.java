package org.entezar.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.entezar.questionnaire.Presets;
import org.entezar.questionnaire.Questionnaire;
import org.junit.jupiter.api.Test;

class SurveyPreviewTest {

    private final SurveyPreview preview = new SurveyPreview();

    @Test
    void drawsAllItemsInTheLanguageAskedFor() {
        Questionnaire document = Presets.of(Presets.SERVICE_QUALITY);
        String page = preview.draw(document, "fa", 0);
        assertThat(page).contains("<html lang=\"fa\" dir=\"rtl\">").contains("href=\"/s/assets/");
        assertThat(document.sections().get(0).items())
                .allSatisfy(item -> assertThat(page).contains(item.text().best("fa", "en")));
    }

    @Test
    void drawsItemsUnderAConditionToo() {
        Questionnaire document = Presets.of(Presets.RECOMMENDATION);
        assertThat(document.items().filter(item -> item.showIf().isPresent())).isNotEmpty();
        String page = preview.draw(document, "en", 0);
        assertThat(document.sections().get(0).items())
                .allSatisfy(item -> assertThat(page).contains(item.text().best("en", "en")));
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        Questionnaire document = Presets.of(Presets.SERVICE_QUALITY);
        assertThat(preview.draw(document, "en", 999))
                .isEqualTo(preview.draw(
                        document,
                        "en",
                        document.onePage() ? 0 : document.sections().size() - 1));
    }
}
