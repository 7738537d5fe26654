package org.entezar.kernel;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One text in several languages, keyed by BCP 47 tag: {@code {"en": "Reliability", "fa": "قابلیت اعتماد"}}. Blank
 * translations are left out, so "untranslated" and "empty" are the same thing.
 *
 * @param texts language tag to text, sorted by tag
 */
public record LocalizedText(Map<String, String> texts) {

    public static final LocalizedText EMPTY = new LocalizedText(Map.of());

    public LocalizedText {
        TreeMap<String, String> kept = new TreeMap<>();
        texts.forEach((tag, text) -> {
            if (text != null && !text.isBlank()) {
                kept.put(tag, text.strip());
            }
        });
        texts = Collections.unmodifiableMap(kept);
    }

    public static LocalizedText of(String tag, String text) {
        return new LocalizedText(Map.of(tag, text));
    }

    public static LocalizedText of(String tag1, String text1, String tag2, String text2, String tag3, String text3) {
        return new LocalizedText(Map.of(tag1, text1, tag2, text2, tag3, text3));
    }

    /** The text in exactly this language. */
    public Optional<String> in(String tag) {
        return Optional.ofNullable(texts.get(tag));
    }

    /**
     * The text in this language, else in the fallback, else in any language, else empty: a reader sees something rather
     * than nothing.
     */
    public String best(String tag, String fallback) {
        String exact = texts.get(tag);
        if (exact != null) {
            return exact;
        }
        String second = texts.get(fallback);
        if (second != null) {
            return second;
        }
        return texts.values().stream().findFirst().orElse("");
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** This text with one translation set, or removed when the text is blank. */
    public LocalizedText with(String tag, String text) {
        TreeMap<String, String> changed = new TreeMap<>(texts);
        changed.put(tag, text);
        return new LocalizedText(changed);
    }
}
