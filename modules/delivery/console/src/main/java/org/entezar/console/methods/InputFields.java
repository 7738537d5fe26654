package org.entezar.console.methods;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entezar.console.methods.InputFields.Field.Control;
import org.entezar.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** The form of a function: which fields it has follows from its example, and what is typed becomes its inputs. */
final class InputFields {

    private static final int MOST_LINES = 14;

    private final Map<String, @Nullable Object> example;
    private final Terms terms;

    InputFields(Map<String, @Nullable Object> example, Terms terms) {
        this.example = example;
        this.terms = terms;
    }

    /**
     * One field.
     *
     * @param name of the form's parameter
     * @param label in the reader's words
     * @param code the input's name in JSON
     * @param control how it is drawn
     * @param value what stands in it
     * @param hint how to type it; empty where that is plain
     * @param lines height of an area
     */
    public record Field(String name, String label, String code, Control control, String value, String hint, int lines) {

        /** How a field is drawn. */
        public enum Control {
            LINE,
            AREA,
            CHECK
        }
    }

    /** The fields, filled with the given inputs. */
    List<Field> of(Map<String, @Nullable Object> inputs) {
        List<Field> fields = new ArrayList<>();
        example.forEach((name, shown) -> {
            Object value = inputs.get(name);
            Shape shape = Shape.of(shown);
            if (shape == Shape.NAMED_NUMBERS && shown instanceof Map<?, ?> parts) {
                Map<?, ?> given = value instanceof Map<?, ?> map ? map : Map.of();
                parts.keySet()
                        .forEach(part -> fields.add(line(
                                name + "." + part,
                                terms.label(name) + " – " + terms.label(part.toString()),
                                given.get(part))));
            } else {
                fields.add(field(name, shape, value));
            }
        });
        return fields;
    }

    /** The fields as they were sent, so that whoever is refused loses nothing. */
    List<Field> sent(Function<String, @Nullable String> parameters) {
        return of(Map.of()).stream()
                .map(field -> {
                    String typed = parameters.apply(field.name());
                    String value = field.control() == Field.Control.CHECK
                            ? String.valueOf(typed != null)
                            : typed == null ? "" : typed;
                    return new Field(
                            field.name(),
                            field.label(),
                            field.code(),
                            field.control(),
                            value,
                            field.hint(),
                            lines(value));
                })
                .toList();
    }

    private Field line(String name, String label, @Nullable Object value) {
        return new Field(parameter(name), label, name, Control.LINE, value == null ? "" : Cells.shown(value), "", 1);
    }

    private Field field(String name, Shape shape, @Nullable Object value) {
        String label = terms.label(name);
        if (shape == Shape.NUMBER || shape == Shape.TEXT && !(value instanceof String text && text.length() > 40)) {
            return line(name, label, value);
        }
        if (shape == Shape.FLAG) {
            return new Field(parameter(name), label, name, Control.CHECK, String.valueOf(value), "", 1);
        }
        String shown = value == null ? "" : written(shape, value);
        return new Field(parameter(name), label, name, Control.AREA, shown, hint(shape), lines(shown));
    }

    private static int lines(String shown) {
        return Math.min(MOST_LINES, (int) shown.lines().count() + shown.length() / 90 + 1);
    }

    private String hint(Shape shape) {
        return switch (shape) {
            case COLUMN, WORDS -> terms.say("hint.column");
            case TABLE, WORD_TABLE -> terms.say("hint.table");
            case FRAME -> terms.say("hint.frame");
            case NAMED_LISTS -> terms.say("hint.lists");
            case JSON -> "JSON";
            default -> "";
        };
    }

    private static String parameter(String name) {
        return "in-" + name;
    }

    private static String written(Shape shape, Object value) {
        return switch (shape) {
            case COLUMN, WORDS -> Cells.row(value);
            case TABLE, WORD_TABLE -> Cells.table(value);
            case FRAME -> value instanceof Map<?, ?> map ? Cells.frame(map) : "";
            case NAMED_LISTS ->
                value instanceof Map<?, ?> map
                        ? map.entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + Cells.row(entry.getValue()))
                                .collect(Collectors.joining("\n"))
                        : "";
            case JSON -> Json.write(value);
            default -> Cells.shown(value);
        };
    }

    /**
     * The inputs that were typed; an empty field is an input that is not given.
     *
     * @throws org.entezar.kernel.Problem with the place of what is no number
     */
    Map<String, @Nullable Object> read(Function<String, @Nullable String> parameters) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        example.forEach((name, shown) -> {
            Shape shape = Shape.of(shown);
            if (shape == Shape.NAMED_NUMBERS && shown instanceof Map<?, ?> parts) {
                Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
                parts.keySet().forEach(part -> {
                    String typed = typed(parameters, name + "." + part);
                    if (!typed.isBlank()) {
                        numbers.put(part.toString(), Cells.number(typed, "/" + name + "/" + part));
                    }
                });
                inputs.put(name, numbers);
            } else if (shape == Shape.FLAG) {
                inputs.put(name, parameters.apply(parameter(name)) != null);
            } else {
                String typed = typed(parameters, name);
                if (!typed.isBlank()) {
                    inputs.put(name, read(shape, typed, "/" + name));
                }
            }
        });
        return inputs;
    }

    private static String typed(Function<String, @Nullable String> parameters, String name) {
        String typed = parameters.apply(parameter(name));
        return typed == null ? "" : typed;
    }

    private static @Nullable Object read(Shape shape, String typed, String pointer) {
        return switch (shape) {
            case NUMBER -> Cells.number(typed, pointer);
            case COLUMN -> Cells.numbers(Cells.column(typed), pointer);
            case WORDS -> Cells.words(Cells.column(typed));
            case TABLE -> {
                List<Object> rows = new ArrayList<>();
                for (List<String> cells : Cells.rows(typed)) {
                    rows.add(Cells.numbers(cells, pointer + "/" + rows.size()));
                }
                yield rows;
            }
            case WORD_TABLE -> Cells.rows(typed).stream().map(Cells::words).toList();
            case FRAME -> Cells.frame(typed, pointer);
            case NAMED_LISTS -> lists(typed, pointer);
            case JSON -> Json.readInput(typed.getBytes(StandardCharsets.UTF_8), Object.class);
            default -> typed.strip();
        };
    }

    private static Map<String, @Nullable Object> lists(String typed, String pointer) {
        Map<String, @Nullable Object> lists = new LinkedHashMap<>();
        typed.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            String name = (colon < 0 ? line : line.substring(0, colon)).strip();
            List<String> cells = Cells.cells(colon < 0 ? "" : line.substring(colon + 1));
            boolean numbers = cells.stream().allMatch(cell -> cell.isEmpty() || !Character.isLetter(cell.charAt(0)));
            lists.put(name, numbers ? Cells.numbers(cells, pointer + "/" + name) : Cells.words(cells));
        });
        return lists;
    }

    /** The inputs as JSON, an input a line. */
    static String json(Map<String, @Nullable Object> inputs) {
        ObjectMapper mapper = Json.mapper();
        return inputs.entrySet().stream()
                .map(entry -> "  " + written(mapper, entry.getKey()) + ": " + written(mapper, entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String written(ObjectMapper mapper, @Nullable Object value) {
        try {
            return mapper.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
