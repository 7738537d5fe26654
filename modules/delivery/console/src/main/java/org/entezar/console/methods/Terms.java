package org.entezar.console.methods;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entezar.console.Format;
import org.entezar.console.Text;
import org.entezar.kernel.Language;
import org.jspecify.annotations.Nullable;

/**
 * Names and values of a function's inputs and outputs in the reader's words. A name may mean one thing in one function
 * and another elsewhere, therefore {@code terms.ets_fixed.alpha} goes before {@code terms.alpha}. What has no text, such
 * as a dimension that the visitor named, is shown as it is.
 */
final class Terms {

    /** Kano's label of a class that is not clear: {@code mixed: M/O}. */
    private static final String MIXED = "mixed: ";

    private final Language language;
    private final String function;

    Terms(Language language, String function) {
        this.language = language;
        this.function = function;
    }

    /** What the input or output is called. */
    String label(String name) {
        return text("terms." + function + "." + name)
                .or(() -> text("terms." + name))
                .orElse(name);
    }

    /** A code among the outputs in words. */
    String code(String code) {
        if (code.startsWith(MIXED)) {
            return code("MIXED") + ": "
                    + Arrays.stream(code.substring(MIXED.length()).split("/"))
                            .map(this::code)
                            .collect(Collectors.joining(" / "));
        }
        return text("codes." + code).orElse(code);
    }

    /** Why there is no figure. */
    String reason(Object code) {
        return text("notes.reason." + code).orElse(String.valueOf(code));
    }

    String warning(Object code) {
        return text("notes.warning." + code).orElse(String.valueOf(code));
    }

    private Optional<String> text(String key) {
        String text = Text.in(language, key);
        return text.equals(key) ? Optional.empty() : Optional.of(text.replace("''", "'"));
    }

    /** A text of the page with its arguments. */
    String say(String key, Object... arguments) {
        return Text.filled(language, "methods." + key, arguments);
    }

    /** Any output as one cell. */
    String value(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return say(flag ? "yes" : "no");
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(this::value)
                    .collect(Collectors.joining(language == Language.PERSIAN ? "، " : ", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> label(String.valueOf(entry.getKey())) + " " + value(entry.getValue()))
                    .collect(Collectors.joining(" · "));
        }
        return value == null ? "–" : code(value.toString());
    }

    /** A number with as many decimals as its size deserves. */
    String number(Number number) {
        double value = number.doubleValue();
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return Format.number(language, number, 0);
        }
        if (size < 0.0001 || size >= 1e15) {
            return scientific(value);
        }
        int decimals = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 1 ? 3 : 4;
        while (decimals > 1 && Math.abs(round(value, decimals - 1) - value) < 1e-12 * size) {
            decimals--;
        }
        return Format.number(language, number, decimals);
    }

    /** As 3.08 × 10⁻⁴⁴, with the digits of the language. */
    private String scientific(double value) {
        String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", 2);
        String exponent = Integer.toString(Integer.parseInt(parts[1]))
                .codePoints()
                .mapToObj(c -> c == '-'
                        ? "\u207b"
                        : Character.toString(
                                "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0')))
                .collect(Collectors.joining());
        return Format.number(language, Double.parseDouble(parts[0]), 2) + " × " + Format.number(language, 10, 0)
                + exponent;
    }

    private static double round(double value, int decimals) {
        double unit = Math.pow(10, decimals);
        return Math.rint(value * unit) / unit;
    }

    String interval(Number low, Number high) {
        return "[" + number(low) + (language == Language.PERSIAN ? "، " : ", ") + number(high) + "]";
    }
}
