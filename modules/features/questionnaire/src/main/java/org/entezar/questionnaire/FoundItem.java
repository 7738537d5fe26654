package org.entezar.questionnaire;

import org.entezar.kernel.LocalizedText;

/**
 * An item that a search found in a draft.
 *
 * @param questionnaire key of the questionnaire
 * @param title of the questionnaire
 * @param item key of the item
 * @param text of the item
 */
public record FoundItem(String questionnaire, LocalizedText title, String item, LocalizedText text) {}
