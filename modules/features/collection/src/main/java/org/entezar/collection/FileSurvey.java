package org.entezar.collection;

import org.entezar.questionnaire.Questionnaire;

/**
 * What a file of answers looks like when there is no questionnaire for it yet.
 *
 * @param questionnaire the items that its columns seem to answer; not stored
 * @param mapping what each column holds for that questionnaire
 */
public record FileSurvey(Questionnaire questionnaire, ImportMapping mapping) {}
