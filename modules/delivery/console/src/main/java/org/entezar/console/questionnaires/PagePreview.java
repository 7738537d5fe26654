package org.entezar.console.questionnaires;

import org.entezar.questionnaire.Questionnaire;

/** Draws a questionnaire as a respondent will see it; brought by the part of the product that draws the real page. */
public interface PagePreview {

    /**
     * The whole page as HTML; it is shown in a frame without scripts and forms.
     *
     * @param language BCP 47 tag, one of the document's
     * @param section which section, from 0, where each stands on a page of its own
     */
    String draw(Questionnaire document, String language, int section);
}
