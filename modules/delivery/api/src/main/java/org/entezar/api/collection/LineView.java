package org.entezar.api.collection;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entezar.api.ProblemDetails;
import org.entezar.collection.LineResult;
import org.entezar.collection.ResponseId;
import org.entezar.kernel.Language;
import org.entezar.kernel.Messages;

/**
 * What became of one line.
 *
 * @param line its number, from 1
 * @param outcome {@code accepted}, {@code duplicate} or {@code refused}
 * @param id of the response
 * @param code why it was refused
 * @param message the same in words
 * @param errors each fault with its place
 */
record LineView(
        long line,
        String outcome,
        Optional<ResponseId> id,
        Optional<String> code,
        Optional<String> message,
        Optional<List<Fault>> errors) {

    private static final Messages MESSAGES = Messages.errors();

    record Fault(String pointer, String code, String message) {}

    static LineView of(LineResult result, Language language) {
        List<Fault> faults = result.violations().stream()
                .map(violation -> new Fault(
                        violation.pointer(), violation.code().name(), ProblemDetails.message(violation, language)))
                .toList();
        return new LineView(
                result.line(),
                result.outcome().name().toLowerCase(Locale.ROOT),
                result.id(),
                result.code().map(Enum::name),
                result.code()
                        .map(code -> MESSAGES.text(
                                language, code.name(), result.arguments().toArray())),
                faults.isEmpty() ? Optional.empty() : Optional.of(faults));
    }
}
