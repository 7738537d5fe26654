package org.entezar.collection;

/**
 * How many agreed to one text in a campaign.
 *
 * @param item key of the consent item
 * @param text that was shown
 * @param language in which it was shown
 * @param version of the questionnaire that the text is of
 * @param agreed how many agreed, withdrawn ones included
 * @param withdrawn how many of them withdrew it
 */
public record ConsentCount(String item, String text, String language, int version, long agreed, long withdrawn) {}
