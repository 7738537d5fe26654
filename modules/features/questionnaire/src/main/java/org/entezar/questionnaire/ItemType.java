package org.entezar.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** What kind of answer an item takes. */
public enum ItemType {
    /** A point of the item's scale in each of its facets; the type when none is written. */
    RATING,
    /** One of the options. */
    CHOICE,
    /** Any number of the options. */
    CHOICES,
    NUMBER,
    TEXT,
    /** Likelihood of recommending, 0 to 10 (Net Promoter Score). */
    NPS,
    /** Satisfaction, 1 to 5. */
    CSAT,
    /** Ease, 1 to 7 (Customer Effort Score). */
    CES,
    /** A consent that must be given when required. */
    CONSENT;

    /** The name in documents: {@code rating}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The type of that key.
     *
     * @throws Problem {@link ErrorCode#NOT_AN_OPTION} when there is none
     */
    @JsonCreator
    public static ItemType of(String key) {
        return Arrays.stream(values())
                .filter(type -> type.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_AN_OPTION, key));
    }
}
