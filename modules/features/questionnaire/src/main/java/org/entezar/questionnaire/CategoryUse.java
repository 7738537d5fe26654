package org.entezar.questionnaire;

import org.entezar.kernel.LocalizedText;

/**
 * Where a category is measured.
 *
 * @param category its key
 * @param questionnaire key of a questionnaire
 * @param title of its draft, else of its latest version
 * @param hasDraft whether it has a draft, under the category or not
 * @param drafted items of the draft under the category
 * @param published items of the latest version under the category
 */
public record CategoryUse(
        String category, String questionnaire, LocalizedText title, boolean hasDraft, int drafted, int published) {}
