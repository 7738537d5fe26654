package org.entezar.template.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Violation;
import org.entezar.spi.IndustryPlugin;

/** The published JSON Schemas of a pack's parts. */
enum PackSchema {
    MANIFEST("pack.json"),
    CATEGORIES("categories.json"),
    QUESTIONNAIRE("questionnaire.json");

    private final JsonSchema schema;

    PackSchema(String resource) {
        try (InputStream stream = IndustryPlugin.class.getResourceAsStream("/org/entezar/spi/schema/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException("The schema " + resource + " is missing");
            }
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every fault of the entry, its place given as {@code entry#/pointer}. */
    List<Violation> faults(String entry, JsonNode tree) {
        Set<ValidationMessage> messages = schema.validate(tree);
        List<Violation> faults = new ArrayList<>();
        for (ValidationMessage message : messages) {
            String pointer = entry + "#" + pointer(message.getInstanceLocation().toString());
            faults.add(
                    switch (message.getType()) {
                        case "additionalProperties", "propertyNames" ->
                            Violation.at(pointer, ErrorCode.UNKNOWN_FIELD, String.valueOf(message.getProperty()));
                        case "required" -> Violation.at(pointer + "/" + message.getProperty(), ErrorCode.REQUIRED);
                        case "maxLength" -> Violation.at(pointer, ErrorCode.TOO_LONG, argument(message));
                        case "maxItems", "maxProperties" ->
                            Violation.at(pointer, ErrorCode.TOO_MANY, argument(message));
                        case "enum", "const" -> Violation.at(pointer, ErrorCode.NOT_AN_OPTION, argument(message));
                        case "type" -> Violation.at(pointer, ErrorCode.WRONG_TYPE, argument(message));
                        default -> Violation.at(pointer, ErrorCode.INVALID, message.getType());
                    });
        }
        return faults;
    }

    private static String argument(ValidationMessage message) {
        Object[] arguments = message.getArguments();
        return arguments == null || arguments.length == 0 ? message.getType() : String.valueOf(arguments[0]);
    }

    /** {@code $.sections[0].items[2]} as a JSON Pointer. */
    private static String pointer(String path) {
        return path.startsWith("$") ? path.substring(1).replace('.', '/').replaceAll("\\[(\\d+)\\]", "/$1") : path;
    }
}
