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
import org.entezar.kernel.Role;
import org.entezar.platform.mail.MailAddress;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.workspace.MemberInvitation;
import org.entezar.workspace.MemberInvitationId;

/** Invitations of members in their table. */
public final class InvitationRows {

    private static final String COLUMNS =
            "id, email, role, language, state, invited_by, created_at, sent_at, expires_at," + " mail_id, ended_at";

    /** Enters an open one; a second open one to the same address violates a unique key. */
    public void insert(Tx tx, MemberInvitation invitation, byte[] hash) {
        tx.handle()
                .createUpdate("""
                        insert into member_invitation (workspace_id, id, email, role, language, secret_hash, state,
                            invited_by, created_at, sent_at, expires_at, mail_id)
                        values (:workspace, :id, :email, :role, :language, :hash, 'OPEN',
                            :invitedBy, :createdAt, :sentAt, :expiresAt, :mail)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", invitation.id().value())
                .bind("email", invitation.email().value())
                .bind("role", invitation.role().key())
                .bind("language", invitation.language().tag())
                .bind("hash", hash)
                .bind("invitedBy", invitation.invitedBy())
                .bind("createdAt", utc(invitation.createdAt()))
                .bind("sentAt", utc(invitation.sentAt()))
                .bind("expiresAt", utc(invitation.expiresAt()))
                .bind("mail", invitation.mail().value())
                .execute();
    }

    /** Those of the last times, the newest first. */
    public List<MemberInvitation> latest(Tx tx, int limit) {
        return tx.handle()
                .createQuery("select " + COLUMNS + " from member_invitation where workspace_id = :workspace"
                        + " order by created_at desc, id desc limit :limit")
                .bind("workspace", tx.workspace().value())
                .bind("limit", limit)
                .map((row, context) -> invitation(row))
                .list();
    }

    /** How many are open. */
    public int open(Tx tx) {
        return tx.handle()
                .createQuery("select count(*) from member_invitation where workspace_id = :workspace and state = 'OPEN'"
                        + " and expires_at > :now")
                .bind("workspace", tx.workspace().value())
                .bind("now", utc(tx.now()))
                .mapTo(Integer.class)
                .one();
    }

    public Optional<MemberInvitation> find(Tx tx, MemberInvitationId id) {
        return tx.handle()
                .createQuery(
                        "select " + COLUMNS + " from member_invitation where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((row, context) -> invitation(row))
                .findOne();
    }

    /** The same, locked until the transaction ends. */
    public Optional<MemberInvitation> lock(Tx tx, MemberInvitationId id) {
        return tx.handle()
                .createQuery("select " + COLUMNS
                        + " from member_invitation where workspace_id = :workspace and id = :id for update")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((row, context) -> invitation(row))
                .findOne();
    }

    /** What is kept of the secret in its link. */
    public Optional<byte[]> hash(Tx tx, MemberInvitationId id) {
        return tx.handle()
                .createQuery("select secret_hash from member_invitation where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .mapTo(byte[].class)
                .findOne();
    }

    /** Ends, or opens again, an invitation. */
    public void put(Tx tx, MemberInvitationId id, MemberInvitation.State state) {
        tx.handle()
                .createUpdate("update member_invitation set state = :state, ended_at = :ended"
                        + " where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("state", state.name())
                .bind("ended", state == MemberInvitation.State.OPEN ? null : utc(tx.now()))
                .execute();
    }

    /** Ends the one to this address whose time is over, so that a new one can be sent. */
    public void expire(Tx tx, MailAddress email) {
        tx.handle()
                .createUpdate("update member_invitation set state = 'EXPIRED', ended_at = expires_at"
                        + " where workspace_id = :workspace and email = :email and state = 'OPEN'"
                        + " and expires_at <= :now")
                .bind("workspace", tx.workspace().value())
                .bind("email", email.value())
                .bind("now", utc(tx.now()))
                .execute();
    }

    /** Gives it a new link and more time; the old link is worth nothing from now on. */
    public void renew(Tx tx, MemberInvitationId id, byte[] hash, Instant expiresAt, MailId mail) {
        tx.handle()
                .createUpdate("""
                        update member_invitation set state = 'OPEN', ended_at = null, secret_hash = :hash, sent_at = :now,
                            expires_at = :expiresAt, mail_id = :mail
                        where workspace_id = :workspace and id = :id""")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("hash", hash)
                .bind("now", utc(tx.now()))
                .bind("expiresAt", utc(expiresAt))
                .bind("mail", mail.value())
                .execute();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static MemberInvitation invitation(ResultSet row) throws SQLException {
        return new MemberInvitation(
                new MemberInvitationId(row.getObject("id", UUID.class)),
                new MailAddress(row.getString("email")),
                Role.of(row.getString("role")).orElseThrow(),
                Language.of(row.getString("language")).orElseThrow(),
                MemberInvitation.State.valueOf(row.getString("state")),
                row.getString("invited_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                new MailId(row.getObject("mail_id", UUID.class)),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
