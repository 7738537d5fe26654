package org.entezar.survey.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entezar.questionnaire.Facet;
import org.entezar.questionnaire.Item;

/**
 * Reads answers out of the fields of a form. What cannot be an answer is passed on as text, so that the rules of the
 * questionnaire refuse it with its place and the page shows it again.
 */
final class EnteredAnswers {

    private static final Pattern POINT = Pattern.compile("[0-9]{1,3}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    private EnteredAnswers() {}

    /** Name of the field for one facet of a rating. */
    static String field(Item item, Facet facet) {
        return item.key() + "." + facet.key();
    }

    /** The answer to an item that the page showed; empty when there is none. */
    static Optional<JsonNode> read(Item item, FormBody form) {
        return switch (item.type()) {
            case RATING -> rating(item, form);
            case NPS, CSAT, CES -> given(form, item).map(EnteredAnswers::point);
            case CHOICE -> given(form, item).map(TextNode::valueOf);
            case CHOICES -> choices(item, form);
            case NUMBER -> given(form, item).map(EnteredAnswers::number);
            case TEXT -> given(form, item).map(text -> TextNode.valueOf(text.replace("\r\n", "\n")));
            case CONSENT -> Optional.of(BooleanNode.valueOf(form.has(item.key())));
        };
    }

    private static Optional<String> given(FormBody form, Item item) {
        return Optional.of(form.value(item.key()).strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<JsonNode> rating(Item item, FormBody form) {
        ObjectNode points = JsonNodeFactory.instance.objectNode();
        for (Facet facet : item.facets()) {
            String value = form.value(field(item, facet));
            if (!value.isEmpty()) {
                points.set(facet.key(), point(value));
            }
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(points);
    }

    private static JsonNode point(String value) {
        return POINT.matcher(value).matches() ? IntNode.valueOf(Integer.parseInt(value)) : TextNode.valueOf(value);
    }

    private static Optional<JsonNode> choices(Item item, FormBody form) {
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        form.values(item.key()).forEach(chosen::add);
        return chosen.isEmpty() ? Optional.empty() : Optional.of(chosen);
    }

    /** Digits of every script are digits, so a Persian or Chinese keyboard serves as well. */
    private static JsonNode number(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                latin.append(digit);
            } else if (point == '\u066b' || point == '\uff0e') {
                latin.append('.');
            } else if (point == '\u2212' || point == '\uff0d') {
                latin.append('-');
            } else if (point != '\u066c' && !Character.isWhitespace(point) && point != '\u200e') {
                latin.appendCodePoint(point);
            }
        });
        if (!NUMBER.matcher(latin).matches()) {
            return TextNode.valueOf(text);
        }
        BigDecimal number = new BigDecimal(latin.toString());
        return number.stripTrailingZeros().scale() <= 0
                ? LongNode.valueOf(number.longValueExact())
                : DecimalNode.valueOf(number);
    }
}
