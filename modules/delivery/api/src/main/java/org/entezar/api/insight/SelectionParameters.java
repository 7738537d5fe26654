package org.entezar.api.insight;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.entezar.insight.Selection;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Which responses the request is about: {@code ?from=&to=&segment=&asOf=}. An empty parameter is none. */
public class SelectionParameters {

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("segment")
    @Nullable
    String segment;

    @QueryParam("asOf")
    @Nullable
    String asOf;

    /**
     * The selection.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} when a time is not written as RFC 3339 has it
     */
    Selection selection() {
        return new Selection(time("from", from), time("to", to), given(segment), time("asOf", asOf));
    }

    /** A parameter that says something. */
    public static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
    }

    /**
     * A time of a request's address; empty when it was not given.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_PARAMETER} when it is not written as RFC 3339 has it
     */
    public static Optional<Instant> time(String name, @Nullable String parameter) {
        // A plus that was not escaped arrives as a space.
        return given(parameter).map(text -> text.strip().replace(' ', '+')).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException unreadable) {
                throw new Problem(ErrorCode.MALFORMED_PARAMETER, name, text);
            }
        });
    }
}
