package org.entezar.platform.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail in the outbox, without its content.
 *
 * @param id its id
 * @param kind what it is, such as {@code invitation}
 * @param recipient whom it goes to
 * @param subject its subject line
 * @param state how far it is
 * @param attempts how often it was tried
 * @param createdAt when it was written
 * @param createdBy subject of who caused it
 * @param until after this it is not sent any more
 * @param nextAt when it is tried next, while it waits
 * @param sentAt when a mail server took it
 * @param fault why the last attempt failed
 * @param answer what the mail server said then, cut short; empty when it said nothing
 */
public record OutboxMail(
        MailId id,
        String kind,
        MailAddress recipient,
        String subject,
        MailState state,
        int attempts,
        Instant createdAt,
        String createdBy,
        Instant until,
        Optional<Instant> nextAt,
        Optional<Instant> sentAt,
        Optional<MailFault> fault,
        String answer) {}
