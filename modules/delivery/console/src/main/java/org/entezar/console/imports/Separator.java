package org.entezar.console.imports;

import java.util.Arrays;
import java.util.Locale;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;

/** What stands between the cells of a file, by a name that a form can carry. */
enum Separator {
    COMMA(","),
    SEMICOLON(";"),
    TAB("\t"),
    BAR("|");

    private final String character;

    Separator(String character) {
        this.character = character;
    }

    String character() {
        return character;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Separator of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_AN_OPTION, key));
    }

    /** The separator that a file was read with. */
    static Separator with(String character) {
        return Arrays.stream(values())
                .filter(one -> one.character.equals(character))
                .findFirst()
                .orElse(COMMA);
    }
}
