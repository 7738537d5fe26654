package org.entezar.questionnaire;

import java.time.Instant;

/**
 * A published questionnaire. It never changes: what people answered stays what they were asked.
 *
 * @param key of the questionnaire
 * @param number from 1
 * @param document what is asked
 * @param publishedAt when
 * @param publishedBy who, as history shows it
 */
public record Version(String key, int number, Questionnaire document, Instant publishedAt, String publishedBy) {

    /** Where each coded answer stands; the same for every call, built anew each time. */
    public Codebook codebook() {
        return Codebook.of(document);
    }

    /** Who is asked what; built anew each time, so to be kept by who asks often. */
    public Routing routing() {
        return Routing.of(document);
    }
}
