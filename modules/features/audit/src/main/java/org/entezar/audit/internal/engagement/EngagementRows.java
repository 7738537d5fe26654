package org.entezar.audit.internal.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.audit.Engagement;
import org.entezar.audit.EngagementId;
import org.entezar.platform.tenancy.Tx;

/** Engagements in their table. */
public final class EngagementRows {

    private static final String COLUMNS = "select id, auditor, login, name, purpose, scope, starts_at, ends_at,"
            + " mail, invited_by, invited_at from engagement where workspace_id = :workspace";

    private EngagementRows() {}

    public static void insert(Tx tx, Engagement engagement) {
        tx.handle()
                .createUpdate("""
                        insert into engagement (workspace_id, id, auditor, login, name, purpose, scope, starts_at, ends_at,
                                                mail, invited_by, invited_at)
                        values (:workspace, :id, :auditor, :login, :name, :purpose, :scope, :starts, :ends, :mail, :by, :at)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", engagement.id().value())
                .bind("auditor", engagement.auditor())
                .bind("login", engagement.login())
                .bind("name", engagement.name())
                .bind("purpose", engagement.purpose())
                .bind("scope", engagement.scope().name())
                .bind("starts", engagement.startsAt().atOffset(ZoneOffset.UTC))
                .bind("ends", engagement.endsAt().atOffset(ZoneOffset.UTC))
                .bind("mail", engagement.mail())
                .bind("by", engagement.invitedBy())
                .bind("at", engagement.invitedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Has it end at another time. */
    public static void end(Tx tx, EngagementId id, Instant endsAt) {
        tx.handle()
                .createUpdate("update engagement set ends_at = :ends where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("ends", endsAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    public static Optional<Engagement> find(Tx tx, EngagementId id) {
        return tx.handle()
                .createQuery(COLUMNS + " and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((rows, context) -> engagement(rows))
                .findOne();
    }

    /** All, those that end last first. */
    public static List<Engagement> all(Tx tx, int most) {
        return tx.handle()
                .createQuery(COLUMNS + " order by ends_at desc, id limit :most")
                .bind("workspace", tx.workspace().value())
                .bind("most", most)
                .map((rows, context) -> engagement(rows))
                .list();
    }

    /** Those that run at that time and whose auditors want checkpoints by mail. */
    public static List<Engagement> mailed(Tx tx, Instant now) {
        return tx.handle()
                .createQuery(
                        COLUMNS + " and mail is not null and starts_at <= :now and ends_at > :now order by mail, id")
                .bind("workspace", tx.workspace().value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((rows, context) -> engagement(rows))
                .list();
    }

    /** Those of one auditor. */
    public static List<Engagement> of(Tx tx, String auditor) {
        return tx.handle()
                .createQuery(COLUMNS + " and auditor = :auditor")
                .bind("workspace", tx.workspace().value())
                .bind("auditor", auditor)
                .map((rows, context) -> engagement(rows))
                .list();
    }

    private static Engagement engagement(ResultSet rows) throws SQLException {
        return new Engagement(
                new EngagementId(rows.getObject("id", UUID.class)),
                rows.getString("auditor"),
                rows.getString("login"),
                rows.getString("name"),
                rows.getString("purpose"),
                Engagement.Scope.valueOf(rows.getString("scope")),
                rows.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rows.getObject("ends_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getString("mail")),
                rows.getString("invited_by"),
                rows.getObject("invited_at", OffsetDateTime.class).toInstant());
    }
}
