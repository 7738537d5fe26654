package org.entezar.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.NumberToJSON;

/**
 * The one byte form of a JSON value: RFC 8785 in UTF-8, without blanks, names in the order of their UTF-16 units,
 * numbers as ECMAScript writes them. A number that an IEEE 754 double cannot hold, for which RFC 8785 has no form, is
 * written as <code>{"$number":"…"}</code> with all its digits, so that no digit can be changed unseen.
 */
public final class Canonical {

    private static final int MAXIMUM_DEPTH = 64;
    private static final int LONGEST_TEXT = 1 << 24;
    private static final long LARGEST_WHOLE = 1L << 53;
    private static final String EXACT = "$number";
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAXIMUM_DEPTH)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(1_000)
                        .build());
    }

    private Canonical() {}

    /**
     * The canonical bytes of a value.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair, or a number is not finite
     */
    public static byte[] bytes(JsonNode value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        write(out, value);
        return out.toByteArray();
    }

    /**
     * Reads JSON without losing a digit.
     *
     * @throws Malformed when it is not one JSON value, repeats a name, or is too deep or too long
     */
    public static JsonNode read(byte[] json) {
        try {
            JsonNode value = MAPPER.readTree(json);
            if (value == null || value.isMissingNode()) {
                throw new Malformed("empty");
            }
            return value;
        } catch (JsonProcessingException malformed) {
            throw new Malformed(malformed.getOriginalMessage());
        } catch (IOException impossible) {
            throw new Malformed(String.valueOf(impossible.getMessage()));
        }
    }

    /**
     * Reads an object.
     *
     * @throws Malformed when it is anything else
     */
    public static ObjectNode readObject(byte[] json) {
        if (read(json) instanceof ObjectNode object) {
            return object;
        }
        throw new Malformed("not an object");
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    private static void write(ByteArrayOutputStream out, JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(out, value);
            case ARRAY -> {
                char before = '[';
                for (JsonNode element : value) {
                    out.write(before);
                    write(out, element);
                    before = ',';
                }
                if (before == '[') {
                    out.write('[');
                }
                out.write(']');
            }
            case STRING -> writeText(out, value.textValue());
            case NUMBER -> writeNumber(out, value);
            case BOOLEAN -> ascii(out, value.booleanValue() ? "true" : "false");
            case NULL -> ascii(out, "null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("No JSON value: " + value.getNodeType());
        }
    }

    private static void writeObject(ByteArrayOutputStream out, JsonNode object) {
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.size());
        for (Iterator<Map.Entry<String, JsonNode>> all = object.fields(); all.hasNext(); ) {
            fields.add(all.next());
        }
        Collections.sort(fields, Map.Entry.comparingByKey());
        out.write('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> field : fields) {
            if (!first) {
                out.write(',');
            }
            first = false;
            writeText(out, field.getKey());
            out.write(':');
            write(out, field.getValue());
        }
        out.write('}');
    }

    private static void writeNumber(ByteArrayOutputStream out, JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            long whole = number.longValue();
            if (whole >= -LARGEST_WHOLE && whole <= LARGEST_WHOLE) {
                ascii(out, Long.toString(whole));
                return;
            }
        }
        try {
            if (number.isDouble()) {
                ascii(out, NumberToJSON.serializeNumber(number.doubleValue()));
                return;
            }
            BigDecimal exact = new BigDecimal(number.asText());
            double nearest = exact.doubleValue();
            if (Double.isFinite(nearest)) {
                String text = NumberToJSON.serializeNumber(nearest);
                if (new BigDecimal(text).compareTo(exact) == 0) {
                    ascii(out, text);
                    return;
                }
            }
            ascii(out, "{\"" + EXACT + "\":\"" + exact.stripTrailingZeros() + "\"}");
        } catch (IOException notFinite) {
            throw new IllegalArgumentException("A number is not finite", notFinite);
        }
    }

    private static void writeText(ByteArrayOutputStream out, String text) {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x20 && unit < 0x80) {
                if (unit == '"' || unit == '\\') {
                    out.write('\\');
                }
                out.write(unit);
            } else if (unit < 0x20) {
                writeControl(out, unit);
            } else if (unit < 0x800) {
                out.write(0xC0 | (unit >> 6));
                out.write(0x80 | (unit & 0x3F));
            } else if (Character.isSurrogate(unit)) {
                i++;
                if (!Character.isHighSurrogate(unit)
                        || i == text.length()
                        || !Character.isLowSurrogate(text.charAt(i))) {
                    throw new IllegalArgumentException("A text holds half of a surrogate pair");
                }
                int point = Character.toCodePoint(unit, text.charAt(i));
                out.write(0xF0 | (point >> 18));
                out.write(0x80 | ((point >> 12) & 0x3F));
                out.write(0x80 | ((point >> 6) & 0x3F));
                out.write(0x80 | (point & 0x3F));
            } else {
                out.write(0xE0 | (unit >> 12));
                out.write(0x80 | ((unit >> 6) & 0x3F));
                out.write(0x80 | (unit & 0x3F));
            }
        }
        out.write('"');
    }

    private static void writeControl(ByteArrayOutputStream out, char unit) {
        switch (unit) {
            case '\b' -> ascii(out, "\\b");
            case '\t' -> ascii(out, "\\t");
            case '\n' -> ascii(out, "\\n");
            case '\f' -> ascii(out, "\\f");
            case '\r' -> ascii(out, "\\r");
            default -> {
                ascii(out, "\\u00");
                out.write(HEX[unit >> 4]);
                out.write(HEX[unit & 0xF]);
            }
        }
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        for (int i = 0; i < text.length(); i++) {
            out.write(text.charAt(i));
        }
    }
}
