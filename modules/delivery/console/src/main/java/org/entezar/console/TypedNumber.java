package org.entezar.console;

import com.ibm.icu.lang.UCharacter;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people type them: digits of any script, {@code ۳٫۵} as well as {@code 3.5}. */
public final class TypedNumber {

    private static final int LONGEST = 40;

    private TypedNumber() {}

    /** The number that was meant; empty when the text is none. */
    public static Optional<BigDecimal> read(String typed) {
        String text = plain(typed);
        try {
            return text.matches("[+-]?\\d{1," + LONGEST + "}(\\.\\d{1," + LONGEST + "})?")
                    ? Optional.of(new BigDecimal(text))
                    : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** The same with Latin digits, point and minus. */
    public static String plain(String typed) {
        StringBuilder plain = new StringBuilder();
        typed.strip().codePoints().forEach(point -> {
            int digit = UCharacter.isDigit(point) ? UCharacter.digit(point) : -1;
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (point == '٫') {
                plain.append('.');
            } else if (point == '−') {
                plain.append('-');
            } else if (point != '\u200e' && point != '\u200f' && point != '\u2066' && point != '\u2069') {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }
}
