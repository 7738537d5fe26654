package org.entezar.survey.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/**
 * A form as browsers send it ({@code application/x-www-form-urlencoded}), bounded in bytes and fields.
 *
 * @param fields name to values, in the order sent; never an empty list
 */
public record FormBody(Map<String, List<String>> fields) {

    /** Enough for every text of a long questionnaire to be filled. */
    static final int MAXIMUM_BYTES = 1024 * 1024;

    private static final int MOST_FIELDS = 4_000;

    /**
     * Reads the body.
     *
     * @throws Problem {@link ErrorCode#TOO_LARGE} beyond the bounds
     */
    static FormBody read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAXIMUM_BYTES + 1);
        if (bytes.length > MAXIMUM_BYTES) {
            throw new Problem(ErrorCode.TOO_LARGE, MAXIMUM_BYTES);
        }
        return parse(new String(bytes, StandardCharsets.US_ASCII));
    }

    /** The fields of an encoded form or query; what cannot be decoded is left out. */
    public static FormBody parse(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        int start = 0;
        while (start <= encoded.length()) {
            int end = encoded.indexOf('&', start);
            String field = encoded.substring(start, end < 0 ? encoded.length() : end);
            if (!field.isEmpty()) {
                if (++count > MOST_FIELDS) {
                    throw new Problem(ErrorCode.TOO_LARGE, MAXIMUM_BYTES);
                }
                add(field, fields);
            }
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return new FormBody(fields);
    }

    private static void add(String field, Map<String, List<String>> fields) {
        int equals = field.indexOf('=');
        try {
            String name = decode(equals < 0 ? field : field.substring(0, equals));
            String value = equals < 0 ? "" : decode(field.substring(equals + 1));
            fields.computeIfAbsent(name, ignored -> new ArrayList<>(1)).add(value);
        } catch (IllegalArgumentException undecodable) {
            // Not sent by a browser.
        }
    }

    private static String decode(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The last value of the field, empty when it was not sent. */
    String value(String name) {
        List<String> values = fields.get(name);
        return values == null ? "" : values.get(values.size() - 1);
    }

    List<String> values(String name) {
        return fields.getOrDefault(name, List.of());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }
}
