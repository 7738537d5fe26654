package org.entezar.collection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.questionnaire.Facet;

/**
 * What a column of a file holds. Written as text: {@code answers.sq01.expected}, {@code answers.nps},
 * {@code context.segment}, {@code id}, {@code submittedAt}, {@code language} or {@code ignore}.
 *
 * @param kind what it is
 * @param key key of the item or of the context; empty for the others
 * @param facet facet of a rating
 */
public record ColumnTarget(Kind kind, String key, Optional<Facet> facet) {

    /** What a column can be. */
    public enum Kind {
        IGNORE("ignore"),
        /** Names the row in its source, so that the same row is never counted twice. */
        ID("id"),
        SUBMITTED_AT("submittedAt"),
        LANGUAGE("language"),
        CONTEXT("context"),
        ANSWER("answers");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    public static final ColumnTarget IGNORE = new ColumnTarget(Kind.IGNORE, "", Optional.empty());
    public static final ColumnTarget ID = new ColumnTarget(Kind.ID, "", Optional.empty());
    public static final ColumnTarget SUBMITTED_AT = new ColumnTarget(Kind.SUBMITTED_AT, "", Optional.empty());
    public static final ColumnTarget LANGUAGE = new ColumnTarget(Kind.LANGUAGE, "", Optional.empty());

    public static ColumnTarget context(String key) {
        return new ColumnTarget(Kind.CONTEXT, key, Optional.empty());
    }

    public static ColumnTarget answer(String item) {
        return new ColumnTarget(Kind.ANSWER, item, Optional.empty());
    }

    public static ColumnTarget answer(String item, Facet facet) {
        return new ColumnTarget(Kind.ANSWER, item, Optional.of(facet));
    }

    /**
     * Reads the text form.
     *
     * @throws Problem {@link ErrorCode#NOT_AN_OPTION}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ColumnTarget parse(String text) {
        String[] parts = text.split("\\.", 3);
        for (Kind kind : Kind.values()) {
            if (kind.word.equals(parts[0])) {
                return switch (kind) {
                    case CONTEXT -> {
                        require(parts.length == 2 && !parts[1].isEmpty(), text);
                        yield context(parts[1]);
                    }
                    case ANSWER -> {
                        require(parts.length >= 2 && !parts[1].isEmpty(), text);
                        yield parts.length == 2 ? answer(parts[1]) : answer(parts[1], Facet.of(parts[2]));
                    }
                    default -> {
                        require(parts.length == 1, text);
                        yield new ColumnTarget(kind, "", Optional.empty());
                    }
                };
            }
        }
        throw new Problem(ErrorCode.NOT_AN_OPTION, text);
    }

    private static void require(boolean wellFormed, String text) {
        if (!wellFormed) {
            throw new Problem(ErrorCode.NOT_AN_OPTION, text);
        }
    }

    @Override
    @JsonValue
    public String toString() {
        return kind.word
                + (key.isEmpty() ? "" : "." + key)
                + facet.map(sense -> "." + sense.key()).orElse("");
    }
}
