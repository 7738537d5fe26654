package org.entezar.workspace.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entezar.kernel.Language;
import org.entezar.kernel.Messages;
import org.entezar.platform.mail.Letter;

/** The mail by which whoever runs a domain says that it is the organisation's. */
public final class DomainLetter {

    private static final Messages WORDS = new Messages("org.entezar.workspace.letters", DomainLetter.class);

    private DomainLetter() {}

    /** @param asker who claims the domain for the workspace */
    public static Letter of(Language language, String domain, String workspace, String asker, URI link, long hours) {
        return new Letter(
                language,
                WORDS.text(language, "domain.subject", domain),
                WORDS.text(language, "invitation.greeting"),
                List.of(
                        WORDS.text(language, "domain.who", asker, workspace, domain),
                        WORDS.text(language, "domain.what", domain),
                        WORDS.text(language, "domain.how", hours)),
                Optional.of(new Letter.Link(WORDS.text(language, "domain.go"), link)),
                List.of(WORDS.text(language, "domain.not-you"), WORDS.text(language, "invitation.automatic")));
    }
}
