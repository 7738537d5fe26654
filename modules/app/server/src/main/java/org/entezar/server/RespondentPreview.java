package org.entezar.server;

import jakarta.enterprise.context.ApplicationScoped;
import org.entezar.console.questionnaires.PagePreview;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.survey.SurveyPreview;

/** Lends the console's editor the respondents' real pages. */
@ApplicationScoped
public class RespondentPreview implements PagePreview {

    private final SurveyPreview pages = new SurveyPreview();

    @Override
    public String draw(Questionnaire document, String language, int section) {
        return pages.draw(document, language, section);
    }
}
