package org.entezar.audit.internal.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entezar.audit.EngagementId;
import org.entezar.audit.Remark;
import org.entezar.audit.RemarkId;
import org.entezar.platform.tenancy.Tx;

/** Questions, answers and findings in their table. */
public final class RemarkRows {

    private static final String COLUMNS = "select id, engagement_id, kind, answers, entry, text, status, author_name,"
            + " written_at from engagement_remark where workspace_id = :workspace";

    private RemarkRows() {}

    public static void insert(Tx tx, Remark remark) {
        tx.handle()
                .createUpdate("""
                        insert into engagement_remark (workspace_id, id, engagement_id, kind, answers, entry, text, status,
                                                       author, author_name, written_at)
                        values (:workspace, :id, :engagement, :kind, :answers::uuid, :entry::bigint, :text, :status, :author, :name, :at)""")
                .bind("workspace", tx.workspace().value())
                .bind("id", remark.id().value())
                .bind("engagement", remark.engagement().value())
                .bind("kind", remark.kind().name())
                .bind("answers", remark.answers().map(RemarkId::value).orElse(null))
                .bind("entry", remark.entry().orElse(null))
                .bind("text", remark.text())
                .bind("status", remark.status().map(Enum::name).orElse(null))
                .bind("author", tx.caller().subject())
                .bind("name", remark.author())
                .bind("at", remark.writtenAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public static void status(Tx tx, RemarkId id, Remark.Status status) {
        tx.handle()
                .createUpdate(
                        "update engagement_remark set status = :status where workspace_id = :workspace and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .bind("status", status.name())
                .execute();
    }

    public static Optional<Remark> find(Tx tx, RemarkId id) {
        return tx.handle()
                .createQuery(COLUMNS + " and id = :id")
                .bind("workspace", tx.workspace().value())
                .bind("id", id.value())
                .map((rows, context) -> remark(rows))
                .findOne();
    }

    /** Those of an engagement, in the order in which they were written. */
    public static List<Remark> of(Tx tx, EngagementId engagement, int most) {
        return tx.handle()
                .createQuery(COLUMNS + " and engagement_id = :engagement order by written_at, id limit :most")
                .bind("workspace", tx.workspace().value())
                .bind("engagement", engagement.value())
                .bind("most", most)
                .map((rows, context) -> remark(rows))
                .list();
    }

    /** Those that concern an entry of history, and the answers to them. */
    public static List<Remark> about(Tx tx, long entry, int most) {
        return tx.handle()
                .createQuery(COLUMNS + """
                         and (entry = :entry or answers in (
                            select id from engagement_remark where workspace_id = :workspace and entry = :entry))
                        order by written_at, id limit :most""")
                .bind("workspace", tx.workspace().value())
                .bind("entry", entry)
                .bind("most", most)
                .map((rows, context) -> remark(rows))
                .list();
    }

    private static Remark remark(ResultSet rows) throws SQLException {
        long entry = rows.getLong("entry");
        Optional<Long> about = rows.wasNull() ? Optional.empty() : Optional.of(entry);
        return new Remark(
                new RemarkId(rows.getObject("id", UUID.class)),
                new EngagementId(rows.getObject("engagement_id", UUID.class)),
                Remark.Kind.valueOf(rows.getString("kind")),
                Optional.ofNullable(rows.getObject("answers", UUID.class)).map(RemarkId::new),
                about,
                rows.getString("text"),
                Optional.ofNullable(rows.getString("status")).map(Remark.Status::valueOf),
                rows.getString("author_name"),
                rows.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
