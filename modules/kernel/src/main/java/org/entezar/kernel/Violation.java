package org.entezar.kernel;

import java.util.List;

/**
 * One fault in an input, with its place.
 *
 * @param pointer JSON Pointer (RFC 6901) into the input, such as {@code /sections/0/items/2/scale/max}
 * @param code what is wrong there
 * @param arguments what the message names, such as the limit
 */
public record Violation(String pointer, ErrorCode code, List<Object> arguments) {

    public Violation {
        arguments = List.copyOf(arguments);
    }

    public static Violation at(String pointer, ErrorCode code, Object... arguments) {
        return new Violation(pointer, code, List.of(arguments));
    }
}
