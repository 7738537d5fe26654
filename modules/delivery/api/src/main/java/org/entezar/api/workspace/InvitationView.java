package org.entezar.api.workspace;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.entezar.workspace.MemberInvitation;

/**
 * An invitation. Its link is in the mail and nowhere else.
 *
 * @param id stable id
 * @param email whom the mail went to
 * @param role what they become
 * @param language of the mail
 * @param state open, accepted, revoked or expired
 * @param invitedBy name of who invited
 * @param createdAt when it was first sent
 * @param sentAt when it was last sent
 * @param expiresAt until when its link works
 * @param endedAt when it was accepted or revoked, or ran out
 */
record InvitationView(
        String id,
        String email,
        String role,
        String language,
        String state,
        String invitedBy,
        Instant createdAt,
        Instant sentAt,
        Instant expiresAt,
        Optional<Instant> endedAt) {

    static InvitationView of(MemberInvitation invitation) {
        return new InvitationView(
                invitation.id().toString(),
                invitation.email().value(),
                invitation.role().key(),
                invitation.language().tag(),
                invitation.state().name().toLowerCase(Locale.ROOT),
                invitation.invitedBy(),
                invitation.createdAt(),
                invitation.sentAt(),
                invitation.expiresAt(),
                invitation.endedAt());
    }
}
