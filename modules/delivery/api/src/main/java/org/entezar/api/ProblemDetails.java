package org.entezar.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.Messages;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.platform.json.Json;

/**
 * A problem as RFC 9457 puts it: a stable {@code type} and {@code code}, a title and detail in the reader's language,
 * and for input the list of faults with their places.
 */
public final class ProblemDetails {

    /** Media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:entezar:problem:";
    private static final Messages MESSAGES = Messages.errors();

    private ProblemDetails() {}

    /** The document. */
    public static ObjectNode of(Problem problem, Language language) {
        ErrorCode code = problem.code();
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("type", TYPE_PREFIX + code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        document.put("status", code.status());
        document.put("code", code.name());
        String text = MESSAGES.text(language, code.name(), problem.arguments().toArray());
        document.put("title", text);
        if (!problem.violations().isEmpty()) {
            ArrayNode errors = document.putArray("errors");
            for (Violation violation : problem.violations()) {
                errors.addObject()
                        .put("pointer", violation.pointer())
                        .put("code", violation.code().name())
                        .put("message", message(violation, language));
            }
        }
        return document;
    }

    /** What is wrong at one place, in words. */
    public static String message(Violation violation, Language language) {
        return MESSAGES.text(
                language, violation.code().name(), violation.arguments().toArray());
    }
}
