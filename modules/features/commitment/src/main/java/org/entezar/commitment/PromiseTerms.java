package org.entezar.commitment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import org.entezar.kernel.LocalizedText;

/**
 * What was promised: the words that were communicated, by whom, through what, where, and for how long they hold.
 *
 * @param text what was communicated
 * @param category key of the category that it raises expectations under
 * @param madeBy who communicated it, such as <i>marketing</i> or a name
 * @param medium through what
 * @param place where, such as an address or the page of a brochure; may be empty
 * @param validFrom its first day
 * @param validUntil its last day; empty while no end is meant
 */
public record PromiseTerms(
        LocalizedText text,
        String category,
        String madeBy,
        Medium medium,
        String place,
        LocalDate validFrom,
        Optional<LocalDate> validUntil)
        implements Commitment {

    /** Through what a promise reaches customers. */
    public enum Medium {
        ADVERTISEMENT,
        WEBSITE,
        BROCHURE,
        CONTRACT,
        /** By word of mouth of the organisation's own people. */
        STAFF,
        MESSAGE,
        OTHER
    }

    @JsonCreator
    static PromiseTerms read(
            @JsonProperty("text") Optional<LocalizedText> text,
            @JsonProperty("category") Optional<String> category,
            @JsonProperty("madeBy") Optional<String> madeBy,
            @JsonProperty("medium") Medium medium,
            @JsonProperty("place") Optional<String> place,
            @JsonProperty("validFrom") LocalDate validFrom,
            @JsonProperty("validUntil") Optional<LocalDate> validUntil) {
        return new PromiseTerms(
                text.orElse(LocalizedText.EMPTY),
                category.orElse("").strip(),
                madeBy.orElse("").strip(),
                medium,
                place.orElse("").strip(),
                validFrom,
                validUntil);
    }
}
