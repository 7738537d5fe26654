package org.entezar.survey;

import org.entezar.questionnaire.Questionnaire;
import org.entezar.survey.internal.PreviewPage;

/** Shows authors what respondents will see: the very pages, of a document that need not be published. */
public final class SurveyPreview {

    private final PreviewPage pages = new PreviewPage();

    /**
     * A page as HTML. Its style sheet is linked from the root of the site, so that the page can stand in a frame of
     * any address.
     *
     * @param document without faults
     * @param language one of the document's
     * @param page from 0; where all sections stand on one page there is only that
     */
    public String draw(Questionnaire document, String language, int page) {
        return pages.draw(document, language, page);
    }
}
