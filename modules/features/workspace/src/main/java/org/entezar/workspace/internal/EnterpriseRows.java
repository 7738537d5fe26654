package org.entezar.workspace.internal;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.entezar.kernel.IdentityProviders.Protocol;
import org.entezar.platform.mail.MailId;
import org.entezar.platform.tenancy.Tx;
import org.entezar.workspace.EnterpriseSetup;

/** The organisation's own sign-in of a workspace in its table. */
public final class EnterpriseRows {

    /**
     * What belongs to the link that proves the domain.
     *
     * @param id names it within the workspace
     */
    public record Asked(UUID id, byte[] hash, MailId mail) {}

    public Optional<EnterpriseSetup> find(Tx tx) {
        return tx.handle()
                .createQuery(
                        "select domain, mailbox, asked_at, expires_at, proven_at, protocol, address, client_id, set_at"
                                + " from enterprise_sign_in where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> setup(row))
                .findOne();
    }

    /** The link of the claim. */
    public Optional<Asked> asked(Tx tx) {
        return asked(tx, "");
    }

    /** The same, locked until the transaction ends. */
    public Optional<Asked> lock(Tx tx) {
        return asked(tx, " for update");
    }

    private static Optional<Asked> asked(Tx tx, String locked) {
        return tx.handle()
                .createQuery("select ticket_id, secret_hash, mail_id from enterprise_sign_in"
                        + " where workspace_id = :workspace" + locked)
                .bind("workspace", tx.workspace().value())
                .map((row, context) -> new Asked(
                        row.getObject("ticket_id", UUID.class),
                        row.getBytes("secret_hash"),
                        new MailId(row.getObject("mail_id", UUID.class))))
                .findOne();
    }

    /** Claims a domain anew; an earlier claim and its proof are gone. */
    public void claim(Tx tx, String domain, String mailbox, Asked asked, Instant expiresAt) {
        forget(tx);
        tx.handle()
                .createUpdate("""
                        insert into enterprise_sign_in (workspace_id, domain, mailbox, ticket_id, secret_hash, mail_id,
                            asked_at, expires_at)
                        values (:workspace, :domain, :mailbox, :ticket, :hash, :mail, :now, :expiresAt)""")
                .bind("workspace", tx.workspace().value())
                .bind("domain", domain)
                .bind("mailbox", mailbox)
                .bind("ticket", asked.id())
                .bind("hash", asked.hash())
                .bind("mail", asked.mail().value())
                .bind("now", utc(tx.now()))
                .bind("expiresAt", utc(expiresAt))
                .execute();
    }

    public void prove(Tx tx) {
        tx.handle()
                .createUpdate("update enterprise_sign_in set proven_at = :now where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .bind("now", utc(tx.now()))
                .execute();
    }

    /** Notes the identity provider in use, or that there is none. */
    public void put(Tx tx, Optional<EnterpriseSetup.Provider> provider) {
        tx.handle()
                .createUpdate("""
                        update enterprise_sign_in set protocol = :protocol, address = :address, client_id = :client,
                            set_at = :at
                        where workspace_id = :workspace""")
                .bind("workspace", tx.workspace().value())
                .bind("protocol", provider.map(now -> now.protocol().name()).orElse(null))
                .bind("address", provider.map(now -> now.address().toString()).orElse(null))
                .bind("client", provider.map(EnterpriseSetup.Provider::clientId).orElse(null))
                .bind("at", provider.map(now -> utc(now.since())).orElse(null))
                .execute();
    }

    private static void forget(Tx tx) {
        tx.handle()
                .createUpdate("delete from enterprise_sign_in where workspace_id = :workspace")
                .bind("workspace", tx.workspace().value())
                .execute();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static EnterpriseSetup setup(ResultSet row) throws SQLException {
        String protocol = row.getString("protocol");
        return new EnterpriseSetup(
                row.getString("domain"),
                row.getString("mailbox"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("proven_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                protocol == null
                        ? Optional.empty()
                        : Optional.of(new EnterpriseSetup.Provider(
                                Protocol.valueOf(protocol),
                                URI.create(row.getString("address")),
                                row.getString("client_id"),
                                row.getObject("set_at", OffsetDateTime.class).toInstant())));
    }
}
