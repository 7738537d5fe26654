package org.entezar.console.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entezar.audit.Difference;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.kernel.Language;

/**
 * Puts states that history keeps as JSON into words: fields by their names in the reader's language, things by their own
 * titles, times and numbers as the language writes them.
 */
final class StateWords {

    private static final int MOST_LINES = 60;
    /** What stands further in is drawn no further in. */
    private static final int MOST_DEPTH = 4;

    private static final String SEALED = "/sealed";

    private final Text text;
    private final Format format;
    private final Language language;

    StateWords(Text text, Format format, Language language) {
        this.text = text;
        this.format = format;
        this.language = language;
    }

    /**
     * A line of a value.
     *
     * @param depth how far it stands in
     * @param label of the field; empty for a value alone
     * @param value what it says; empty for the head of the lines under it
     */
    public record Line(int depth, String label, String value) {}

    /**
     * One difference.
     *
     * @param place where it is, from the widest to the narrowest
     * @param kind ADDED, REMOVED or CHANGED
     * @param before what stood there
     * @param after what stands there
     */
    public record Row(List<String> place, String kind, List<Line> before, List<Line> after) {}

    Row row(Difference difference, Optional<JsonNode> before, Optional<JsonNode> after) {
        if (isSealed(difference)) {
            List<Line> words = List.of(new Line(0, "", text.get("history.sealedWords")));
            return new Row(
                    place(difference.path().substring(0, difference.path().length() - SEALED.length()), before, after),
                    difference.kind().name(),
                    difference.before().map(kept -> words).orElse(List.of()),
                    difference.after().map(kept -> words).orElse(List.of()));
        }
        return new Row(
                place(difference.path(), before, after),
                difference.kind().name(),
                difference.before().map(this::lines).orElse(List.of()),
                difference.after().map(this::lines).orElse(List.of()));
    }

    /** The path from thing to thing; lists are left out where the thing within them is named. */
    private List<String> place(String pointer, Optional<JsonNode> before, Optional<JsonNode> after) {
        List<String> place = new ArrayList<>();
        Optional<JsonNode> old = before;
        Optional<JsonNode> now = after;
        if (pointer.isEmpty()) {
            return place;
        }
        for (String escaped : pointer.substring(1).split("/", -1)) {
            String segment = escaped.replace("~1", "/").replace("~0", "~");
            Optional<JsonNode> parent = now.isPresent() ? now : old;
            boolean list = parent.filter(JsonNode::isArray).isPresent();
            boolean texts = parent.filter(Sentences::isTexts).isPresent();
            old = old.flatMap(node -> step(node, segment));
            now = now.flatMap(node -> step(node, segment));
            Optional<JsonNode> reached = now.isPresent() ? now : old;
            if (list && !place.isEmpty()) {
                place.remove(place.size() - 1);
            }
            place.add(
                    list
                            ? reached.map(node -> title(node, segment)).orElse(segment)
                            : texts ? format.language(segment) : field(segment));
        }
        return place;
    }

    private static Optional<JsonNode> step(JsonNode node, String segment) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                if (one.path("key").asText().equals(segment)
                        || one.path("id").asText().equals(segment)) {
                    return Optional.of(one);
                }
            }
            return segment.matches("\\d{1,6}")
                    ? Optional.ofNullable(node.get(Integer.parseInt(segment)))
                    : Optional.empty();
        }
        return Optional.ofNullable(node.get(segment));
    }

    /** What a thing in a list is called. */
    private String title(JsonNode node, String otherwise) {
        for (String field : List.of("title", "name", "text")) {
            Optional<String> said = Sentences.said(node.path(field), language);
            if (said.isPresent() && !said.get().isBlank()) {
                return said.get();
            }
        }
        JsonNode key = node.path("key");
        if (key.isTextual()) {
            return key.textValue();
        }
        return otherwise.matches("\\d+") ? format.number(Integer.parseInt(otherwise) + 1) : otherwise;
    }

    /** A field's name in the reader's language, where it has one. */
    private String field(String name) {
        String key = "history.field." + name;
        return Text.in(language, key).equals(key) ? name : text.get(key);
    }

    List<Line> lines(JsonNode value) {
        List<Line> lines = new ArrayList<>();
        add("", value, 0, lines);
        if (lines.size() > MOST_LINES) {
            int more = lines.size() - MOST_LINES;
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add(new Line(0, "", text.of("history.more", more)));
        }
        return lines;
    }

    private void add(String label, JsonNode value, int depth, List<Line> lines) {
        if (isSealed(value)) {
            lines.add(new Line(Math.min(depth, MOST_DEPTH), label, text.get("history.sealedWords")));
            return;
        }
        Optional<String> said = Sentences.said(value, language);
        if (said.isPresent() || value.isValueNode() || isPlainList(value)) {
            lines.add(new Line(Math.min(depth, MOST_DEPTH), label, said.orElseGet(() -> plain(value))));
            return;
        }
        int below = depth;
        if (!label.isEmpty()) {
            lines.add(new Line(Math.min(depth, MOST_DEPTH), label, ""));
            below = depth + 1;
        }
        if (value.isArray()) {
            int place = 0;
            for (JsonNode one : value) {
                add(title(one, Integer.toString(place++)), one, below, lines);
            }
            return;
        }
        for (var fields = value.fields(); fields.hasNext(); ) {
            var field = fields.next();
            // The title stands over the lines already.
            if (!label.isEmpty()
                    && Sentences.said(field.getValue(), language)
                            .filter(label::equals)
                            .isPresent()) {
                continue;
            }
            add(field(field.getKey()), field.getValue(), below, lines);
        }
    }

    /** Whether somebody's words differ, which history keeps sealed. */
    private static boolean isSealed(Difference difference) {
        return difference.path().endsWith(SEALED)
                && difference.path().length() > SEALED.length()
                && difference
                        .after()
                        .or(difference::before)
                        .filter(JsonNode::isTextual)
                        .isPresent();
    }

    /** Whether these are somebody's words, which history keeps sealed. */
    private static boolean isSealed(JsonNode value) {
        return value.isObject() && value.size() == 1 && value.path("sealed").isTextual();
    }

    private static boolean isPlainList(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode one : value) {
            if (!one.isValueNode()) {
                return false;
            }
        }
        return true;
    }

    private String plain(JsonNode value) {
        if (value.isBoolean()) {
            return text.get(value.booleanValue() ? "history.yes" : "history.no");
        }
        if (value.isIntegralNumber()) {
            return format.number(value.longValue());
        }
        if (value.isNumber()) {
            return format.number(
                    value.doubleValue(),
                    Math.min(4, value.decimalValue().stripTrailingZeros().scale()));
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(one -> parts.add(plain(one)));
            return parts.isEmpty() ? "–" : String.join(language == Language.PERSIAN ? "، " : ", ", parts);
        }
        if (value.isTextual()) {
            return word(value.textValue());
        }
        return value.isNull() ? "–" : value.toString();
    }

    private String word(String value) {
        String key = "history.value." + value;
        if (value.matches("[A-Za-z_-]+") && !Text.in(language, key).equals(key)) {
            return text.get(key);
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
            try {
                return format.dateTime(Instant.parse(value));
            } catch (DateTimeParseException noTime) {
                return value;
            }
        }
        if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            try {
                return format.day(LocalDate.parse(value));
            } catch (DateTimeParseException noDay) {
                return value;
            }
        }
        return value;
    }
}
