package org.entezar.platform.mail;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.Language;

/**
 * What a mail says, in one language and without any markup; {@link LetterLayout} sets it as text and as HTML.
 *
 * @param language of all its texts; gives the direction
 * @param subject one line; line breaks and other control characters become spaces
 * @param greeting first line
 * @param paragraphs what it is about
 * @param link the one thing to do
 * @param notes small print at the end
 * @param verbatim a line for machines, kept as it is and written from left to right
 */
public record Letter(
        Language language,
        String subject,
        String greeting,
        List<String> paragraphs,
        Optional<Link> link,
        List<String> notes,
        Optional<String> verbatim) {

    private static final int LONGEST_SUBJECT = 200;

    /**
     * A link with its words.
     *
     * @param label what it does
     * @param address where it leads
     */
    public record Link(String label, URI address) {}

    /** A letter for people alone. */
    public Letter(
            Language language,
            String subject,
            String greeting,
            List<String> paragraphs,
            Optional<Link> link,
            List<String> notes) {
        this(language, subject, greeting, paragraphs, link, notes, Optional.empty());
    }

    public Letter {
        subject = oneLine(subject);
        paragraphs = List.copyOf(paragraphs);
        notes = List.copyOf(notes);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SUBJECT))) + "…";
    }
}
