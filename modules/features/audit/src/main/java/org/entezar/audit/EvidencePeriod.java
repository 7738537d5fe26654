package org.entezar.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * The time that an evidence archive covers; it holds the whole entries of it and may reach a little beyond, to the next
 * checkpoint.
 *
 * @param from since when; empty for the beginning
 * @param to until when, not included; empty for now
 */
public record EvidencePeriod(Optional<Instant> from, Optional<Instant> to) {

    /** All of the history. */
    public static final EvidencePeriod ALL = new EvidencePeriod(Optional.empty(), Optional.empty());
}
