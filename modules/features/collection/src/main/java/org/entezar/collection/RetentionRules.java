package org.entezar.collection;

import java.util.Optional;

/**
 * How long a workspace keeps what it was told, by the age of a response.
 *
 * @param responseMonths after so many months a whole response goes, ratings included; kept for good when empty
 * @param wordMonths after so many months what people wrote in their own words goes; kept as long as the response when
 *     empty
 */
public record RetentionRules(Optional<Integer> responseMonths, Optional<Integer> wordMonths) {

    public static final int SHORTEST = 1;
    public static final int LONGEST = 600;

    /** Everything is kept. */
    public static final RetentionRules NONE = new RetentionRules(Optional.empty(), Optional.empty());

    public boolean isNone() {
        return responseMonths.isEmpty() && wordMonths.isEmpty();
    }
}
