package org.entezar.kernel;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language in which the product itself speaks. Workspaces may write their questionnaires in any BCP 47 language;
 * built-in texts exist in these three.
 */
public enum Language {
    ENGLISH("en", Direction.LEFT_TO_RIGHT),
    PERSIAN("fa", Direction.RIGHT_TO_LEFT),
    CHINESE("zh-Hans", Direction.LEFT_TO_RIGHT);

    /** Which way a line of text runs. */
    public enum Direction {
        LEFT_TO_RIGHT("ltr"),
        RIGHT_TO_LEFT("rtl");

        private final String html;

        Direction(String html) {
            this.html = html;
        }

        /** The value of HTML's {@code dir} attribute. */
        public String html() {
            return html;
        }
    }

    private final String tag;
    private final Direction direction;

    Language(String tag, Direction direction) {
        this.tag = tag;
        this.direction = direction;
    }

    /** The BCP 47 tag, as used in addresses, documents and bundles. */
    public String tag() {
        return tag;
    }

    public Direction direction() {
        return direction;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language with exactly this tag, or the closest by its primary subtag ({@code fa-IR} is Persian, {@code zh} Chinese). */
    public static Optional<Language> of(String tag) {
        String wanted = tag.toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.tag.toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(language);
            }
        }
        String primary = wanted.split("[-_]", 2)[0];
        for (Language language : values()) {
            if (language.tag.toLowerCase(Locale.ROOT).split("-", 2)[0].equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The best match for an {@code Accept-Language} header, English when nothing fits or the header is malformed. */
    public static Language accepted(String header) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
            for (Locale.LanguageRange range : ranges) {
                Optional<Language> found = of(range.getRange());
                if (found.isPresent()) {
                    return found.get();
                }
            }
        } catch (IllegalArgumentException malformed) {
            return ENGLISH;
        }
        return ENGLISH;
    }

    /** Whether the text is a BCP 47 tag in its canonical spelling, such as {@code zh-Hans}. */
    public static boolean isTag(String text) {
        if (text.length() > 35) {
            return false;
        }
        try {
            return new Locale.Builder()
                            .setLanguageTag(text)
                            .build()
                            .toLanguageTag()
                            .equals(text)
                    && !text.equals("und");
        } catch (IllformedLocaleException malformed) {
            return false;
        }
    }

    /** Which way a line in the given BCP 47 language runs; languages that the product does not speak included. */
    public static Direction directionOf(String tag) {
        String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (primary) {
            case "fa", "ar", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv" -> Direction.RIGHT_TO_LEFT;
            default -> Direction.LEFT_TO_RIGHT;
        };
    }
}
