package org.entezar.questionnaire;

/**
 * A text that is not there in one of the questionnaire's languages; a reader of that language sees the first one's.
 *
 * @param language BCP 47 tag of what is missing
 * @param pointer where the text stands in the document
 * @param reference the text in the language it falls back to, to be translated; empty when there is none either
 */
public record Untranslated(String language, String pointer, String reference) {}
