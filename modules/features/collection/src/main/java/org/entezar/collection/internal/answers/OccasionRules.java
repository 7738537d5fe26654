package org.entezar.collection.internal.answers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;

/** What a response may say besides its answers: when, in which language and on what occasion. */
public final class OccasionRules {

    /** Most entries of a context. */
    public static final int MOST_ENTRIES = 20;

    /** Most characters of a value of the context. */
    public static final int LONGEST_VALUE = 200;

    /** Clocks of devices run a little ahead. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    private OccasionRules() {}

    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    public static void check(
            AnswerRules rules,
            Optional<Instant> submittedAt,
            Optional<String> language,
            Map<String, String> context,
            Instant now,
            List<Violation> faults) {
        submittedAt.ifPresent(at -> {
            if (at.isAfter(now.plus(TOLERANCE)) || at.isBefore(EARLIEST)) {
                faults.add(Violation.at("/submittedAt", ErrorCode.OUT_OF_RANGE, EARLIEST.toString(), now.toString()));
            }
        });
        language.ifPresent(tag -> {
            if (!rules.speaks(tag)) {
                faults.add(Violation.at("/language", ErrorCode.UNKNOWN_LANGUAGE, Pointers.shown(tag)));
            }
        });
        if (context.size() > MOST_ENTRIES) {
            faults.add(Violation.at("/context", ErrorCode.TOO_MANY, MOST_ENTRIES));
            return;
        }
        context.forEach((key, value) -> checkEntry(key, value, faults));
    }

    private static void checkEntry(String key, String value, List<Violation> faults) {
        String at = "/context/" + Pointers.escape(key);
        if (!isKey(key)) {
            faults.add(Violation.at(at, ErrorCode.MALFORMED_KEY, Pointers.shown(key)));
        } else if (value.codePointCount(0, value.length()) > LONGEST_VALUE) {
            faults.add(Violation.at(at, ErrorCode.TOO_LONG, LONGEST_VALUE));
        } else if (!Texts.storable(value)) {
            faults.add(Violation.at(at, ErrorCode.WRONG_TYPE, "Unicode text"));
        }
    }
}
