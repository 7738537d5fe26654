package org.entezar.questionnaire.internal;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;

/** The rule for keys, which become columns of files, names in conditions and parts of addresses. */
final class Keys {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final int SHOWN = 60;

    private Keys() {}

    /** Adds a fault when the key has a wrong shape or was seen before; remembers it otherwise. */
    static void check(String pointer, String key, Set<String> seen, List<Violation> faults) {
        if (!SHAPE.matcher(key).matches()) {
            faults.add(Violation.at(pointer, ErrorCode.MALFORMED_KEY, shown(key)));
        } else if (!seen.add(key)) {
            faults.add(Violation.at(pointer, ErrorCode.DUPLICATE_KEY, key));
        }
    }

    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
