package org.entezar.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    /** Most languages that one text may come in. */
    public static final int MOST_LANGUAGES = 30;

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

    /**
     * The faults of this text: a key that is no language tag, more than {@value #MOST_LANGUAGES} languages, a text of
     * more than {@code longest} characters, or a character that cannot be stored or shown.
     *
     * @param pointer place of the text in the input
     */
    public List<Violation> faults(String pointer, int longest) {
        List<Violation> faults = new ArrayList<>();
        if (texts.size() > MOST_LANGUAGES) {
            faults.add(Violation.at(pointer, ErrorCode.TOO_MANY, MOST_LANGUAGES));
        }
        texts.forEach((tag, text) -> {
            if (!Language.isTag(tag)) {
                faults.add(Violation.at(pointer, ErrorCode.UNKNOWN_LANGUAGE, shortened(tag)));
            } else {
                fault(pointer + "/" + tag, text, longest).ifPresent(faults::add);
            }
        });
        return faults;
    }

    /** The fault of a plain text, if it has one: too long, or a control character or half of a pair in it. */
    public static Optional<Violation> fault(String pointer, String text, int longest) {
        if (text.length() > longest) {
            return Optional.of(Violation.at(pointer, ErrorCode.TOO_LONG, longest));
        }
        return text.codePoints()
                .filter(LocalizedText::isForbidden)
                .mapToObj(point -> Violation.at(pointer, ErrorCode.FORBIDDEN_CHARACTER, "U+%04X".formatted(point)))
                .findFirst();
    }

    private static boolean isForbidden(int point) {
        return point < ' ' && point != '\n' && point != '\t' && point != '\r'
                || point >= 0x7F && point <= 0x9F
                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                || (point & 0xFFFE) == 0xFFFE;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
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
