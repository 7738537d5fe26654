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

    /** Why there is no figure: what a method says, in the words of the calculator; what only insights say, in their own. */
    String reason(String code) {
        return noted("reason", code);
    }

    /** What to know besides; of one item or category where it has a subject. */
    String notice(String code, String subject) {
        return subject.isEmpty() ? noted("warning", code) : say("notice." + code, subject);
    }

    private String noted(String kind, String code) {
        String shared = "notes." + kind + "." + code;
        return Text.in(language, shared).equals(shared)
                ? say((kind.equals("warning") ? "notice" : kind) + "." + code)
                : Text.filled(language, shared);
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
