package org.entezar.console.data;

import java.util.Optional;
import org.entezar.collection.RetentionRules;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** Months as people type them: any script's digits; nothing for no limit. */
final class Months {

    private static final int LONGEST = 4;

    private Months() {}

    /**
     * Reads them.
     *
     * @throws Problem {@link ErrorCode#OUT_OF_RANGE} for anything but a number
     */
    static Optional<Integer> read(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder latin = new StringBuilder();
        typed.codePoints()
                .forEach(point ->
                        latin.append(Character.isDigit(point) ? String.valueOf(Character.digit(point, 10)) : "x"));
        if (latin.length() > LONGEST || latin.indexOf("x") >= 0) {
            throw new Problem(ErrorCode.OUT_OF_RANGE, RetentionRules.SHORTEST, RetentionRules.LONGEST);
        }
        return Optional.of(Integer.valueOf(latin.toString()));
    }
}
