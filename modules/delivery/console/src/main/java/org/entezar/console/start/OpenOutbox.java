package org.entezar.console.start;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.entezar.console.Place;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Uuids;
import org.entezar.platform.mail.Letter;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.mail.Outbox;
import org.entezar.platform.mail.OutboxMail;
import org.jspecify.annotations.Nullable;

/**
 * In the demo, the mails of signing up, which have nobody's workspace to be read in. Elsewhere there is no such page. In
 * views: {@code openOutbox}.
 */
@Named("openOutbox")
@RequestScoped
public class OpenOutbox {

    @Inject
    Outbox outbox;

    @Inject
    Place place;

    private @Nullable List<OutboxMail> mails;
    private @Nullable Letter letter;

    /** The latest mails, the newest first. */
    public List<OutboxMail> getMails() {
        if (mails == null) {
            mails = outbox.open();
        }
        return mails;
    }

    /** What the mail of the address says. */
    public Letter getLetter() {
        if (letter == null) {
            letter = outbox.readOpen(id(place.parameter("mail")));
        }
        return letter;
    }

    private static MailId id(String text) {
        try {
            return new MailId(Uuids.parse(text));
        } catch (Problem malformed) {
            throw new Problem(ErrorCode.NOT_FOUND, text);
        }
    }
}
