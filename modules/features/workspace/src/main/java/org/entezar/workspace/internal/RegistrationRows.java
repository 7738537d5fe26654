package org.entezar.workspace.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.kernel.Language;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.workspace.Registration;
import org.entezar.workspace.RegistrationId;
import org.jdbi.v3.core.statement.Query;

/** Registrations in their table, which belongs to the installation itself. */
public final class RegistrationRows {

    private static final String SELECT = "select id, email, language, state, invited_by, created_at, sent_at, sends,"
            + " expires_at, mail_id, alias, attempts from registration where workspace_id = :workspace";

    /** Enters an open one; a second open one to the same address violates a unique key. */
    public void insert(Tx tx, Registration registration, byte[] hash) {
        tx.handle()
                .createUpdate("""
                        insert into registration (workspace_id, id, email, language, secret_hash, state, invited_by,
                            created_at, sent_at, sends, expires_at, mail_id, alias, attempts)
                        values (:workspace, :id, :email, :language, :hash, 'OPEN', :invitedBy,
                            :createdAt, :sentAt, :sends, :expiresAt, :mail, '', 0)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", registration.id().value())
                .bind("email", registration.email().value())
                .bind("language", registration.language().tag())
                .bind("hash", hash)
                .bind("invitedBy", registration.invitedBy())
                .bind("createdAt", utc(registration.createdAt()))
                .bind("sentAt", utc(registration.sentAt()))
                .bind("sends", registration.sends())
                .bind("expiresAt", utc(registration.expiresAt()))
                .bind("mail", registration.mail().value())
                .execute();
    }

    public Optional<Registration> find(Tx tx, RegistrationId id) {
        return one(query(tx, SELECT + " and id = :id").bind("id", id.value()));
    }

    /** The same, locked until the transaction ends. */
    public Optional<Registration> lock(Tx tx, RegistrationId id) {
        return one(query(tx, SELECT + " and id = :id for update").bind("id", id.value()));
    }

    /** The open one to that address, locked; its time may be over. */
    public Optional<Registration> lockOpen(Tx tx, MailAddress email) {
        return one(query(tx, SELECT + " and email = :email and state = 'OPEN' for update")
                .bind("email", email.value()));
    }

    /** The latest, the newest first. */
    public List<Registration> latest(Tx tx, int limit) {
        return query(tx, SELECT + " order by created_at desc, id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> registration(row))
                .list();
    }

    /** Those whose turn it is to ask the identity provider again. */
    public List<Registration> due(Tx tx) {
        return query(tx, SELECT + " and state = 'QUEUED' and next_at <= :now order by next_at, id")
                .bind("now", utc(tx.now()))
                .map((row, context) -> registration(row))
                .list();
    }

    /** What is kept of the secret in its link. */
    public Optional<byte[]> hash(Tx tx, RegistrationId id) {
        return bytes(tx, id, "secret_hash");
    }

    /** What was typed, sealed, while it waits. */
    public Optional<byte[]> request(Tx tx, RegistrationId id) {
        return bytes(tx, id, "request");
    }

    private static Optional<byte[]> bytes(Tx tx, RegistrationId id, String column) {
        return query(
                        tx,
                        "select " + column + " from registration where workspace_id = :workspace and id = :id and "
                                + column + " is not null")
                .bind("id", id.value())
                .mapTo(byte[].class)
                .findOne();
    }

    /** A new link, more time. */
    public void renew(Tx tx, RegistrationId id, byte[] hash, Instant expiresAt, MailId mail) {
        tx.handle()
                .createUpdate("""
                        update registration set secret_hash = :hash, sent_at = :now, sends = sends + 1,
                            expires_at = :expiresAt, mail_id = :mail, state = 'OPEN', request = null, next_at = null
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("hash", hash)
                .bind("now", utc(tx.now()))
                .bind("expiresAt", utc(expiresAt))
                .bind("mail", mail.value())
                .execute();
    }

    /** Everything was typed. */
    public void queue(Tx tx, RegistrationId id, String alias, byte[] request, Instant nextAt) {
        tx.handle()
                .createUpdate("""
                        update registration set state = 'QUEUED', alias = :alias, request = :request, attempts = 0,
                            next_at = :next
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("alias", alias)
                .bind("request", request)
                .bind("next", utc(nextAt))
                .execute();
    }

    /** Asked in vain. */
    public void postpone(Tx tx, RegistrationId id, Instant nextAt) {
        tx.handle()
                .createUpdate("update registration set attempts = attempts + 1, next_at = :next"
                        + " where workspace_id = :workspace and id = :id and state = 'QUEUED'")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("next", utc(nextAt))
                .execute();
    }

    /** Opens, ends or takes back; what was typed goes. */
    public void put(Tx tx, RegistrationId id, Registration.State state) {
        tx.handle()
                .createUpdate(
                        "update registration set state = :state, request = null, next_at = null, ended_at = :ended"
                                + " where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("state", state.name())
                .bind("ended", state == Registration.State.OPEN ? null : utc(tx.now()))
                .execute();
    }

    /** Forgets those that ended, or whose time was over, before that moment, and with them the addresses. */
    public void forget(Tx tx, Instant before) {
        tx.handle()
                .createUpdate("delete from registration where workspace_id = :workspace and state <> 'QUEUED'"
                        + " and coalesce(ended_at, expires_at) < :before")
                .bind("workspace", tx.workspace().value())
                .bind("before", utc(before))
                .execute();
    }

    private static Query query(Tx tx, String sql) {
        return tx.handle().createQuery(sql).bind("workspace", tx.workspace().value());
    }

    private static Optional<Registration> one(Query query) {
        return query.map((row, context) -> registration(row)).findOne();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Registration registration(ResultSet row) throws SQLException {
        return new Registration(
                new RegistrationId(row.getObject("id", UUID.class)),
                new MailAddress(row.getString("email")),
                Language.of(row.getString("language")).orElseThrow(),
                Registration.State.valueOf(row.getString("state")),
                row.getString("invited_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getInt("sends"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                new MailId(row.getObject("mail_id", UUID.class)),
                row.getString("alias"),
                row.getInt("attempts"));
    }
}
