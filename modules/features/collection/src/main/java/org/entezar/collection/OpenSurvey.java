package org.entezar.collection;

import org.entezar.kernel.WorkspaceId;
import org.entezar.questionnaire.Questionnaire;

/**
 * What stands behind a public link: everything that a respondent's page needs.
 *
 * @param workspace whose campaign it is
 * @param campaign the campaign, its state as of now; the number of its responses is not told (0)
 * @param questionnaire the published document that is asked
 */
public record OpenSurvey(WorkspaceId workspace, Campaign campaign, Questionnaire questionnaire) {}
