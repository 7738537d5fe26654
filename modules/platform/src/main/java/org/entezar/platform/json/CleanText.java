package org.entezar.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** Takes a text unless it holds the character zero or half of a pair, which PostgreSQL and UTF-8 have no place for. */
final class CleanText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1;

    CleanText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                throw forbidden(character);
            }
            if (Character.isSurrogate(character)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(character, text.charAt(i + 1));
                if (!pair) {
                    throw forbidden(character);
                }
                i++;
            }
        }
        return text;
    }

    private static Problem forbidden(char character) {
        return new Problem(ErrorCode.FORBIDDEN_CHARACTER, "U+%04X".formatted((int) character));
    }
}
