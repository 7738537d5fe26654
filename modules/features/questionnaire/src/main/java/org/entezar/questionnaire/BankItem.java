package org.entezar.questionnaire;

import org.entezar.kernel.LocalizedText;

/**
 * An item of one of the workspace's drafts, offered for others.
 *
 * @param questionnaire key of the draft
 * @param title of the draft
 * @param item as it stands there
 */
public record BankItem(String questionnaire, LocalizedText title, Item item) {}
