package org.entezar.workspace;

import java.time.Instant;
import java.util.Optional;
import org.entezar.kernel.Language;
import org.entezar.kernel.Role;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;

/**
 * An invitation to become a member: open until it is accepted, revoked or too old.
 *
 * @param id its id
 * @param email whom it was sent to
 * @param role what they become
 * @param language of the mail
 * @param state how it stands now
 * @param invitedBy name of who invited
 * @param createdAt when it was first sent
 * @param sentAt when it was last sent
 * @param expiresAt until when its link works
 * @param mail the mail that was last written
 * @param endedAt when it was accepted or revoked
 */
public record MemberInvitation(
        MemberInvitationId id,
        MailAddress email,
        Role role,
        Language language,
        State state,
        String invitedBy,
        Instant createdAt,
        Instant sentAt,
        Instant expiresAt,
        MailId mail,
        Optional<Instant> endedAt) {

    /** How an invitation stands. */
    public enum State {
        OPEN,
        ACCEPTED,
        REVOKED,
        EXPIRED
    }

    /** The same as it stands at that time. */
    MemberInvitation at(Instant now) {
        boolean expired = state == State.OPEN && !now.isBefore(expiresAt);
        return expired
                ? new MemberInvitation(
                        id,
                        email,
                        role,
                        language,
                        State.EXPIRED,
                        invitedBy,
                        createdAt,
                        sentAt,
                        expiresAt,
                        mail,
                        Optional.of(expiresAt))
                : this;
    }
}
