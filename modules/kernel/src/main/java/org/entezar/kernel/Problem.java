package org.entezar.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * A refusal that the caller can understand and mend: a stable code, what its message names, and for input every fault
 * with its place. Delivery turns it into problem details (RFC 9457) or a page in the reader's language.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Object> arguments;
    private final transient List<Violation> violations;

    public Problem(ErrorCode code, Object... arguments) {
        super(code + (arguments.length == 0 ? "" : " " + Arrays.toString(arguments)));
        this.code = code;
        this.arguments = List.of(arguments);
        this.violations = List.of();
    }

    /** Input with one or more faults. */
    public Problem(List<Violation> violations) {
        super(ErrorCode.INVALID + " " + violations);
        this.code = ErrorCode.INVALID;
        this.arguments = List.of(violations.size());
        this.violations = List.copyOf(violations);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Throws when there is any fault. */
    public static void throwIfAny(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Problem(violations);
        }
    }
}
