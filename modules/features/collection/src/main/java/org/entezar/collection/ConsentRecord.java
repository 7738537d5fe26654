package org.entezar.collection;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody agreed to, or did not: the very words, which never change with a published version.
 *
 * @param item key of the consent item
 * @param text that was shown
 * @param language in which it was shown
 * @param version of the questionnaire that the text is of
 * @param agreed whether the person agreed
 * @param at when
 * @param withdrawn when the consent was withdrawn
 */
public record ConsentRecord(
        String item,
        String text,
        String language,
        int version,
        boolean agreed,
        Instant at,
        Optional<Instant> withdrawn) {}
