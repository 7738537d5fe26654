package org.entezar.collection;

import java.util.List;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;

/**
 * What became of one of many responses.
 *
 * @param line its line, from 1
 * @param outcome whether it counts
 * @param id its id; empty when it was refused before it had one
 * @param code why it was refused
 * @param arguments what the message of the code names
 * @param violations each fault with its place
 */
public record LineResult(
        long line,
        Outcome outcome,
        Optional<ResponseId> id,
        Optional<ErrorCode> code,
        List<Object> arguments,
        List<Violation> violations) {

    /** What became of it. */
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }

    public LineResult {
        arguments = List.copyOf(arguments);
        violations = List.copyOf(violations);
    }

    static LineResult stored(long line, ResponseId id, boolean duplicate) {
        return new LineResult(
                line,
                duplicate ? Outcome.DUPLICATE : Outcome.ACCEPTED,
                Optional.of(id),
                Optional.empty(),
                List.of(),
                List.of());
    }

    static LineResult refused(long line, Optional<ResponseId> id, Problem problem) {
        return new LineResult(
                line, Outcome.REFUSED, id, Optional.of(problem.code()), problem.arguments(), problem.violations());
    }
}
