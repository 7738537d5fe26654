package org.entezar.commitment;

import java.time.LocalDate;
import java.util.Optional;

/** What an organisation holds itself to for a time: the terms of a standard or of a promise. */
public sealed interface Commitment permits StandardTerms, PromiseTerms {

    /** Where a commitment stands on a day. */
    enum Standing {
        /** Its first day is still to come. */
        COMING,
        IN_FORCE,
        /** Its last day is over. */
        ENDED
    }

    /** Key of the category that it stands under. */
    String category();

    /** Its first day, by the workspace's time zone. */
    LocalDate validFrom();

    /** Its last day; empty while no end is meant. */
    Optional<LocalDate> validUntil();

    /** Where it stands on that day. */
    default Standing standing(LocalDate day) {
        if (day.isBefore(validFrom())) {
            return Standing.COMING;
        }
        return validUntil().filter(day::isAfter).isPresent() ? Standing.ENDED : Standing.IN_FORCE;
    }
}
