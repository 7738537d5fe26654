package org.entezar.console.insight;

import java.util.OptionalDouble;
import org.entezar.console.Text;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;

/**
 * Words about figures in one language. Texts of the workspace are isolated, so that a Persian statement inside an
 * English sentence keeps its direction.
 *
 * @param language of the reader
 */
record Wording(Language language) {

    private static final char ISOLATE = '\u2068';
    private static final char POP = '\u2069';

    /** The text of the bundle {@code insight} with its arguments; a mean or count as ICU writes it in the language. */
    String say(String key, Object... arguments) {
        return Text.filled(language, "insight." + key, arguments);
    }

    /** A text of the workspace in the reader's language, else in another; the key where there is none. */
    String own(LocalizedText text, String key) {
        return text.isEmpty() ? key : text.best(language.tag(), "en");
    }

    /** The same inside a sentence or picture, without a full stop of its own. */
    String quoted(LocalizedText text, String key) {
        return ISOLATE + own(text, key).replaceFirst("[.。]+$", "") + POP;
    }

    /** A figure of a sentence; absent ones are never put into sentences. */
    static Double figure(OptionalDouble figure) {
        return figure.orElseThrow();
    }
}
