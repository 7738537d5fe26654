package org.entezar.collection.internal.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what people and programs write into cells: digits of any script, words with odd spaces and invisible marks. */
final class CellText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,9}(\\.0{1,9})?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");

    /** What stands for "no answer". */
    private static final Set<String> MISSING =
            Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "-", "--", "—", "–", ".", "?");

    private static final Map<String, Integer> CHINESE = Map.ofEntries(
            Map.entry("〇", 0),
            Map.entry("零", 0),
            Map.entry("一", 1),
            Map.entry("二", 2),
            Map.entry("三", 3),
            Map.entry("四", 4),
            Map.entry("五", 5),
            Map.entry("六", 6),
            Map.entry("七", 7),
            Map.entry("八", 8),
            Map.entry("九", 9),
            Map.entry("十", 10));

    private CellText() {}

    static boolean isMissing(String cell) {
        return cell.isBlank() || (cell.length() <= 6 && MISSING.contains(fold(cell)));
    }

    /** The cell with every decimal digit as 0 to 9 and full-width signs as plain ones. */
    static String plain(String cell) {
        String normal = INVISIBLE
                .matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC))
                .replaceAll("");
        StringBuilder plain = new StringBuilder(normal.length());
        normal.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append((char) ('0' + Character.digit(point, 10)));
            } else {
                switch (point) {
                    case '٫' -> plain.append('.');
                    case '٬' -> plain.append(',');
                    case '−' -> plain.append('-');
                    default -> plain.appendCodePoint(point);
                }
            }
        });
        return plain.toString().strip();
    }

    /** A whole number of at most nine digits; 6.0, which spreadsheets like to write, is one. */
    static Optional<Integer> integer(String cell) {
        String plain = plain(cell);
        if (INTEGER.matcher(plain).matches()) {
            int dot = plain.indexOf('.');
            return Optional.of(Integer.parseInt(dot < 0 ? plain : plain.substring(0, dot)));
        }
        return Optional.ofNullable(CHINESE.get(plain));
    }

    /** A decimal number as Java writes it. */
    static Optional<String> number(String cell) {
        String plain = plain(cell).replace(" ", "");
        if (THOUSANDS.matcher(plain).matches()) {
            plain = plain.replace(",", "");
        } else if (DECIMAL_COMMA.matcher(plain).matches()) {
            plain = plain.replace(',', '.');
        }
        return NUMBER.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /** The cell as it is compared: lower case, single spaces, one form of each letter, without invisible marks. */
    static String fold(String text) {
        String plain = plain(text).replace('ي', 'ی').replace('ك', 'ک');
        return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** The cell as a message may repeat it. */
    static String shown(String cell) {
        return cell.length() > 100 ? cell.substring(0, 100) + "…" : cell;
    }
}
