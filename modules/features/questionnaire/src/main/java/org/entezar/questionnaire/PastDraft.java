package org.entezar.questionnaire;

import java.time.Instant;

/**
 * A draft as it was at some time.
 *
 * @param document its content
 * @param savedAt when it had become so
 * @param savedBy who saved it
 */
public record PastDraft(Questionnaire document, Instant savedAt, String savedBy) {}
