package org.entezar.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.platform.tenancy.Tx;

/** Mails in their table. The content goes as soon as nobody will send it any more. */
final class MailRows {

    private static final String COLUMNS = "id, kind, recipient, subject, state, attempts, created_at, created_by,"
            + " until, next_at, sent_at, fault, answer";

    private MailRows() {}

    static void insert(Tx tx, OutboxMail mail, byte[] content) {
        tx.handle()
                .createUpdate("""
                        insert into mail (workspace_id, id, kind, recipient, subject, content, state, attempts,
                            created_at, created_by, until, next_at, answer)
                        values (:workspace, :id, :kind, :recipient, :subject, :content, 'WAITING', 0,
                            :createdAt, :createdBy, :until, :createdAt, '')""")
                .bind("workspace", tx.workspace().value())
                .bind("id", mail.id().value())
                .bind("kind", mail.kind())
                .bind("recipient", mail.recipient().value())
                .bind("subject", mail.subject())
                .bind("content", content)
                .bind("createdAt", utc(mail.createdAt()))
                .bind("createdBy", mail.createdBy())
                .bind("until", utc(mail.until()))
                .execute();
    }

    static Optional<OutboxMail> find(Tx tx, MailId id) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from mail where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((row, context) -> mail(row))
                .findOne();
    }

    static List<OutboxMail> latest(Tx tx, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from mail where workspace_id = :workspace order by created_at desc, id desc limit :limit")
                .bind("workspace", tx.workspace().value())
                .bind("limit", limit)
                .map((row, context) -> mail(row))
                .list();
    }

    static List<OutboxMail> waiting(Tx tx) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from mail where workspace_id = :workspace and state = 'WAITING' order by created_at, id")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> mail(row))
                .list();
    }

    static Optional<byte[]> content(Tx tx, MailId id) {
        return tx.handle()
                .createQuery("select content from mail where workspace_id = :workspace and id = :id"
                        + " and content is not null")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .mapTo(byte[].class)
                .findOne();
    }

    static void sent(Tx tx, MailId id) {
        tx.handle()
                .createUpdate("""
                        update mail set state = 'SENT', attempts = attempts + 1, sent_at = :now, next_at = null,
                            fault = null, answer = '', content = null
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("now", utc(tx.now()))
                .execute();
    }

    static void put(Tx tx, MailId id, Instant nextAt, MailFault fault, String answer) {
        tx.handle()
                .createUpdate("""
                        update mail set attempts = attempts + 1, next_at = :next, fault = :fault, answer = :answer
                        where workspace_id = :workspace and id = :id and state = 'WAITING'""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("next", utc(nextAt))
                .bind("fault", fault.name())
                .bind("answer", answer)
                .execute();
    }

    static void failed(Tx tx, MailId id, MailFault fault, String answer) {
        tx.handle()
                .createUpdate("""
                        update mail set state = 'FAILED', attempts = attempts + 1, next_at = null, fault = :fault,
                            answer = :answer
                        where workspace_id = :workspace and id = :id and state = 'WAITING'""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("fault", fault.name())
                .bind("answer", answer)
                .execute();
    }

    static boolean again(Tx tx, MailId id) {
        return tx.handle()
                        .createUpdate("""
                        update mail set state = 'WAITING', attempts = 0, next_at = :now
                        where workspace_id = :workspace and id = :id and state = 'FAILED' and until > :now
                            and content is not null""")
                        .bind("workspace", tx.workspace().value())
                        .bind("id", id.value())
                        .bind("now", utc(tx.now()))
                        .execute()
                == 1;
    }

    static boolean discard(Tx tx, MailId id) {
        return tx.handle()
                        .createUpdate("""
                        update mail set state = 'CANCELLED', next_at = null, content = null
                        where workspace_id = :workspace and id = :id and state in ('WAITING', 'FAILED')""")
                        .bind("workspace", tx.workspace().value())
                        .bind("id", id.value())
                        .execute()
                == 1;
    }

    static void cancel(Tx tx, MailId id) {
        tx.handle()
                .createUpdate("""
                        update mail set state = case when state = 'WAITING' then 'CANCELLED' else state end,
                            next_at = null, content = null
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .execute();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static OutboxMail mail(ResultSet row) throws SQLException {
        return new OutboxMail(
                new MailId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                new MailAddress(row.getString("recipient")),
                row.getString("subject"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                time(row, "next_at"),
                time(row, "sent_at"),
                Optional.ofNullable(row.getString("fault")).map(MailFault::valueOf),
                row.getString("answer"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
