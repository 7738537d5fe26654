package org.entezar.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header: which state the client changes. */
public final class Preconditions {

    private static final Pattern STRONG_TAG = Pattern.compile("\"([\\x21\\x23-\\x7e]{0,100})\"");
    private static final String ANY = "*";

    private Preconditions() {}

    /**
     * The state that the client loaded, without quotes, or {@code *} for any.
     *
     * @throws Problem {@link ErrorCode#PRECONDITION_REQUIRED} when the header is absent, {@link ErrorCode#STALE} for a
     *     weak tag or a list, which name no single state
     */
    public static String required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(ErrorCode.PRECONDITION_REQUIRED);
        }
        return state(ifMatch);
    }

    /** The same, but any state where the header is absent. */
    public static String optional(@Nullable String ifMatch) {
        return ifMatch == null || ifMatch.isBlank() ? ANY : state(ifMatch);
    }

    private static String state(String ifMatch) {
        String header = ifMatch.strip();
        if (header.equals(ANY)) {
            return ANY;
        }
        Matcher tag = STRONG_TAG.matcher(header);
        if (!tag.matches()) {
            throw new Problem(ErrorCode.STALE);
        }
        return tag.group(1);
    }
}
