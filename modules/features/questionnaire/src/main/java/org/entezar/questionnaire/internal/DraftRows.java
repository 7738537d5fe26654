package org.entezar.questionnaire.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entezar.platform.json.Etags;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.Draft;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.QuestionnaireSummary;

/** Drafts of a workspace, one document each. */
public final class DraftRows {

    private static final int FETCHED = 50;

    private static final String LATEST = "(select max(v.number) from questionnaire_version v"
            + " where v.workspace_id = :workspace and v.key = d.key)";

    /** The draft of that key. */
    public Optional<Draft> find(Tx tx, String key) {
        return query(tx, key, "");
    }

    /** The state of the draft of that key. */
    public Optional<String> etag(Tx tx, String key) {
        return tx.handle()
                .createQuery("select etag from questionnaire_draft where workspace_id = :workspace and key = :key")
                .bind("workspace", tx.workspace().value())
                .bind("key", key)
                .mapTo(String.class)
                .findOne();
    }

    /** The draft of that key, locked until the transaction ends. */
    public Optional<Draft> lock(Tx tx, String key) {
        return query(tx, key, " for update");
    }

    private static Optional<Draft> query(Tx tx, String key, String locking) {
        return tx.handle()
                .createQuery("select d.document, d.etag, d.changed_at, " + LATEST + " as published"
                        + " from questionnaire_draft d where d.workspace_id = :workspace and d.key = :key" + locking)
                .bind("workspace", tx.workspace().value())
                .bind("key", key)
                .map((row, context) -> draft(row))
                .findOne();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                Json.read(row.getString("document"), Questionnaire.class),
                row.getString("etag"),
                Optional.ofNullable(row.getObject("published", Integer.class)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** Summaries by key, from the one after the given key on. */
    public List<QuestionnaireSummary> list(Tx tx, String after, int limit) {
        return tx.handle()
                .createQuery("select d.document, d.etag, d.changed_at, v.number as published,"
                        + " v.document is distinct from d.document as changed from questionnaire_draft d"
                        + " left join questionnaire_version v on v.workspace_id = d.workspace_id and v.key = d.key"
                        + " and v.number = " + LATEST
                        + " where d.workspace_id = :workspace and d.key > :after order by d.key limit :limit")
                .bind("workspace", tx.workspace().value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> summary(draft(row), row.getBoolean("changed")))
                .list();
    }

    /** Hands over each draft by key, one at a time, while the visitor wants more. */
    public void each(Tx tx, Predicate<Questionnaire> visitor) {
        try (Stream<String> documents = tx
                .handle()
                .createQuery("select document from questionnaire_draft where workspace_id = :workspace order by key")
                .bind("workspace", tx.workspace().value())
                .setFetchSize(FETCHED)
                .mapTo(String.class)
                .stream()) {
            Iterator<String> next = documents.iterator();
            boolean wanted = true;
            while (wanted && next.hasNext()) {
                wanted = visitor.test(Json.read(next.next(), Questionnaire.class));
            }
        }
    }

    private static QuestionnaireSummary summary(Draft draft, boolean changed) {
        Questionnaire document = draft.document();
        return new QuestionnaireSummary(
                document.key(),
                document.title(),
                document.languages(),
                (int) document.items().count(),
                draft.publishedVersion(),
                changed,
                draft.changedAt());
    }

    /** Adds a draft; the key is the database's to keep unique. */
    public void insert(Tx tx, Questionnaire document) {
        write(
                tx,
                document,
                "insert into questionnaire_draft (workspace_id, key, document, etag, changed_at)"
                        + " values (:workspace, :key, cast(:document as jsonb), :etag, :at)");
    }

    /** Replaces a draft's document. */
    public void update(Tx tx, Questionnaire document) {
        write(
                tx,
                document,
                "update questionnaire_draft set document = cast(:document as jsonb), etag = :etag, changed_at = :at"
                        + " where workspace_id = :workspace and key = :key");
    }

    private static void write(Tx tx, Questionnaire document, String sql) {
        String json = Json.write(document);
        tx.handle()
                .createUpdate(sql)
                .bind("workspace", tx.workspace().value())
                .bind("key", document.key())
                .bind("document", json)
                .bind("etag", Etags.of(json))
                .bind("at", tx.now().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Removes a draft. */
    public void delete(Tx tx, String key) {
        tx.handle()
                .createUpdate("delete from questionnaire_draft where workspace_id = :workspace and key = :key")
                .bind("workspace", tx.workspace().value())
                .bind("key", key)
                .execute();
    }
}
