package org.entezar.platform.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.kernel.WorkspaceId;

/**
 * The product's one way with JSON: times as RFC 3339, absent rather than null, unknown fields and duplicate keys
 * refused, depth and sizes bounded, faults answered with their place.
 */
public final class Json {

    private static final int MAXIMUM_DEPTH = 50;
    private static final int MAXIMUM_STRING = 200_000;

    /** How Jackson's message begins when a property that may not be null is null or left out. */
    private static final String NULL_PROPERTY = "Null value for creator property";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addMixIn(LocalizedText.class, AsTexts.class)
            .addMixIn(WorkspaceId.class, AsUuid.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .maxStringLength(MAXIMUM_STRING)
                        .maxNumberLength(100)
                        .build());
    }

    /** Reads what clients send: no field of theirs is null, no text of theirs holds what no database takes. */
    private static final ObjectMapper INPUT = MAPPER.copy()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .registerModule(new SimpleModule("input").addDeserializer(String.class, new CleanText()));

    private Json() {}

    /** The mapper itself, for the API's reader and writer and for streams. Not to be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Reads what the product itself wrote, such as a document column; a fault there is ours. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException corrupt) {
            throw new UncheckedIOException(corrupt);
        }
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static JsonNode parse(String json) {
        return read(json, JsonNode.class);
    }

    /**
     * Reads what a client sent.
     *
     * @throws Problem {@link ErrorCode#MALFORMED_JSON} with line and column, or {@link ErrorCode#INVALID} with the
     *     pointer of the field that does not fit
     */
    public static <T> T readInput(byte[] json, Class<T> type) {
        return readInput(json, MAPPER.constructType(type));
    }

    /** The same for a type with parameters. */
    public static <T> T readInput(byte[] json, JavaType type) {
        try {
            T value = INPUT.readValue(json, type);
            if (value == null || value instanceof MissingNode) {
                throw new Problem(ErrorCode.MALFORMED_JSON, "empty");
            }
            return value;
        } catch (IOException fault) {
            Problem problem = problem(fault);
            problem.initCause(fault);
            throw problem;
        }
    }

    /** The problem that a fault in a client's JSON amounts to. */
    public static Problem problem(IOException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return new Problem(
                    List.of(Violation.at(pointer(unknown), ErrorCode.UNKNOWN_FIELD, unknown.getPropertyName())));
        }
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            for (Throwable cause = mapping; cause != null; cause = cause.getCause()) {
                if (cause instanceof Problem problem) {
                    return new Problem(List.of(Violation.at(
                            pointer(mapping),
                            problem.code(),
                            problem.arguments().toArray())));
                }
            }
            if (String.valueOf(mapping.getOriginalMessage()).startsWith(NULL_PROPERTY)) {
                return new Problem(List.of(Violation.at(pointer(mapping), ErrorCode.REQUIRED)));
            }
            String wanted = mapping instanceof com.fasterxml.jackson.databind.exc.MismatchedInputException mismatch
                            && mismatch.getTargetType() != null
                    ? mismatch.getTargetType().getSimpleName()
                    : "value";
            return new Problem(List.of(Violation.at(pointer(mapping), ErrorCode.WRONG_TYPE, wanted)));
        }
        JsonLocation place = fault instanceof JsonProcessingException processing ? processing.getLocation() : null;
        String where = place == null ? "?" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
        return new Problem(ErrorCode.MALFORMED_JSON, where);
    }

    private static String pointer(JsonMappingException mapping) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            String name = step.getFieldName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** Streams are read with the same strictness. */
    public static JsonParser parser(java.io.InputStream stream) throws IOException {
        return MAPPER.getFactory().createParser(stream);
    }

    interface AsTexts {
        @JsonValue
        Map<String, String> texts();

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static LocalizedText of(Map<String, String> texts) {
            return new LocalizedText(texts);
        }
    }

    interface AsUuid {
        @JsonValue
        UUID value();
    }
}
