package org.entezar.workspace.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.Language;
import org.entezar.kernel.Messages;
import org.entezar.platform.mail.Letter;

/** The mails of signing up. */
public final class RegistrationLetter {

    private static final Messages WORDS = new Messages("org.entezar.workspace.letters", RegistrationLetter.class);

    private RegistrationLetter() {}

    /**
     * The link.
     *
     * @param hours for which it works
     * @param invitedBy the operator who sends it; empty when it was asked for
     */
    public static Letter link(Language language, URI link, long hours, String invitedBy) {
        String kind = invitedBy.isEmpty() ? "asked" : "invited";
        return letter(
                language,
                "registration",
                List.of(
                        WORDS.text(language, "registration." + kind, invitedBy),
                        WORDS.text(language, "registration.how", hours)),
                Optional.of(new Letter.Link(WORDS.text(language, "registration.go"), link)),
                WORDS.text(language, "registration.not-you"));
    }

    /** The workspace is there, later than it should have been. */
    public static Letter ready(Language language, String name, URI workspace) {
        return letter(
                language,
                "ready",
                List.of(WORDS.text(language, "ready.what", name)),
                Optional.of(new Letter.Link(WORDS.text(language, "ready.go"), workspace)),
                WORDS.text(language, "registration.not-you"));
    }

    /** It could not be made after all; the link goes back to the form. */
    public static Letter refused(Language language, String alias, String reason, URI link) {
        return letter(
                language,
                "refused",
                List.of(WORDS.text(language, "refused.what", alias), WORDS.text(language, "refused.why." + reason)),
                Optional.of(new Letter.Link(WORDS.text(language, "refused.go"), link)),
                WORDS.text(language, "registration.not-you"));
    }

    private static Letter letter(
            Language language, String kind, List<String> paragraphs, Optional<Letter.Link> link, String note) {
        return new Letter(
                language,
                WORDS.text(language, kind + ".subject"),
                WORDS.text(language, "invitation.greeting"),
                paragraphs,
                link,
                List.of(note, WORDS.text(language, "invitation.automatic")));
    }
}
