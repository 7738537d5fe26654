package org.entezar.workspace;

import java.time.Instant;
import org.entezar.kernel.Language;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;

/**
 * Somebody on the way to a workspace of their own: the mail with the link was sent, what they typed waits for the
 * identity provider, or the workspace is there.
 *
 * @param email whom the link was sent to
 * @param invitedBy the operator who invited them; empty when they asked themselves
 * @param sends how many mails were sent to the address for this
 * @param alias what the workspace is called in addresses; empty while nobody has said
 * @param attempts how often the identity provider was asked in vain
 */
public record Registration(
        RegistrationId id,
        MailAddress email,
        Language language,
        State state,
        String invitedBy,
        Instant createdAt,
        Instant sentAt,
        int sends,
        Instant expiresAt,
        MailId mail,
        String alias,
        int attempts) {

    /** How far it is. */
    public enum State {
        /** The link works. */
        OPEN,
        /** Everything was typed; the identity provider is asked until it answers. */
        QUEUED,
        /** The workspace is there. */
        DONE,
        /** Taken back by an operator. */
        REVOKED,
        /** The link is too old. */
        EXPIRED
    }

    /** This one as it is at a time: an open one whose time is over has expired. */
    public Registration at(Instant now) {
        return state == State.OPEN && !now.isBefore(expiresAt) ? with(State.EXPIRED) : this;
    }

    private Registration with(State now) {
        return new Registration(
                id, email, language, now, invitedBy, createdAt, sentAt, sends, expiresAt, mail, alias, attempts);
    }
}
