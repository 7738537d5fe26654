package org.entezar.questionnaire.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.entezar.platform.json.Json;
import org.entezar.platform.tenancy.Tx;
import org.entezar.questionnaire.Questionnaire;
import org.entezar.questionnaire.Version;

/** Published versions: added and read, never changed; the server's role could not. */
public final class VersionRows {

    private static final String COLUMNS = "select key, number, document, published_at, published_by"
            + " from questionnaire_version where workspace_id = :workspace and key = :key";

    /** One version. */
    public Optional<Version> find(Tx tx, String key, int number) {
        return tx.handle()
                .createQuery(COLUMNS + " and number = :number")
                .bind("workspace", tx.workspace().value())
                .bind("key", key)
                .bind("number", number)
                .map((row, context) -> version(row))
                .findOne();
    }

    /** The latest version. */
    public Optional<Version> latest(Tx tx, String key) {
        return tx.handle()
                .createQuery(COLUMNS + " order by number desc limit 1")
                .bind("workspace", tx.workspace().value())
                .bind("key", key)
                .map((row, context) -> version(row))
                .findOne();
    }

    /** All versions, the latest first. */
    public List<Version> all(Tx tx, String key) {
        return tx.handle()
                .createQuery(COLUMNS + " order by number desc")
                .bind("workspace", tx.workspace().value())
                .bind("key", key)
                .map((row, context) -> version(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getString("key"),
                row.getInt("number"),
                Json.read(row.getString("document"), Questionnaire.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"));
    }

    /** Adds a version. */
    public void insert(Tx tx, Version version) {
        tx.handle()
                .createUpdate("insert into questionnaire_version"
                        + " (workspace_id, key, number, document, published_at, published_by)"
                        + " values (:workspace, :key, :number, cast(:document as jsonb), :at, :by)")
                .bind("workspace", tx.workspace().value())
                .bind("key", version.key())
                .bind("number", version.number())
                .bind("document", Json.write(version.document()))
                .bind("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("by", version.publishedBy())
                .execute();
    }
}
