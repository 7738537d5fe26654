package org.entezar.questionnaire;

import org.entezar.kernel.LocalizedText;

/**
 * One option of a choice.
 *
 * @param key what an answer holds
 * @param text what people read
 */
public record Option(String key, LocalizedText text) {}
