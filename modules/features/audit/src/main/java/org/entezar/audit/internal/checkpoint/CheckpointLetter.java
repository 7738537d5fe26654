package org.entezar.audit.internal.checkpoint;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.entezar.evidence.SignedCheckpoint;
import org.entezar.kernel.Language;
import org.entezar.kernel.Messages;
import org.entezar.platform.mail.Letter;
import org.entezar.workspace.Workspace;

/** The mail that brings a checkpoint, in the workspace's first language; the line stands in it as it is signed. */
public final class CheckpointLetter {

    private static final Messages WORDS = new Messages("org.entezar.audit.letters", CheckpointLetter.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final char ISOLATE = '\u2068';
    private static final char POP = '\u2069';

    private CheckpointLetter() {}

    public static Letter of(Workspace workspace, SignedCheckpoint signed) {
        Language language = Language.accepted(workspace.defaultLanguage());
        String name = ISOLATE + workspace.name().best(language.tag(), workspace.defaultLanguage()) + POP;
        String at = ISOLATE
                + TIME.format(signed.checkpoint().at().atZone(ZoneId.of(workspace.timeZone()))) + " "
                + workspace.timeZone() + POP;
        return new Letter(
                language,
                WORDS.text(
                        language,
                        "checkpoint.subject",
                        name,
                        signed.checkpoint().size()),
                WORDS.text(language, "checkpoint.greeting"),
                List.of(
                        WORDS.text(
                                language,
                                "checkpoint.what",
                                name,
                                signed.checkpoint().size(),
                                at),
                        WORDS.text(language, "checkpoint.keep")),
                Optional.empty(),
                List.of(WORDS.text(language, "checkpoint.why"), WORDS.text(language, "checkpoint.automatic")),
                Optional.of(signed.line()));
    }
}
