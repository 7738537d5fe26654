package org.entezar.collection;

/**
 * What a campaign asks.
 *
 * @param questionnaire key of the questionnaire
 * @param version the published version that is asked; never changes
 * @param simulated whether its responses come from a simulator
 */
public record FieldedVersion(String questionnaire, int version, boolean simulated) {}
