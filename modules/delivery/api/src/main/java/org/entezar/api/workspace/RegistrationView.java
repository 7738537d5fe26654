package org.entezar.api.workspace;

import java.time.Instant;
import java.util.Locale;
import org.entezar.workspace.Registration;

/**
 * Somebody on the way to a workspace of their own. The link is in the mail and nowhere else.
 *
 * @param id stable id
 * @param email whom the mail went to
 * @param language of the mail
 * @param state open, queued, done, revoked or expired
 * @param invitedBy the operator who sent it; empty when it was asked for
 * @param createdAt when it was first sent
 * @param sentAt when it was last sent
 * @param expiresAt until when its link works
 * @param alias of the workspace; empty until somebody chose one
 */
record RegistrationView(
        String id,
        String email,
        String language,
        String state,
        String invitedBy,
        Instant createdAt,
        Instant sentAt,
        Instant expiresAt,
        String alias) {

    static RegistrationView of(Registration registration) {
        return new RegistrationView(
                registration.id().toString(),
                registration.email().value(),
                registration.language().tag(),
                registration.state().name().toLowerCase(Locale.ROOT),
                registration.invitedBy(),
                registration.createdAt(),
                registration.sentAt(),
                registration.expiresAt(),
                registration.alias());
    }
}
