package org.entezar.audit.internal.deletion;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.Language;
import org.entezar.kernel.Messages;
import org.entezar.platform.mail.Letter;
import org.entezar.workspace.Workspace;

/** The mail by which owners learn that their workspace is going to be deleted. */
public final class DeletionLetter {

    private static final Messages WORDS = new Messages("org.entezar.audit.letters", DeletionLetter.class);
    private static final char ISOLATE = '\u2068';
    private static final char POP = '\u2069';

    private DeletionLetter() {}

    /** @param by name of the owner who asked for it */
    public static Letter of(Workspace workspace, String by, Instant due, URI link) {
        Language language = Language.of(workspace.defaultLanguage()).orElse(Language.ENGLISH);
        String name = ISOLATE + workspace.name().best(language.tag(), workspace.defaultLanguage()) + POP;
        String day = ISOLATE
                + due.atZone(ZoneId.of(workspace.timeZone())).toLocalDate().toString()
                + POP;
        return new Letter(
                language,
                WORDS.text(language, "deletion.subject", name),
                WORDS.text(language, "deletion.greeting"),
                List.of(
                        WORDS.text(language, "deletion.who", ISOLATE + by + POP, name, day),
                        WORDS.text(language, "deletion.until"),
                        WORDS.text(language, "deletion.after")),
                Optional.of(new Letter.Link(WORDS.text(language, "deletion.look"), link)),
                List.of(WORDS.text(language, "deletion.automatic")));
    }
}
